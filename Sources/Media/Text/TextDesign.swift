public import Timeline

/// A text as it is to be drawn: all that decides how it looks in a frame of some size.
public struct TextDesign: Codable, Hashable, Sendable {
    public var kind: TextKind
    public var text: String
    /// See ``Timeline/TextSegment/language``.
    public var language: String?
    public var style: TextStyle

    public init(kind: TextKind = .title, text: String, language: String? = nil, style: TextStyle = TextStyle()) {
        self.kind = kind
        self.text = text
        self.language = language
        self.style = style
    }

    /// There is a letter to draw.
    public var isVisible: Bool { !TextDesign.shown(text).isEmpty }

    /// The text without what has no glyph: control characters are left out, every kind of line break is one, and
    /// nothing stands around the words; no line can begin with a dash.
    static func shown(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2028}", "\u{2029}", "\n": shown.append("\n")
            case "\t": shown.append(" ")
            case "–", "—":
                if shown.last == " " {
                    shown.removeLast()
                    shown.append("\u{A0}")
                }
                shown.append(scalar)
            case _ where scalar.properties.generalCategory == .control: continue
            default: shown.append(scalar)
            }
        }
        let isBlank = { (character: Character) in character.isWhitespace }
        let tail = String(shown).reversed().drop(while: isBlank)
        return String(String(tail.reversed()).drop(while: isBlank))
    }

    /// Where the bytes of the first line of a lower third, the name, end.
    func endOfName(in shown: String) -> Int? {
        guard kind == .lowerThird, let end = shown.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        return shown.utf8.distance(from: shown.startIndex, to: end)
    }

    /// The language for the text's Chinese characters, as fontconfig names it: that of the signs beside them, else the
    /// one that is given. Nil without any such character.
    func hanLanguage(in shown: String) -> String? {
        var hasHan = false
        for scalar in shown.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return "ja"
            case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: return "ko"
            case 0x3100...0x312F: return "zh-tw"
            case 0x2E80...0x2FDF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: hasHan = true
            default: continue
            }
        }
        guard hasHan else { return nil }
        let language = (language ?? "").lowercased()
        switch language.prefix(2) {
        case "ja", "ko": return String(language.prefix(2))
        default:
            let isTraditional = ["hant", "tw", "hk", "mo"].contains { language.hasSuffix($0) }
            return language.hasSuffix("hk") ? "zh-hk" : isTraditional ? "zh-tw" : "zh-cn"
        }
    }

    /// Where the bytes of quotation marks, dots and dashes are that stand beside Chinese characters: there they are as
    /// wide as a character.
    static func wideSigns(in shown: String) -> [Range<Int>] {
        let characters = Array(shown)
        var ranges: [Range<Int>] = []
        var start = 0
        for (index, character) in characters.enumerated() {
            let end = start + character.utf8.count
            let beside = [index - 1, index + 1].filter(characters.indices.contains).map { characters[$0] }
            if "“”‘’…—".contains(character), beside.contains(where: { $0 == character || isWide($0) }) {
                ranges.append(start..<end)
            }
            start = end
        }
        return ranges
    }

    /// A Chinese or Japanese character or sign, which takes a square.
    private static func isWide(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        return (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
            || (0xFF00...0xFF60).contains(value) || (0x20000...0x3FFFF).contains(value)
    }
}
