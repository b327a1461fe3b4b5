import CVips
public import Timeline

extension TextBitmap {
    /// Far more than a title holds; a longer text is cut, so that drawing stays small.
    private static let mostCharacters = 600
    /// Noto first, for it has a face for nearly every script; fontconfig adds what is missing, emoji among it. A font of
    /// emoji must not be named: fontconfig would put it first, and it has digits, too.
    private static let fonts = "Noto Sans,Noto Sans CJK SC,DejaVu Sans Bold"
    /// The line height of these fonts, in parts of their size.
    private static let lineSpacing = 1.36
    private static let smallestFont = 6.0

    /// Draws `text` as it was typed (it is not markup), wrapped at the box's width and shrunk until it fits the box.
    ///
    /// A soft shadow, a light one under dark letters, keeps it legible on any picture.
    ///
    /// - Parameters:
    ///   - lineHeight: In pixels; capital letters are about half of it.
    ///   - color: A CSS colour name in lowercase or #RRGGBB; white when it is neither.
    ///   - box: The most that the words may take, in pixels, without their shadow.
    /// - Throws: `failed` for a text without anything to draw.
    public static func render(
        _ text: String,
        lineHeight: Int,
        color: String = "white",
        box: PixelSize,
        alignment: Alignment = .center
    ) throws(MediaError) -> TextBitmap {
        guard !text.allSatisfy(\.isWhitespace) else { throw MediaError(.failed, "A text needs at least one letter.") }
        try Vips.start()
        let color = RGB(css: color) ?? RGB(red: 255, green: 255, blue: 255)
        let words = try draw(markup(text, color), lineHeight: lineHeight, box: box, alignment: alignment)
        let margin = max(4, lineHeight / 5) & ~1
        let width = (words.width + 1) & ~1
        let height = (words.height + 1) & ~1
        let picture =
            try words
            .embedded(left: margin, top: margin, width: width + 2 * margin, height: height + 2 * margin)
            .inMemory()
        // Blurring spreads the cover thin; the factor makes it dense again near the letters.
        let shadow = try picture.bands(3, count: 1)
            .blurred(sigma: Double(lineHeight) / 18 + 0.5)
            .scaledValues(2.4)
            .asBytes()
            .inMemory()
        let isDark = YUV(red: color.red, green: color.green, blue: color.blue).luma < 80
        return TextBitmap(picture, shadow: shadow, shadowLuma: isDark ? 225 : 20, margin: margin)
    }

    private static func draw(
        _ markup: String,
        lineHeight: Int,
        box: PixelSize,
        alignment: Alignment
    ) throws(MediaError) -> Picture {
        let align =
            switch alignment {
            case .leading: VIPS_ALIGN_LOW
            case .center: VIPS_ALIGN_CENTRE
            case .trailing: VIPS_ALIGN_HIGH
            }
        var size = max(smallestFont, Double(lineHeight) / lineSpacing)
        while true {
            // At 72 dpi a point is a pixel.
            let font = "\(fonts) \(Int(size.rounded()))"
            let words = try Vips.run("text") {
                kinora_vips_text($0, markup, font, Int32(max(1, box.width)), 72, align)
            }
            let over = max(Double(words.height) / Double(box.height), Double(words.width) / Double(box.width))
            if over <= 1 { return words }
            guard size > smallestFont else {
                return try words.cropped(
                    left: 0,
                    top: 0,
                    width: min(words.width, box.width),
                    height: min(words.height, box.height)
                )
            }
            // Lines break anew in a smaller font: the height falls about with the square.
            size = max(smallestFont, size * min(0.96, max(0.6, 1 / over.squareRoot())))
        }
    }

    /// Pango markup that shows the text as typed.
    static func markup(_ text: String, _ color: RGB) -> String {
        var escaped = ""
        for scalar in text.prefix(mostCharacters).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n": escaped += "\n"
            case "\u{2028}", "\u{2029}": escaped += "\n"
            // Control characters have no glyph, and markup must not hold them.
            case _ where scalar.properties.generalCategory == .control: escaped += scalar == "\t" ? " " : ""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "<span foreground=\"\(color.hex)\">\(escaped)</span>"
    }
}
