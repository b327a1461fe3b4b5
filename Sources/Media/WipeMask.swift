public import Timeline

/// When each pixel of a frame changes in the course of a wipe: the data that tells one wipe from another.
///
/// Made once for a shape and a size, then used for every frame of every such transition.
public final class WipeMask: Sendable {
    /// Thresholds run from 0 (changes first) to this (changes last).
    static let last = 8191
    /// So many pixels of a row have their extremes noted, so that most of a frame is skipped or copied whole.
    static let span = 64

    /// The part of the transition that a pixel takes to change: how soft the edge is.
    let softness: Double
    let luma: Thresholds
    let chroma: Thresholds

    /// The bytes of memory it holds.
    public var byteCount: Int { luma.byteCount + chroma.byteCount }

    /// - Parameter size: Even in both directions.
    public init(_ shape: Shape, direction: Direction = .right, size: PixelSize) {
        softness = shape.softness
        let place = shape.place(in: size, direction: direction)
        var values = [UInt16](repeating: 0, count: size.width * size.height)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let value = place((Double(x) + 0.5) / Double(size.width), (Double(y) + 0.5) / Double(size.height))
                values[y * size.width + x] = UInt16((min(max(value, 0), 1) * Double(Self.last)).rounded())
            }
        }
        luma = Thresholds(values, width: size.width)
        chroma = Thresholds(Self.halved(values, size), width: size.width / 2)
    }

    /// Means of two by two.
    private static func halved(_ values: [UInt16], _ size: PixelSize) -> [UInt16] {
        let (width, height) = (size.width / 2, size.height / 2)
        var means = [UInt16](repeating: 0, count: width * height)
        for y in 0..<height {
            let (upper, lower) = (2 * y * size.width, (2 * y + 1) * size.width)
            for x in 0..<width {
                let sum = values[upper + 2 * x] + values[upper + 2 * x + 1] + values[lower + 2 * x]
                means[y * width + x] = (sum + values[lower + 2 * x + 1] + 2) / 4
            }
        }
        return means
    }

    /// Writes the weight of the incoming picture (0…256) for each threshold, after a part of the transition: a
    /// smoothstep across the edge, which starts just outside of the frame and leaves it on the other side.
    func writeWeights(at progress: Double, to weights: UnsafeMutablePointer<UInt16>) {
        let edge = progress * (1 + softness)
        for threshold in 0...Self.last {
            let depth = min(max((edge - Double(threshold) / Double(Self.last)) / softness, 0), 1)
            weights[threshold] = UInt16((depth * depth * (3 - 2 * depth) * 256).rounded())
        }
    }

    /// The thresholds of one plane.
    struct Thresholds: Sendable {
        let width: Int
        let spansInRow: Int
        /// Row by row.
        let values: [UInt16]
        /// The least and the greatest of each span of a row.
        let extremes: [(least: UInt16, greatest: UInt16)]

        var byteCount: Int { values.count * 2 + extremes.count * 4 }

        init(_ values: [UInt16], width: Int) {
            self.width = width
            self.values = values
            spansInRow = (width + WipeMask.span - 1) / WipeMask.span
            var extremes: [(least: UInt16, greatest: UInt16)] = []
            extremes.reserveCapacity(spansInRow * values.count / max(width, 1))
            for row in stride(from: 0, to: values.count, by: max(width, 1)) {
                for start in stride(from: 0, to: width, by: WipeMask.span) {
                    var (least, greatest) = (UInt16.max, UInt16.min)
                    for value in values[(row + start)..<(row + min(start + WipeMask.span, width))] {
                        least = min(least, value)
                        greatest = max(greatest, value)
                    }
                    extremes.append((least, greatest))
                }
            }
            self.extremes = extremes
        }
    }
}
