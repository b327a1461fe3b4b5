import CPixels

/// Scales planes: rows are mixed first, a block of them at a time, and then the block's columns. One per thread.
final class PlaneScaler {
    /// Target rows and columns are made in blocks of so many.
    static let block = kinora_pixels_block

    private let memory = BlendMemory()
    private var rowsInUse: [UnsafePointer<Int16>] = []

    /// - Parameters:
    ///   - source: The plane's first row.
    ///   - stride: The bytes from one row to the next.
    ///   - target: Its rows are filled up to a whole number of blocks.
    func scale(
        _ source: UnsafePointer<UInt8>,
        stride: Int,
        columns: ScalingTaps,
        rows: ScalingTaps,
        into target: Frame.Plane
    ) {
        let block = Self.block
        precondition(columns.first.count <= target.stride, "rows are filled up to a whole number of blocks")
        let seen = columns.span.count
        let width = (seen + block - 1) / block * block
        // Each source row is read once; those still needed are in a ring.
        let ring = memory.room(for: (rows.count + 2 * block) * width, of: Int16.self)
        let strip = ring + rows.count * width
        let turned = strip + block * width
        let start = source + rows.span.lowerBound * stride + columns.span.lowerBound
        var read = 0
        for top in Swift.stride(from: 0, to: target.height, by: block) {
            let height = min(block, target.height - top)
            for y in 0..<height {
                let first = Int(rows.first[top + y])
                while read < first + rows.count {
                    kinora_pixels_widen(start + read * stride, ring + read % rows.count * width, seen)
                    read += 1
                }
                rowsInUse.removeAll(keepingCapacity: true)
                for row in first..<first + rows.count { rowsInUse.append(ring + row % rows.count * width) }
                rows.withWeights(of: top + y) {
                    kinora_pixels_mix_rows(rowsInUse, $0, Int32(rows.count), strip + y * width, width)
                }
            }
            kinora_pixels_mix_columns(
                strip,
                width,
                width,
                turned,
                columns.first,
                columns.weights,
                Int32(columns.count),
                target.row(top),
                target.stride,
                columns.first.count,
                Int32(height)
            )
        }
    }
}
