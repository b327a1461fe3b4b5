/// Quotations, whole names and punctuation.
extension Lexer {
    private static let closings: [Character: Character] = [
        "\"": "\"", "“": "”", "”": "”", "„": "“", "＂": "＂", "「": "」", "『": "』", "《": "》", "«": "»", "‘": "’", "'": "'",
        "`": "`",
    ]

    mutating func readQuotation() -> Bool {
        let original = message.original
        let opening = original[position]
        guard let closing = Lexer.closings[opening] else { return false }
        let isApostrophe = opening == "'" || opening == "‘" || opening == "`"
        if isApostrophe, position > 0, text[position - 1].isSpacedLetter || text[position - 1].isNumber { return false }
        var end = position + 1
        while end < original.count {
            let mayClose = original[end] == closing || (opening == "“" && original[end] == "\"")
            let isWithinWord = isApostrophe && end + 1 < original.count && text[end + 1].isSpacedLetter
            if mayClose, !isWithinWord { break }
            end += 1
        }
        // An apostrophe that nothing closes is one; other quotation marks may be left open to the end.
        if end == original.count, isApostrophe { return false }
        let quoted = Lexer.trimmed(original[(position + 1)..<end])
        let length = min(end + 1, original.count) - position
        let inner = Array(quoted.map(Message.plain))
        if !inner.isEmpty, inner.contains("."), let (count, match) = names.whole(in: inner, at: 0), count == inner.count
        {
            append(.name(match), length: length)
        } else if quoted.isEmpty {
            append(.filler, length: length)
        } else {
            append(.text(quoted), length: length)
        }
        return true
    }

    static func trimmed(_ characters: ArraySlice<Character>) -> String {
        var rest = characters
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    mutating func readName() -> Bool {
        if position > 0 {
            let before = text[position - 1]
            let touches = before.isSpacedLetter || before.isNumber
            if touches, !text[position].isHan { return false }
        }
        guard let (length, match) = names.whole(in: text, at: position) else { return false }
        append(.name(match), length: length)
        return true
    }

    /// #ff8800 and #f80. Three digits and no letter are the number of a photo.
    private var hexColor: (length: Int, color: String)? {
        guard text[position] == "#" else { return nil }
        let rest = text[(position + 1)...]
        let digits = rest.prefix { $0.isHexDigit && $0.isASCII }
        let next = rest.dropFirst(digits.count).first
        guard digits.count == 6 || (digits.count == 3 && digits.contains(where: \.isLetter)),
            !(next?.isSpacedLetter ?? false), !(next?.isNumber ?? false)
        else { return nil }
        let full = digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined()
        return (digits.count + 1, "#" + full)
    }

    mutating func readMark() {
        let next = position + 1 < text.count ? text[position + 1] : " "
        if let (length, color) = hexColor { return append(.color(color), length: length) }
        let concept: Concept? =
            switch text[position] {
            case ",": .comma
            case "、", "&", "+": .and
            case ";", "!", "\n", "。": .stop
            case "?": .questionMark
            case ".": next == " " || next == "\n" ? .stop : nil
            case ":": .colon
            case "#": .hash
            case "-", "~": .dash
            case "%": .percentSign
            case "=": .link(.to)
            default: nil
            }
        append(concept ?? .filler, length: 1)
    }
}
