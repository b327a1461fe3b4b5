/// English and Chinese words.
extension Lexer {
    /// Letters, digits after the first, and apostrophes within.
    private func wordEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isSpacedLetter || text[end].isNumber || text[end] == "'" { end += 1 }
        while end > start + 1, text[end - 1] == "'" { end -= 1 }
        return max(end, start + 1)
    }

    private static let endings: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "heic", "mp4", "mov", "avi", "webm", "mkv", "mp3", "wav", "m4a", "aac",
    ]

    mutating func readEnglish() {
        let end = wordEnd(from: position)
        if end + 1 < text.count, text[end] == ".", text[end + 1].isSpacedLetter {
            let last = wordEnd(from: end + 1)
            // A file that was never given: no word of its name means anything.
            let ending = String(text[(end + 1)..<last])
            if Lexer.endings.contains(ending) { return append(.word, length: last - position) }
            if ending == "cube" {
                let name = NameMatch(said: String(text[position..<last]), media: [])
                return append(.colorTable(name), length: last - position)
            }
        }
        let word = String(text[position..<end])
        if let longest = vocabulary.longestPhrase[word], let (length, concept) = phrase(from: word, end, upTo: longest)
        {
            if let match = names.word(word), end == position + length, Lexer.yieldsToNames(concept) {
                return append(isNameHere(after: end) ? .name(match) : concept, length: length)
            }
            let isNumber = if case .number = concept { true } else { false }
            return append(concept, length: length, isSpelledOut: isNumber)
        }
        if let match = names.word(word) {
            append(.name(match), length: end - position)
        } else if let concept = vocabulary.inflected(word) {
            append(concept, length: end - position)
        } else if let meant = vocabulary.slips.meant(by: word), let concept = vocabulary.english[meant] {
            append(concept, length: end - position)
            tokens[tokens.count - 1].meant = meant
        } else {
            append(.word, length: end - position)
        }
    }

    /// Words that may as well be what is seen on a photo.
    private static func yieldsToNames(_ concept: Concept) -> Bool {
        switch concept {
        case .mood, .feeling, .color, .filler, .place, .frame, .transition, .filter, .random: true
        default: false
        }
    }

    /// "The wedding photo" and "the wedding one" speak of a photo; "wedding music" does not.
    private func isNameHere(after end: Int) -> Bool {
        var start = end
        while start < text.count, text[start] == " " { start += 1 }
        guard start < text.count, text[start].isSpacedLetter else { return false }
        let next = String(text[start..<wordEnd(from: start)])
        return ["photo", "picture", "pic", "image", "shot", "one"].contains(next)
    }

    /// The longest phrase that begins with the word that ends at `end`. A hyphen counts as a space.
    private func phrase(from word: String, _ end: Int, upTo longest: Int) -> (length: Int, Concept)? {
        var best = vocabulary.english[word].map { (end - position, $0) }
        var phrase = word
        var next = end
        for _ in 1..<max(longest, 1) {
            var start = next
            while start < text.count, text[start] == " " || (text[start] == "-" && start == next) { start += 1 }
            guard start > next || (start < text.count && "&:".contains(text[start])), start < text.count else { break }
            next = text[start] == "&" ? start + 1 : wordEnd(from: start)
            phrase += " " + String(text[start..<next])
            if let concept = vocabulary.english[phrase] { best = (next - position, concept) }
        }
        return best
    }

    mutating func readChinese() {
        var (length, concept): (Int, Concept?) = (0, nil)
        if let longest = vocabulary.longestChinese[text[position]] {
            for count in stride(from: min(longest, text.count - position), through: 1, by: -1) {
                if let found = vocabulary.chinese[String(text[position..<(position + count)])] {
                    (length, concept) = (count, found)
                    break
                }
            }
        }
        let number = chineseNumber()
        if let number, number.length >= length { (length, concept) = (number.length, .number(number.value)) }
        if let named = names.chinese(in: text, at: position), named.length >= length {
            (length, concept) = (named.length, .name(named.match))
        }
        if let concept { return append(concept, length: length) }
        readUnknownChinese()
    }

    /// B站 begins with a Latin letter.
    var isChineseWord: Bool {
        guard position + 1 < text.count, text[position + 1].isHan, vocabulary.longestChinese[text[position]] != nil
        else {
            return false
        }
        return isKnownChinese
    }

    private mutating func readUnknownChinese() {
        let start = position
        repeat { position += 1 } while position < text.count && text[position].isHan && !isKnownChinese
        let concept = names.fragment(text[start..<position]).map(Concept.name) ?? .word
        tokens.append(Token(Lexer.settled(concept), start..<position))
    }

    var isKnownChinese: Bool {
        if chineseNumber() != nil || names.chinese(in: text, at: position) != nil { return true }
        guard let longest = vocabulary.longestChinese[text[position]] else { return false }
        return (1...longest).contains { count in
            position + count <= text.count && vocabulary.chinese[String(text[position..<(position + count)])] != nil
        }
    }

    /// 三十, 一百二十, 两.
    private func chineseNumber() -> (length: Int, value: Double)? {
        var (total, digit, end) = (0, nil as Int?, position)
        while end < text.count, end - position < 8 {
            if let value = Entry.chineseDigits[text[end]] {
                digit = (digit ?? 0) * (digit == nil ? 1 : 10) + value
            } else if let place = Entry.chinesePlaces[text[end]] {
                total += (digit ?? 1) * place
                digit = nil
            } else {
                break
            }
            end += 1
        }
        return end > position ? (end - position, Double(total + (digit ?? 0))) : nil
    }
}
