extension Lexer {
    /// The longest word of the lexicon that begins here, or a single character.
    mutating func readHan() {
        let longest = lexicon.reach(of: text[position]) ?? 1
        for length in stride(from: min(longest, text.count - position), through: 1, by: -1) {
            guard let meaning = lexicon.chinese(String(text[position..<position + length])) else { continue }
            return append(.han, length: length, meaning)
        }
        append(.han, length: 1)
    }

    /// The longest phrase of the lexicon that begins here, or a word.
    mutating func readWord() {
        let first = word(at: position)
        let key = lowercased(first)
        var meaning: Meaning?
        var end = first.upperBound
        if character(at: end) == "+" {
            let end = run(from: end) { $0.isSpacedLetter || $0 == "+" }
            return append(.word, length: end - position, lexicon.english(lowercased(position..<end)) ?? .key)
        }
        if let reach = lexicon.reach(of: key) {
            meaning = lexicon.english(key)
            var phrase = key
            var next = end
            for _ in 1..<max(reach, 1) {
                let start = run(from: next) { $0 == " " }
                guard start > next || character(at: next) == "+" || character(at: next) == "/" else { break }
                let word = start > next ? word(at: start) : next..<next
                let piece = word.isEmpty ? nonSpace(from: start) : word
                guard !piece.isEmpty else { break }
                phrase += " " + lowercased(piece)
                next = piece.upperBound
                if let found = lexicon.english(phrase) { (meaning, end) = (found, next) }
            }
        }
        if meaning == nil { (meaning, end) = compound(first, key: key) }
        append(.word, length: end - position, meaning ?? [])
    }

    /// "it'll", "the video's": a subject that brings its verb along.
    private func compound(_ first: Range<Int>, key: String) -> (Meaning?, Int) {
        guard let apostrophe = key.firstIndex(of: "'") else { return (nil, first.upperBound) }
        let ending = key[apostrophe...]
        return (lexicon.english(String(ending)) ?? (ending == "'s" ? [] : .finite), first.upperBound)
    }

    /// Letters with the digits, apostrophes and hyphens inside.
    private func word(at start: Int) -> Range<Int> {
        var end = start
        while let next = character(at: end) {
            let joins = next == "'" || next == "’" || next == "-"
            guard
                (next.isLetter && !next.isHan) || (end > start && next.isNumber)
                    || (joins && end > start && character(at: end + 1)?.isSpacedLetter == true)
            else { break }
            end += 1
        }
        return start..<end
    }

    private func nonSpace(from start: Int) -> Range<Int> {
        start..<run(from: start) { "+&/".contains($0) }
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(text[range]).lowercased().replacing("’", with: "'")
    }

    /// "2.5", "16:9", "0:04.5", "1080p", "30%", "1,000"
    mutating func readNumber() {
        var end = position
        while let next = character(at: end) {
            let joins = ".:,x×/".contains(next) && character(at: end + 1)?.isNumber == true
            guard next.isNumber || joins else { break }
            end += 1
        }
        end = run(from: end) { $0.isLetter && !$0.isHan || $0 == "%" }
        append(.number, length: end - position)
    }
}

extension Character {
    var isHan: Bool {
        guard let scalar = unicodeScalars.first?.value else { return false }
        return (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
    }

    /// A letter of a script that puts spaces between words.
    var isSpacedLetter: Bool { isLetter && !isHan }

    /// Emoji and the arrows and dingbats used like them.
    var isPictograph: Bool {
        guard let first = unicodeScalars.first, !first.isASCII || unicodeScalars.count > 1 else { return false }
        switch first.value {
        case 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF: return true
        default: break
        }
        return first.properties.isEmojiPresentation
            || unicodeScalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 }
            || (0x1F000...0x1FAFF).contains(first.value)
    }
}
