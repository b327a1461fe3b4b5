extension WipeMask.Shape {
    /// Square grains, 180 in the frame's height.
    static func grain(_ ratio: Double) -> Place {
        let rows = 180.0
        return { x, y in chance(Int(x * rows * ratio), Int(y * rows), layer: 0) }
    }

    /// Three layers of value noise, spread so that as much of the frame changes early as late.
    static func clouds(_ ratio: Double) -> Place {
        func height(_ x: Double, _ y: Double) -> Double {
            var (sum, weight, scale) = (0.0, 1.0, 4.0)
            for layer in 1...3 {
                sum += weight * smoothChance(x * ratio * scale, y * scale, layer: layer)
                weight /= 2
                scale *= 2
            }
            return sum
        }
        // The share of the frame that lies lower than a height, from a sample of it.
        let steps = 256
        var sample: [Double] = []
        for y in 0..<90 {
            for x in 0..<160 { sample.append(height((Double(x) + 0.5) / 160, (Double(y) + 0.5) / 90)) }
        }
        sample.sort()
        let levels = (0...steps).map { sample[min($0 * sample.count / steps, sample.count - 1)] }
        return { x, y in
            let height = height(x, y)
            var (low, high) = (0, steps)
            while high - low > 1 {
                let middle = (low + high) / 2
                if levels[middle] <= height { low = middle } else { high = middle }
            }
            let width = levels[high] - levels[low]
            let part = width > 0 ? (height - levels[low]) / width : 0
            return (Double(low) + min(max(part, 0), 1)) / Double(steps)
        }
    }

    /// Between the chances of the four points of a grid around a place, by smoothsteps.
    private static func smoothChance(_ x: Double, _ y: Double, layer: Int) -> Double {
        let (column, row) = (Int(x), Int(y))
        func smooth(_ part: Double) -> Double { part * part * (3 - 2 * part) }
        let (across, down) = (smooth(x - Double(column)), smooth(y - Double(row)))
        func between(_ row: Int) -> Double {
            let left = chance(column, row, layer: layer)
            return left + (chance(column + 1, row, layer: layer) - left) * across
        }
        let upper = between(row)
        return upper + (between(row + 1) - upper) * down
    }

    /// A number from 0 to 1 that looks random and is always the same for a place: the finish of MurmurHash3.
    private static func chance(_ x: Int, _ y: Int, layer: Int) -> Double {
        var mixed = UInt64(bitPattern: Int64(x &* 73_856_093 ^ y &* 19_349_663 ^ layer &* 83_492_791))
        mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return Double((mixed ^ (mixed >> 33)) >> 11) / Double(1 << 53)
    }
}
