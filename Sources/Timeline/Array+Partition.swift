extension Array {
    /// The first index whose element a condition holds for, found by halving; the array's count when there is none.
    ///
    /// - Parameter holds: Holds for every element after the first that it holds for.
    package func partitioningIndex(where holds: (Element) throws -> Bool) rethrows -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if try holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
