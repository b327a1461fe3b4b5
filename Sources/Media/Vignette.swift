internal import Foundation
public import Timeline

/// Darkens a frame toward its corners. It belongs to the frame, whatever moves in it.
public final class Vignette: Sendable {
    /// Of the distance from the middle to a corner: within this nothing is darkened.
    private static let clear = 0.35
    /// How dark the corners are at the strongest.
    private static let darkest = 0.85
    private static let levels = 2048

    private let size: PixelSize
    /// The weight of black by the square of the distance from the middle.
    private let weights: [UInt16]
    /// The part of that square which a column and a row have, of luma and of chroma.
    private let columns: (luma: [UInt16], chroma: [UInt16])
    private let rows: (luma: [UInt16], chroma: [UInt16])

    /// - Parameter strength: 0…1.
    public init(strength: Double, size: PixelSize) {
        self.size = size
        weights = (0...Self.levels).map { level in
            let distance = (Double(level) / Double(Self.levels)).squareRoot()
            let depth = min(max((distance - Self.clear) / (1 - Self.clear), 0), 1)
            return UInt16((strength * Self.darkest * depth * depth * (3 - 2 * depth) * 256).rounded())
        }
        func squares(_ count: Int, _ side: Int) -> [UInt16] {
            let corner = Double(size.width * size.width + size.height * size.height)
            return (0..<count).map { index in
                let distance = ((Double(index) + 0.5) / Double(count) - 0.5) * 2 * Double(side)
                return UInt16((distance * distance / corner * Double(Self.levels)).rounded(.down))
            }
        }
        columns = (squares(size.width, size.width), squares(size.width / 2, size.width))
        rows = (squares(size.height, size.height), squares(size.height / 2, size.height))
    }

    public func darken(_ frame: Frame, memory: BlendMemory) {
        precondition(frame.size == size, "the vignette was made for another size")
        let room = memory.room(for: size.width, of: UInt16.self)
        for (plane, black) in [(frame.luma, UInt16(16)), (frame.blue, 128), (frame.red, 128)] {
            let isLuma = plane.width == size.width
            let (columns, rows) = isLuma ? (columns.luma, rows.luma) : (columns.chroma, rows.chroma)
            weights.withUnsafeBufferPointer { weights in
                columns.withUnsafeBufferPointer { columns in
                    for y in 0..<plane.height {
                        let row = Int(rows[y])
                        for x in 0..<plane.width { room[x] = weights[Int(columns[x]) + row] }
                        Row.mix(black, into: plane.row(y), plane.width, weights: room)
                    }
                }
            }
        }
    }
}
