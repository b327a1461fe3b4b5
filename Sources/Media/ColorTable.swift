public import Timeline

/// All that a look does to colours, drawn together into one table over YUV, by which a plate is changed in one pass.
public final class ColorTable: Sendable {
    /// Points along each axis, and how far apart they are.
    private static let points = 33
    private static let step = 8
    /// Luma runs fastest, then red, then blue. The last lane is empty.
    private let values: [SIMD4<Float>]

    /// - Parameter table: The person's own, if the look has one.
    /// - Returns: nil when the look changes no colour.
    public init?(_ look: Look, table: CubeTable?) {
        let changesColor = Adjustment.allCases.contains { $0 != .vignette && look[$0] != 0 }
        guard changesColor || look.filter != nil || table != nil else { return nil }
        var values: [SIMD4<Float>] = []
        values.reserveCapacity(Self.points * Self.points * Self.points)
        for blue in 0..<Self.points {
            for red in 0..<Self.points {
                for luma in 0..<Self.points {
                    let place = [luma, blue, red].map { Double($0 * Self.step) }
                    let rgb = look.colors(YUV(luma: place[0], blue: place[1], red: place[2]).rgb, table: table)
                    let color = YUV(rgb.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1)))
                    values.append(SIMD4(Float(color.luma), Float(color.blue), Float(color.red), 0))
                }
            }
        }
        self.values = values
    }

    /// Changes the colours of a picture in place. A chroma sample changes as the mean of its four lumas does.
    func apply(to planes: Planes) {
        let (width, height) = (planes.size.width / 2, planes.size.height / 2)
        values.withUnsafeBufferPointer { values in
            guard let values = values.baseAddress else { return }
            for y in 0..<height {
                let upper = planes.luma + 2 * y * planes.lumaStride
                let lower = upper + planes.lumaStride
                let (blue, red) = (planes.blue + y * planes.chromaStride, planes.red + y * planes.chromaStride)
                for x in 0..<width {
                    var cell = Cell(values, blue: Int(blue[x]), red: Int(red[x]))
                    let lumas = SIMD4(
                        Int32(upper[2 * x]),
                        Int32(upper[2 * x + 1]),
                        Int32(lower[2 * x]),
                        Int32(lower[2 * x + 1])
                    )
                    let mean = (lumas.wrappedSum() &+ 2) &>> 2
                    upper[2 * x] = cell.color(at: lumas.x).luma
                    upper[2 * x + 1] = cell.color(at: lumas.y).luma
                    lower[2 * x] = cell.color(at: lumas.z).luma
                    lower[2 * x + 1] = cell.color(at: lumas.w).luma
                    (blue[x], red[x]) = cell.color(at: mean).chroma
                }
            }
        }
    }

    /// The table above one place of the chroma plane: trilinear, with the two chroma axes done first.
    private struct Cell {
        private let corners: (Corner, Corner, Corner, Corner)
        private let weights: SIMD4<Float>
        /// The point that was mixed last, and the one above it: lumas of one block mostly lie between the same two.
        private var point = -1
        private var low = SIMD4<Float>()
        private var high = SIMD4<Float>()

        typealias Corner = UnsafePointer<SIMD4<Float>>

        init(_ values: Corner, blue: Int, red: Int) {
            let (blueParts, redParts) = (Float(blue & 7), Float(red & 7))
            let (row, column) = (ColorTable.points * ColorTable.points, ColorTable.points)
            let first = values + blue / ColorTable.step * row + red / ColorTable.step * column
            corners = (first, first + column, first + row, first + row + column)
            weights =
                SIMD4(
                    (8 - blueParts) * (8 - redParts),
                    (8 - blueParts) * redParts,
                    blueParts * (8 - redParts),
                    blueParts * redParts
                ) / 64
        }

        private func mixed(_ point: Int) -> SIMD4<Float> {
            corners.0[point] * weights.x + corners.1[point] * weights.y
                + corners.2[point] * weights.z + corners.3[point] * weights.w
        }

        mutating func color(at luma: Int32) -> Color {
            let next = Int(luma >> 3)
            if next != point {
                low = mixed(next)
                high = mixed(next + 1)
                point = next
            }
            return Color(levels: low + (high - low) * (Float(luma & 7) / 8))
        }
    }

    private struct Color {
        let levels: SIMD4<Float>

        var luma: UInt8 { UInt8(min(max(levels.x, 16), 235) + 0.5) }
        var chroma: (UInt8, UInt8) {
            (UInt8(min(max(levels.y, 16), 240) + 0.5), UInt8(min(max(levels.z, 16), 240) + 0.5))
        }
    }
}
