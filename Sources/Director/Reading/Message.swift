import Timeline

/// What somebody typed, beside a copy in one spelling: lowercase, half-width, simplified.
/// Both have the same number of characters, so that a place in one is a place in the other.
struct Message: Sendable {
    /// Longer messages are no wishes; they are cut here.
    static let longest = 4000

    let original: [Character]
    let plain: [Character]

    init(_ text: String) {
        original = Array(text.prefix(Message.longest))
        plain = original.map(Message.plain)
    }

    func words(_ range: Range<Int>) -> String {
        String(original[range])
    }

    static func plain(_ character: Character) -> Character {
        if character.isASCII {
            guard character.isUppercase else { return character == "\r\n" ? "\n" : character }
            return Character(character.lowercased())
        }
        if let simple = Spelling.simplified[character] { return simple }
        if character.isNewline { return "\n" }
        if character.isWhitespace { return " " }
        if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
        {
            return Character(Character(half).lowercased())
        }
        let lower = character.lowercased()
        return lower.count == 1 ? Character(lower) : character
    }
}

extension Character {
    var isHan: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }

    /// A letter that is written with spaces between the words.
    var isSpacedLetter: Bool { isLetter && !isHan }
}
