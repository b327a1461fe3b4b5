import CPixels

/// Scales planes: rows are mixed first, a block of them at a time, and then the block's columns. One per thread.
final class PlaneScaler {
    /// Target columns are made in groups of so many.
    static let group = kinora_pixels_group

    /// Rows are fetched from memory so many before they are needed.
    private static let ahead = 8

    private let memory = BlendMemory()
    private var rowsInUse: [UnsafePointer<Int16>] = []

    /// - Parameters:
    ///   - source: The plane's first row.
    ///   - stride: The bytes from one row to the next.
    ///   - target: Its rows are filled up to a whole number of groups.
    func scale(
        _ source: UnsafePointer<UInt8>,
        stride: Int,
        columns: ScalingTaps,
        rows: ScalingTaps,
        into target: Frame.Plane
    ) {
        let block = kinora_pixels_block
        precondition(columns.first.count <= target.stride, "rows are filled up to a whole number of groups")
        let seen = columns.span.count
        let width = (seen + Self.group - 1) / Self.group * Self.group
        // Each source row is read once; those still needed are in a ring.
        let ring = memory.room(for: (rows.count + 2 * block) * width + 2 * Self.group, of: Int16.self)
        let strip = ring + rows.count * width
        let turned = strip + block * width
        let start = source + rows.span.lowerBound * stride + columns.span.lowerBound
        var read = 0
        for top in Swift.stride(from: 0, to: target.height, by: block) {
            let height = min(block, target.height - top)
            for y in 0..<height {
                let first = Int(rows.first[top + y])
                while read < first + rows.count {
                    let later = min(read + Self.ahead, rows.span.count - 1)
                    kinora_pixels_widen(
                        start + read * stride,
                        ring + read % rows.count * width,
                        seen,
                        start + later * stride
                    )
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
