/// A line of a reply, by what stands before its words.
struct Line: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case blank
        /// Where code begins or ends.
        case fence
        /// A table's row, a rule: left alone.
        case fixed
        /// "## Next steps"
        case heading(level: Int)
        case item
        case plain
    }

    var kind: Kind
    /// How many characters stand before the words: spaces, a bullet, a number, hashes.
    var prefix: Int
    /// Of the spaces before the first mark.
    var indent: Int
    /// The number of a list's item, and where it stands.
    var number: Int?
    var numberRange: Range<Int>?

    init(_ text: [Character]) {
        var index = 0
        func skipSpaces() { while index < text.count, text[index].isWhitespace { index += 1 } }
        skipSpaces()
        indent = index
        while index < text.count, text[index] == ">" {
            index += 1
            skipSpaces()
        }
        prefix = index
        kind = .plain
        guard index < text.count else {
            kind = .blank
            return
        }
        let start = index
        switch text[index] {
        case "`" where text[index...].prefix(3).allSatisfy { $0 == "`" } && text.count - index >= 3,
            "~" where text[index...].prefix(3).allSatisfy { $0 == "~" } && text.count - index >= 3:
            kind = .fence
        case "|": kind = .fixed
        case "-" where Self.isRule(text[index...]), "*" where Self.isRule(text[index...]),
            "_" where Self.isRule(text[index...]),
            "=" where Self.isRule(text[index...]):
            kind = .fixed
        case "#":
            while index < text.count, text[index] == "#" { index += 1 }
            let level = index - start
            guard index < text.count, text[index].isWhitespace else { return }
            skipSpaces()
            (kind, prefix) = (.heading(level: level), index)
        case "-", "*", "+", "•", "·", "–", "●", "▪", "◦", "○", "‣", "∙":
            let bullet = text[index]
            index += 1
            let isSpaced = index < text.count && text[index].isWhitespace
            guard isSpaced || "•·●▪◦○‣".contains(bullet) else { return }
            skipSpaces()
            (kind, prefix) = (.item, index)
        default: readNumber(text, from: start)
        }
    }

    /// "1.", "1)", "1、", "(1)", "（1）", "1️⃣"
    private mutating func readNumber(_ text: [Character], from start: Int) {
        var index = start
        if text[index].unicodeScalars.contains(Self.keycap),
            let digit = text[index].unicodeScalars.first.flatMap({ Int(String($0)) })
        {
            index += 1
            while index < text.count, text[index].isWhitespace { index += 1 }
            (kind, prefix, number, numberRange) = (.item, index, digit, start..<start + 1)
            return
        }
        let isInBrackets = text[index] == "(" || text[index] == "（"
        if isInBrackets { index += 1 }
        let digits = index
        while index < text.count, index - digits < 3, text[index].isASCII, text[index].isNumber { index += 1 }
        guard index > digits, index < text.count, let value = Int(String(text[digits..<index])) else { return }
        let range = digits..<index
        let mark = text[index]
        guard isInBrackets ? ")）".contains(mark) : ".)、）．".contains(mark) else { return }
        index += 1
        guard index < text.count, text[index].isWhitespace || mark != "." && !text[index].isNumber || text[index].isHan
        else { return }
        while index < text.count, text[index].isWhitespace { index += 1 }
        (kind, prefix, number, numberRange) = (.item, index, value, range)
    }

    /// What makes a key of a digit: "1️⃣"
    static let keycap: Unicode.Scalar = "\u{20E3}"

    /// "---", "***"
    private static func isRule(_ text: ArraySlice<Character>) -> Bool {
        guard let first = text.first else { return false }
        let marks = text.filter { !$0.isWhitespace }
        return marks.count >= 3 && marks.allSatisfy { $0 == first }
    }
}
