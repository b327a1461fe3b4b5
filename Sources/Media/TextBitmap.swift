public import Timeline

/// Words drawn once, ready to be laid over frames by ``Blend/overlay(_:on:x:y:opacity:)``.
public final class TextBitmap: Sendable {
    /// How the lines of a text stand to each other.
    public enum Alignment: String, Codable, Hashable, Sendable {
        /// At the side where reading starts.
        case leading
        case center
        case trailing
    }

    /// The size of the box with its shadow, in pixels, even in both directions.
    public let size: PixelSize
    /// How far the shadow reaches beyond the words on each side, in pixels.
    ///
    /// Take it off when words are to stand at an edge.
    public let margin: Int

    /// Luma and coverage for each pixel, chroma and coverage for each four of them. Colours are already multiplied by
    /// their coverage.
    let luma: [UInt8]
    let alpha: [UInt8]
    let blue: [UInt8]
    let red: [UInt8]
    let chromaAlpha: [UInt8]

    /// - Parameter picture: Straight RGBA in memory, even in both directions.
    init(_ picture: Picture, shadow: Picture, shadowLuma: Double, margin: Int) {
        let (width, height) = (picture.width, picture.height)
        size = PixelSize(width: width, height: height)
        self.margin = margin
        var luma = [UInt8](repeating: 0, count: width * height)
        var alpha = luma
        let chromaCount = width * height / 4
        var sums = [ChromaSum](repeating: ChromaSum(), count: chromaCount)
        for y in 0..<height {
            let (colors, shade) = (picture.row(y), shadow.row(y))
            for x in 0..<width {
                let cover = Double(colors[4 * x + 3]) / 255
                let under = Double(shade[x]) / 255 * (1 - cover)
                guard cover + under > 0 else { continue }
                let color = YUV(red: colors[4 * x], green: colors[4 * x + 1], blue: colors[4 * x + 2])
                luma[y * width + x] = UInt8((color.luma * cover + shadowLuma * under).rounded())
                alpha[y * width + x] = UInt8(((cover + under) * 255).rounded())
                sums[y / 2 * (width / 2) + x / 2].add(
                    blue: color.blue * cover + 128 * under,
                    red: color.red * cover + 128 * under,
                    alpha: cover + under
                )
            }
        }
        self.luma = luma
        self.alpha = alpha
        blue = sums.map { UInt8(min(255, ($0.blue / 4).rounded())) }
        red = sums.map { UInt8(min(255, ($0.red / 4).rounded())) }
        chromaAlpha = sums.map { UInt8(min(255, ($0.alpha / 4 * 255).rounded())) }
    }

    private struct ChromaSum {
        var blue = 0.0
        var red = 0.0
        var alpha = 0.0

        mutating func add(blue: Double, red: Double, alpha: Double) {
            self.blue += blue
            self.red += red
            self.alpha += alpha
        }
    }
}
