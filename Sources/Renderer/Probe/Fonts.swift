internal import Media

/// The fonts that texts can be written in on this machine.
public enum Fonts {
    /// The names of all families that are installed now.
    public static var families: [String] { FontList.families }

    /// What a worker has to read to draw with them.
    static var places: [String] { FontList.places.sources + FontList.places.caches }

    /// What of the world's writing the fonts at hand can show.
    public struct Writing: Hashable, Sendable {
        public var kind: Kind
        /// A family that has it; nil if none does.
        public var family: String?
    }

    /// Kinds of writing, each of which comes in a package of fonts.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case european, eastAsian, semitic, emoji
        /// Any other.
        case other

        public var name: String {
            switch self {
            case .european: "Latin, Greek and Cyrillic"
            case .eastAsian: "Chinese, Japanese and Korean"
            case .semitic: "Arabic and Hebrew"
            case .emoji: "emoji"
            case .other: "other writing"
            }
        }

        /// The package of Debian's that brings a font for it.
        public var package: String {
            switch self {
            case .european, .semitic, .other: "fonts-noto-core"
            case .eastAsian: "fonts-noto-cjk"
            case .emoji: "fonts-noto-color-emoji"
            }
        }

        /// Some of its signs.
        var sample: String {
            switch self {
            case .european: "Ağ Ωλ Жя"
            case .eastAsian: "夏漢あ한"
            case .semitic: "مرحبا שלום"
            case .emoji: "😀"
            case .other: "สวัสดี नमस्ते"
            }
        }

        init(_ character: Character) {
            let scalars = character.unicodeScalars
            let isEmoji = scalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
            self =
                switch scalars.first?.value ?? 0 {
                case _ where isEmoji: .emoji
                case 0...0x052F, 0x1E00...0x1FFF: .european
                case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: .semitic
                case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
                    0x20000...0x3FFFF:
                    .eastAsian
                default: .other
                }
        }
    }

    /// Draws a sample of each to see: a list of fonts would not tell what comes of it.
    public static func writings() -> [Writing] {
        Kind.allCases.map { kind in
            let coverage = InstalledFonts.coverage(of: kind.sample)
            return Writing(kind: kind, family: isShown(coverage, as: kind) ? coverage.family : nil)
        }
    }

    /// The kinds of writing in a text that no font at hand shows as they should be.
    public static func lacking(for text: String) -> [Kind] {
        FontList.refresh()
        // Every font has these.
        let rest = Set(text.filter { !$0.isASCII && !$0.isWhitespace })
        let lacking = Dictionary(grouping: rest, by: Kind.init).filter { kind, characters in
            !characters.allSatisfy { isShown(InstalledFonts.coverage(of: String($0)), as: kind) }
        }
        return Kind.allCases.filter { lacking[$0] != nil }
    }

    private static func isShown(_ coverage: InstalledFonts.Coverage, as kind: Kind) -> Bool {
        coverage.unknownGlyphs == 0 && (coverage.hasColor || kind != .emoji)
    }
}
