import CPixels

/// Scales planes: rows are mixed first, a block of them at a time, and then the block's columns. One per thread.
final class PlaneScaler {
    /// Target columns are made in groups of so many.
    static let group = kinora_pixels_group

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
        let width = Self.width(columns)
        let ring = room(width, more: rows.count)
        var widened = WidenedRows(
            start: source + rows.span.lowerBound * stride + columns.span.lowerBound,
            stride: stride,
            columns: columns.span.count,
            rows: rows.span.count,
            ring: ring,
            count: rows.count,
            width: width
        )
        scale(&widened, width, columns, rows, strip: ring + rows.count * width, into: target)
    }

    /// - Parameter source: Behind its last row, a group of values can be read.
    func scale(_ source: WidePlane, columns: ScalingTaps, rows: ScalingTaps, into target: Frame.Plane) {
        let width = Self.width(columns)
        var part = WidePlane(
            start: source.row(rows.span.lowerBound) + columns.span.lowerBound,
            stride: source.stride
        )
        scale(&part, width, columns, rows, strip: room(width), into: target)
    }

    private func scale(
        _ source: inout some WideRows,
        _ width: Int,
        _ columns: ScalingTaps,
        _ rows: ScalingTaps,
        strip: UnsafeMutablePointer<Int16>,
        into target: Frame.Plane
    ) {
        precondition(columns.first.count <= target.stride, "rows are filled up to a whole number of groups")
        let block = kinora_pixels_block
        let turned = strip + block * width
        for top in stride(from: 0, to: target.height, by: block) {
            let height = min(block, target.height - top)
            for y in 0..<height {
                let first = Int(rows.first[top + y])
                rowsInUse.removeAll(keepingCapacity: true)
                for row in first..<first + rows.count { rowsInUse.append(source.read(row)) }
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

    /// The columns that are read, filled up to a whole number of groups.
    private static func width(_ columns: ScalingTaps) -> Int {
        (columns.span.count + group - 1) / group * group
    }

    /// Room for a strip, for its columns and for so many rows before it.
    private func room(_ width: Int, more rows: Int = 0) -> UnsafeMutablePointer<Int16> {
        memory.room(for: (rows + 2 * kinora_pixels_block) * width + 2 * Self.group, of: Int16.self)
    }
}

/// The rows of a plane of bytes, each read once; those still needed are in a ring.
private struct WidenedRows: WideRows {
    /// Rows are fetched from memory so many before they are needed.
    private static let ahead = 8

    let start: UnsafePointer<UInt8>
    let stride: Int
    let columns: Int
    let rows: Int
    let ring: UnsafeMutablePointer<Int16>
    /// Rows in the ring.
    let count: Int
    let width: Int
    fileprivate var next = 0

    mutating func read(_ y: Int) -> UnsafePointer<Int16> {
        while next <= y {
            let later = min(next + Self.ahead, rows - 1)
            kinora_pixels_widen(start + next * stride, ring + next % count * width, columns, start + later * stride)
            next += 1
        }
        return UnsafePointer(ring + y % count * width)
    }
}
