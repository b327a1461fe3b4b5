/// A table of colours as in a .cube file: for each colour another one, between its points by straight lines.
public struct CubeTable: Sendable {
    /// Red runs fastest, then green, then blue; of a table for each channel by itself, the channels' values together.
    let values: [SIMD3<Float>]
    let points: Int
    /// One curve for each channel instead of a cube.
    let isCurves: Bool
    /// The colours at the first and the last point.
    let low: SIMD3<Double>
    let high: SIMD3<Double>

    /// The colour that takes a colour's place. A little beyond the table its last line goes straight on.
    func color(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
        let part = ((rgb - low) / (high - low)).clamped(
            lowerBound: SIMD3(repeating: -0.25),
            upperBound: SIMD3(repeating: 1.25)
        )
        let place = part * Double(points - 1)
        let cell = place.rounded(.down).clamped(
            lowerBound: SIMD3(repeating: 0),
            upperBound: SIMD3(repeating: Double(points - 2))
        )
        let (fraction, index) = (place - cell, SIMD3<Int>(cell))
        if isCurves {
            func between(_ channel: Int) -> Double {
                let first = Double(values[index[channel]][channel])
                return first + (Double(values[index[channel] + 1][channel]) - first) * fraction[channel]
            }
            return SIMD3(between(0), between(1), between(2))
        }
        var color = SIMD3<Double>()
        for corner in 0..<8 {
            let side = SIMD3(corner & 1, corner >> 1 & 1, corner >> 2)
            var weight = 1.0
            for channel in 0..<3 { weight *= side[channel] == 1 ? fraction[channel] : 1 - fraction[channel] }
            let at = index &+ side
            color += SIMD3<Double>(values[(at.z * points + at.y) * points + at.x]) * weight
        }
        return color
    }
}
