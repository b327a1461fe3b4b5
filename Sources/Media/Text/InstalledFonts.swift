import CPango
internal import Timeline

/// The fonts of this machine, as Pango finds them.
public enum InstalledFonts {
    /// The names of all families, in order.
    public static func families() -> [String] {
        TextTurn.begin()
        defer { TextTurn.end() }
        guard let fonts = FontMap.shared else { return [] }
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(fonts, &list, &count)
        defer { g_free(list) }
        guard let list else { return [] }
        let names = (0..<Int(count)).compactMap { index in
            list[index].flatMap { pango_font_family_get_name($0) }.map { String(cString: $0) }
        }
        return Set(names).sorted()
    }

    /// Has the fonts be looked for anew by the next who asks for them.
    public static func forget() {
        FontMap.forget()
    }

    /// How well a text can be drawn.
    public struct Coverage: Hashable, Sendable {
        /// How many of its glyphs no font has.
        public var unknownGlyphs: Int
        /// Something in it has its own colours.
        public var hasColor: Bool
        /// The family that draws its first glyph.
        public var family: String?
    }

    /// Lays a text out to see what the fonts at hand make of it.
    public static func coverage(of text: String) -> Coverage {
        TextTurn.begin()
        defer { TextTurn.end() }
        let design = TextDesign(text: text)
        let box = PixelSize(width: 4000, height: 400)
        guard let layout = try? TextLayout(design, lineHeight: 40, box: box) else {
            return Coverage(unknownGlyphs: text.count, hasColor: false)
        }
        let pieces = layout.pieces()
        return Coverage(
            unknownGlyphs: layout.unknownGlyphs,
            hasColor: pieces.contains(where: \.isPicture),
            family: pieces.first.flatMap { family(of: $0.font) }
        )
    }

    private static func family(of font: UnsafeMutablePointer<PangoFont>) -> String? {
        guard let description = pango_font_describe(font) else { return nil }
        defer { pango_font_description_free(description) }
        return pango_font_description_get_family(description).map { String(cString: $0) }
    }
}
