/// A sentence of a line: which of its tokens.
enum Sentence {
    /// The sentences of a line, one after another and nothing between them.
    static func ranges(in tokens: [Token], of text: [Character]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        var hasWords = false
        while index < tokens.count {
            guard ends(at: index, tokens, text, from: start) else {
                let token = tokens[index]
                // A pointing hand says: what follows is something new.
                if token.kind == .emoji, hasWords, pointing.contains(text[token.range.lowerBound]) {
                    ranges.append(start..<index)
                    (start, hasWords) = (index, false)
                }
                hasWords = hasWords || token.kind != .emphasis && token.kind != .emoji
                index += 1
                continue
            }
            index = afterClosers(index + 1, tokens, text, from: start)
            ranges.append(start..<index)
            (start, hasWords) = (index, false)
        }
        if start < tokens.count { ranges.append(start..<tokens.count) }
        return ranges
    }

    private static func ends(at index: Int, _ tokens: [Token], _ text: [Character], from start: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .mark else { return false }
        let next = token.range.upperBound < text.count ? text[token.range.upperBound] : nil
        switch text[token.range.lowerBound] {
        case "。", "！", "？": return true
        case "!", "?", "～": return next?.isNumber != true
        case "~": return next?.isWhitespace != false
        case "…": return next?.isWhitespace != false || next?.isHan == true
        case ".":
            if let next, next.isLetter && !next.isHan || next.isNumber || next == "," { return false }
            return !isAbbreviation(index, tokens, text, from: start)
        default: return false
        }
    }

    /// "e.g.", "approx.", the "1." of a list within a line, and whatever goes on with a small letter.
    private static func isAbbreviation(_ index: Int, _ tokens: [Token], _ text: [Character], from start: Int) -> Bool {
        if index + 1 < tokens.count, tokens[index + 1].kind == .word,
            text[tokens[index + 1].range.lowerBound].isLowercase
        {
            return true
        }
        guard index > start, tokens[index].range.count == 1 else { return false }
        let before = tokens[index - 1]
        switch before.kind {
        case .number:
            let isFirst = index - 1 == start || text[tokens[index - 2].range.lowerBound] == ":"
            return isFirst && before.range.count <= 2 && index + 1 < tokens.count
        case .word:
            let word = String(text[before.range]).lowercased()
            return word.count == 1 && word != "i" && index > start + 1 && text[before.range.lowerBound - 1] == "."
                || abbreviations.contains(word)
        default: return false
        }
    }

    private static let abbreviations: Set<String> = [
        "vs", "approx", "mr", "mrs", "ms", "dr", "st", "fig", "vol", "ca", "incl",
    ]

    /// Quotation marks, brackets, asterisks and emoji behind a full stop still belong to the sentence.
    private static func afterClosers(_ index: Int, _ tokens: [Token], _ text: [Character], from start: Int) -> Int {
        var index = index
        while index < tokens.count {
            let token = tokens[index]
            let character = text[token.range.lowerBound]
            switch token.kind {
            case .mark: guard ".!?。！？…～~)）\"”’」』】]".contains(character) else { return index }
            case .emoji: guard !pointing.contains(character) else { return index }
            case .emphasis:
                let isOpen = tokens[start..<index].count { $0.kind == .emphasis } % 2 == 1
                guard isOpen else { return index }
            default: return index
            }
            index += 1
        }
        return index
    }

    /// Emoji that stand before what they point at.
    private static let pointing: Set<Character> = [
        "👉", "👉🏻", "👆", "👇", "👈", "⬇️", "⬆️", "⬅️", "▶️", "▶", "📥", "📤", "💡", "🖱️", "🖱", "☝️", "📌", "📍", "🔗",
        "⚠️", "✏️",
    ]
}
