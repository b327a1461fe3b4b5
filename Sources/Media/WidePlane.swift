import Timeline

/// Rows of pixels with 15 bits: their 8-bit values times 128.
protocol WideRows {
    /// Rows are asked for from the top down; as many of them as are mixed stay until the next is asked for.
    mutating func read(_ y: Int) -> UnsafePointer<Int16>
}

/// A plane of pixels with 15 bits.
struct WidePlane: WideRows {
    let start: UnsafeMutablePointer<Int16>
    /// A multiple of a group.
    let stride: Int

    init(start: UnsafeMutablePointer<Int16>, stride: Int) {
        self.start = start
        self.stride = stride
    }

    /// A plane of zeros, with a group of them behind its last row. Its memory is the caller's to deallocate.
    init(_ size: PixelSize) {
        stride = (size.width + PlaneScaler.group - 1) / PlaneScaler.group * PlaneScaler.group
        let count = stride * size.height + PlaneScaler.group
        start = .allocate(capacity: count)
        start.initialize(repeating: 0, count: count)
    }

    func row(_ y: Int) -> UnsafeMutablePointer<Int16> { start + y * stride }

    func read(_ y: Int) -> UnsafePointer<Int16> { UnsafePointer(row(y)) }
}
