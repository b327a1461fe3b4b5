import Timeline

/// Reads a message into tokens: the longest phrase of the vocabulary, or of the photos' names, at each place.
struct Lexer {
    private let message: Message
    private let names: NameIndex
    private let vocabulary = Vocabulary.shared
    private var position = 0
    private var tokens: [Token] = []

    private init(_ message: Message, names: NameIndex) {
        self.message = message
        self.names = names
    }

    static func tokens(of message: Message, names: NameIndex) -> [Token] {
        var lexer = Lexer(message, names: names)
        lexer.run()
        return lexer.tokens
    }

    private var text: [Character] { message.plain }

    private mutating func run() {
        while position < text.count {
            let character = text[position]
            if character == " " || character == "\t" {
                position += 1
            } else if readQuotation() || readName() {
                continue
            } else if character.isASCII, character.isNumber {
                readNumber()
            } else if character.isHan || isChineseWord {
                readChinese()
            } else if character.isSpacedLetter || character == "'" {
                readEnglish()
            } else {
                readMark()
            }
        }
    }

    private mutating func append(_ concept: Concept, length: Int, isSpelledOut: Bool = false) {
        var token = Token(concept, position..<(position + length), isSpelledOut: isSpelledOut)
        let spelling = text[token.range]
        token.isHan = text[position].isHan
        token.isPlural = spelling.last == "s"
        token.isMusical = spelling.contains { $0 == "首" || $0 == "曲" } || spelling.reversed().starts(with: "enut")
        tokens.append(token)
        position += length
    }
}

// MARK: Quotations, names and marks

extension Lexer {
    private static let closings: [Character: Character] = [
        "\"": "\"", "“": "”", "”": "”", "„": "“", "＂": "＂", "「": "」", "『": "』", "《": "》", "«": "»", "‘": "’", "'": "'",
        "`": "`",
    ]

    private mutating func readQuotation() -> Bool {
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

    private mutating func readName() -> Bool {
        if position > 0 {
            let before = text[position - 1]
            let touches = before.isSpacedLetter || before.isNumber
            if touches, !text[position].isHan { return false }
        }
        guard let (length, match) = names.whole(in: text, at: position) else { return false }
        append(.name(match), length: length)
        return true
    }

    private mutating func readMark() {
        let next = position + 1 < text.count ? text[position + 1] : " "
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

// MARK: Numbers

extension Lexer {
    private func digits(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isASCII, text[end].isNumber { end += 1 }
        return end
    }

    private mutating func readNumber() {
        var end = digits(from: position)
        if let (length, concept) = readRatio(after: end) {
            return append(concept, length: length)
        }
        if end + 1 < text.count, text[end] == ".", digits(from: end + 1) > end + 1 { end = digits(from: end + 1) }
        // More digits than any sensible number has would not be exact as a Double.
        let value = end - position <= 12 ? Double(String(text[position..<end])) : nil
        append(value.map(Concept.number) ?? .word, length: end - position)
    }

    /// 16:9, 9x16, or the time 1:30.
    private func readRatio(after end: Int) -> (length: Int, Concept)? {
        guard end < text.count, [":", "x", "/", "比", "×"].contains(text[end]), end - position <= 4 else { return nil }
        var start = end + 1
        while start < text.count, text[start] == " ", text[end] != ":" { start += 1 }
        let last = digits(from: start)
        guard last > start, last - start <= 4, let first = Int(String(text[position..<end])),
            let second = Int(String(text[start..<last]))
        else { return nil }
        let isKnown = [[16, 9], [9, 16], [1, 1], [4, 5], [3, 4], [4, 3], [2, 3], [3, 2], [5, 4], [21, 9]].contains([
            first, second,
        ])
        if isKnown { return (last - position, .ratio(first, second)) }
        if text[end] == ":", last - start == 2, second < 60 {
            return (last - position, .duration(.seconds(Double(first * 60 + second))))
        }
        if first >= 240, second >= 240 { return (last - position, Lexer.ratio(ofPixels: first, second)) }
        return nil
    }

    /// 1080x1920 is a way to say 9:16.
    private static func ratio(ofPixels width: Int, _ height: Int) -> Concept {
        var (larger, smaller) = (width, height)
        while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
        return .ratio(width / larger, height / larger)
    }
}

// MARK: Words

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

    private mutating func readEnglish() {
        let end = wordEnd(from: position)
        if end + 1 < text.count, text[end] == ".", text[end + 1].isSpacedLetter {
            let last = wordEnd(from: end + 1)
            // A file that was never given: no word of its name means anything.
            if Lexer.endings.contains(String(text[(end + 1)..<last])) { return append(.word, length: last - position) }
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
        } else {
            append(.word, length: end - position)
        }
    }

    /// Words that may as well be what is seen on a photo.
    private static func yieldsToNames(_ concept: Concept) -> Bool {
        switch concept {
        case .mood, .feeling, .color, .filler, .place, .frame: true
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

    private mutating func readChinese() {
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
    private var isChineseWord: Bool {
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
        tokens.append(Token(concept, start..<position))
    }

    private var isKnownChinese: Bool {
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
