extension Lexer {
    /// Code, an address, a path or a file's name: nothing in it is read as words.
    mutating func readLiteral() -> Bool {
        let character = text[position]
        if character == "`" { return readCode() }
        let isStart = position == 0 || text[position - 1].isWhitespace || "(（[“\"'：:".contains(text[position - 1])
        if character == "/" || character == "~" {
            guard isStart, let next = self.character(at: position + 1), next.isLetter || next == "/" || next == "."
            else {
                return false
            }
            append(.literal, length: addressEnd(from: position) - position)
            return true
        }
        guard character.isLetter || character.isNumber else { return false }
        return readAddress() || readFileName()
    }

    private mutating func readCode() -> Bool {
        let fence = run(from: position) { $0 == "`" }
        let width = fence - position
        guard !missing.contains("`") else { return false }
        var close = fence
        while close < text.count {
            guard text[close] == "`" else {
                close += 1
                continue
            }
            let end = run(from: close) { $0 == "`" }
            if end - close == width {
                append(.literal, length: end - position)
                return true
            }
            close = end
        }
        missing.insert("`")
        return false
    }

    /// "https://example.com/a", "www.example.com"
    private mutating func readAddress() -> Bool {
        guard position == 0 || !text[position - 1].isSpacedLetter else { return false }
        let scheme = run(from: position) { $0.isASCII && $0.isLetter }
        guard scheme > position else { return false }
        let isAddress =
            text[scheme...].prefix(3).elementsEqual("://")
            || String(text[position..<scheme]).lowercased() == "www" && character(at: scheme) == "."
        guard isAddress else { return false }
        append(.address, length: addressEnd(from: position) - position)
        return true
    }

    /// An address ends at a space or a closing mark, and a mark at its end is the sentence's.
    private func addressEnd(from start: Int) -> Int {
        var end = run(from: start) { !$0.isWhitespace && !"，。；、！？）)」”》<>\"】".contains($0) }
        while end > start + 1, ".,;:!?'".contains(text[end - 1]) { end -= 1 }
        return end
    }

    /// A name with the ending of a file. In Chinese nothing shows where it begins: the words before it are its, up to
    /// a space or a mark.
    private mutating func readFileName() -> Bool {
        guard position >= fileless else { return false }
        if position > 0, text[position - 1].isFileNameCharacter {
            guard text[position - 1].isHan, !text[position].isHan else { return false }
        }
        // No file system takes a longer name, and a line without spaces is not read over and over.
        let end = position + text[position...].prefix(256).prefix { $0.isFileNameCharacter || $0 == "." }.count
        // The last dot of them, if letters follow: with Chinese around it, the ending stops where Latin letters do.
        let dots = (position..<end).reversed().first { text[$0] == "." && $0 + 1 < end && text[$0 + 1] != "." }
        guard let dot = dots, dot > position else {
            fileless = end
            return false
        }
        let ending = text[dot + 1..<end].prefix { $0.isASCII && $0.isFileNameCharacter }
        guard Self.fileEndings.contains(String(ending).lowercased()) else {
            fileless = end
            return false
        }
        // 把sunset.mp4: the name begins with its Latin letters.
        if text[position].isHan, !text[dot - 1].isHan { return false }
        append(.literal, length: ending.endIndex - position)
        return true
    }

    private static let fileEndings: Set<String> = [
        "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "heic", "mp3", "wav", "m4a", "aac",
        "srt", "vtt", "txt", "json", "zip", "pdf", "psd", "ttf", "otf", "swift", "html", "md", "csv",
    ]

    /// Words in quotation marks, if the closing one is on this line.
    mutating func readQuotation() -> Bool {
        let open = text[position]
        guard let close = Self.closing[open], !missing.contains(close) else { return false }
        if open == close || open == "‘" || open == "'" {
            // An apostrophe, a sign for inches or minutes, a closing mark that lost its partner.
            guard position == 0 || !(text[position - 1].isSpacedLetter || text[position - 1].isNumber) else {
                return false
            }
            guard let next = character(at: position + 1), !next.isWhitespace else { return false }
        }
        var index = position + 1
        while index < text.count {
            if text[index] == close, !(close == "'" || close == "’") || !isInsideWord(index) {
                append(.quoted, length: index + 1 - position, label(position + 1..<index))
                return true
            }
            index += 1
        }
        missing.insert(close)
        return false
    }

    /// What the words in quotation marks mean if they are what is written on a button.
    private func label(_ inside: Range<Int>) -> Meaning {
        guard inside.count <= 24 else { return [] }
        let words = Lexer.tokens(of: Array(text[inside]))
        return words.reduce(into: Meaning()) { $0.formUnion($1.meaning) }.intersection(.labels)
    }

    private func isInsideWord(_ index: Int) -> Bool {
        character(at: index + 1)?.isSpacedLetter == true
    }

    private static let closing: [Character: Character] = [
        "\"": "\"", "“": "”", "'": "'", "‘": "’", "「": "」", "『": "』", "《": "》", "【": "】", "„": "“", "«": "»",
    ]
}

extension Character {
    fileprivate var isFileNameCharacter: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
