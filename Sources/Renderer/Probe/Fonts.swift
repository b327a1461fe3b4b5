internal import Media

/// The fonts that texts can be written in on this machine.
public enum Fonts {
    /// The names of all families; looked up once, for that takes a while.
    public static let families = InstalledFonts.families()

    /// What of the world's writing the fonts at hand can show.
    public struct Writing: Hashable, Sendable {
        public var name: String
        /// The package of Debian's that brings a font for it.
        public var package: String
        /// A family that has it; nil if none does.
        public var family: String?
    }

    private static let samples: [(name: String, package: String, sample: String, isInColor: Bool)] = [
        ("Latin, Greek and Cyrillic", "fonts-noto-core", "Ağ Ωλ Жя", false),
        ("Chinese, Japanese and Korean", "fonts-noto-cjk", "夏漢あ한", false),
        ("Arabic and Hebrew", "fonts-noto-core", "مرحبا שלום", false),
        ("emoji", "fonts-noto-color-emoji", "😀", true),
    ]

    /// Draws a sample of each to see: a list of fonts would not tell what comes of it.
    public static func writings() -> [Writing] {
        samples.map { name, package, sample, isInColor in
            let coverage = InstalledFonts.coverage(of: sample)
            let isThere = coverage.unknownGlyphs == 0 && (coverage.hasColor || !isInColor)
            return Writing(name: name, package: package, family: isThere ? coverage.family : nil)
        }
    }
}
