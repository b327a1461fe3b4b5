import CPixels
public import Timeline

/// All that a look does to colours, drawn together into one table over YUV, by which a plate is changed in one pass.
public final class ColorTable: Sendable {
    /// Points along each axis, and how far apart they are.
    private static let points = Int(kinora_pixels_table_points)
    private static let step = 8
    /// As ``kinora_pixels_change_colors`` takes them.
    private let values: [UInt16]

    /// - Parameter table: The person's own, if the look has one.
    /// - Returns: nil when the look changes no colour.
    public init?(_ look: Look, table: CubeTable?) {
        let changesColor = Adjustment.allCases.contains { $0 != .vignette && look[$0] != 0 }
        guard changesColor || look.filter != nil || table != nil else { return nil }
        var values: [UInt16] = []
        values.reserveCapacity(4 * (Self.points * Self.points * Self.points + 3))
        for blue in 0..<Self.points {
            for red in 0..<Self.points {
                for luma in 0..<Self.points {
                    let place = [luma, blue, red].map { Double($0 * Self.step) }
                    let rgb = look.colors(YUV(luma: place[0], blue: place[1], red: place[2]).rgb, table: table)
                    let color = YUV(rgb.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1)))
                    for level in [color.luma, color.blue, color.red, 0] { values.append(UInt16(level * 256 + 0.5)) }
                }
            }
        }
        self.values = values + [UInt16](repeating: 0, count: 12)
    }

    /// Changes the colours of a picture in place. A chroma sample changes as the mean of its four lumas does.
    func apply(to planes: Planes) {
        values.withUnsafeBufferPointer { values in
            guard let values = values.baseAddress else { return }
            for y in 0..<planes.size.height / 2 {
                let upper = planes.luma + 2 * y * planes.lumaStride
                kinora_pixels_change_colors(
                    values,
                    upper,
                    upper + planes.lumaStride,
                    planes.blue + y * planes.chromaStride,
                    planes.red + y * planes.chromaStride,
                    planes.size.width / 2
                )
            }
        }
    }
}
