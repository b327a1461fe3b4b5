extension Blend {
    /// Gives each pixel the mean of a box around it; beyond the border its last pixel goes on.
    ///
    /// - Parameters:
    ///   - x: How many luma pixels to either side are in the box; 0 leaves rows as they are.
    ///   - y: The same upwards and downwards.
    ///   - passes: One is a box, two are nearly what a lens does.
    public static func blur(_ frame: Frame, x: Int, y: Int, passes: Int = 1, memory: BlendMemory) {
        for (plane, scale) in [(frame.luma, 1), (frame.blue, 2), (frame.red, 2)] {
            for _ in 0..<passes {
                if x / scale > 0 { blurRows(of: plane, radius: x / scale, memory) }
                if y / scale > 0 { blurColumns(of: plane, radius: y / scale, memory) }
            }
        }
    }

    /// A box's mean is the difference of two running sums.
    private static func blurRows(of plane: Frame.Plane, radius: Int, _ memory: BlendMemory) {
        let width = plane.width
        let sums = memory.room(for: width + 2 * radius + 1, of: UInt32.self)
        let far = sums + 2 * radius + 1
        for y in 0..<plane.height {
            let row = plane.row(y)
            let (first, last) = (UInt32(row[0]), UInt32(row[width - 1]))
            for x in 0...radius { sums[x] = first &* UInt32(truncatingIfNeeded: x) }
            var sum = sums[radius]
            let inner = sums + radius + 1
            for x in 0..<width {
                sum &+= UInt32(row[x])
                inner[x] = sum
            }
            for x in 0..<radius { inner[width + x] = sum &+ last &* UInt32(truncatingIfNeeded: x + 1) }
            Row.means(of: sums, far, into: row, width, box: 2 * radius + 1)
        }
    }

    /// A sum for each column, which a row enters as another leaves.
    private static func blurColumns(of plane: Frame.Plane, radius: Int, _ memory: BlendMemory) {
        let (width, height) = (plane.width, plane.height)
        let zeros = memory.room(for: 2 * width + (radius + 1) * width / 4 + 1, of: UInt32.self)
        let sums = zeros + width
        // The last rows as they were before they were blurred, in a ring: a row is still needed below.
        let ring = UnsafeMutableRawPointer(sums + width).assumingMemoryBound(to: UInt8.self)
        let top = plane.row(0)
        for x in 0..<width {
            zeros[x] = 0
            sums[x] = UInt32(top[x]) &* UInt32(truncatingIfNeeded: radius + 1)
        }
        for y in 1...radius { Row.add(plane.row(min(y, height - 1)), to: sums, width) }
        for slot in 0...radius { (ring + slot * width).update(from: top, count: width) }
        for y in 0..<height {
            let row = plane.row(y)
            let slot = ring + y % (radius + 1) * width
            if y > 0 {
                Row.subtract(slot, from: sums, width)
                Row.add(plane.row(min(y + radius, height - 1)), to: sums, width)
            }
            slot.update(from: row, count: width)
            Row.means(of: zeros, sums, into: row, width, box: 2 * radius + 1)
        }
    }

    /// Gives each block of pixels its mean.
    ///
    /// - Parameter block: The side of a block in luma pixels; made even. Less than 2 leaves the frame as it is.
    public static func pixelate(_ frame: Frame, block: Int, memory: BlendMemory) {
        guard block >= 2 else { return }
        pixelate(frame.luma, block & ~1, memory)
        pixelate(frame.blue, block / 2, memory)
        pixelate(frame.red, block / 2, memory)
    }

    private static func pixelate(_ plane: Frame.Plane, _ block: Int, _ memory: BlendMemory) {
        let width = plane.width
        let sums = memory.room(for: width, of: UInt32.self)
        for top in stride(from: 0, to: plane.height, by: block) {
            let rows = top..<min(top + block, plane.height)
            for x in 0..<width { sums[x] = 0 }
            for y in rows { Row.add(plane.row(y), to: sums, width) }
            let first = plane.row(top)
            for left in stride(from: 0, to: width, by: block) {
                let columns = left..<min(left + block, width)
                let pixels = UInt32(columns.count * rows.count)
                var sum = pixels / 2
                for x in columns { sum &+= sums[x] }
                let mean = UInt8(truncatingIfNeeded: sum / pixels)
                for x in columns { first[x] = mean }
            }
            for y in rows.dropFirst() { plane.row(y).update(from: first, count: width) }
        }
    }
}

extension Row {
    static func add(_ row: Source, to sums: UnsafeMutablePointer<UInt32>, _ count: Int) {
        for x in 0..<count { sums[x] &+= UInt32(row[x]) }
    }

    static func subtract(_ row: Source, from sums: UnsafeMutablePointer<UInt32>, _ count: Int) {
        for x in 0..<count { sums[x] &-= UInt32(row[x]) }
    }

    /// (sums - earlier) / box, rounded.
    static func means(
        of earlier: UnsafePointer<UInt32>,
        _ sums: UnsafePointer<UInt32>,
        into row: Target,
        _ count: Int,
        box: Int
    ) {
        let scale = UInt32((1 << 24) / box)
        for x in 0..<count {
            row[x] = UInt8(truncatingIfNeeded: ((sums[x] &- earlier[x]) &* scale &+ (1 << 23)) >> 24)
        }
    }
}
