import Timeline

/// The memory of planes, used again as soon as nobody has them any more. Used by one thread at a time.
struct SparePlanes {
    private var planes: Planes?

    /// - Returns: With anything in them.
    mutating func take(_ size: PixelSize) -> Planes {
        if isKnownUniquelyReferenced(&planes), let planes, planes.size == size { return planes }
        let new = Planes(size)
        planes = new
        return new
    }
}
