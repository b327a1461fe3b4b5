/// Reads a line into tokens, from left to right, each character once or a few times.
struct Lexer {
    let text: [Character]
    let lexicon = Lexicon.shared
    var position: Int
    var tokens: [Token] = []
    /// Marks that were looked for in vain: there is no need to look again.
    var missing: Set<Character> = []
    /// Up to here no file's name ends: a part of what is none is none either.
    var fileless = 0

    private init(_ text: [Character], from start: Int) {
        self.text = text
        self.position = start
    }

    static func tokens(of text: [Character], from start: Int = 0) -> [Token] {
        var lexer = Lexer(text, from: start)
        lexer.run()
        return lexer.tokens
    }

    private mutating func run() {
        while position < text.count {
            let character = text[position]
            if character.isWhitespace {
                position += 1
            } else if readLiteral() || readQuotation() {
                continue
            } else if character.isHan {
                readHan()
            } else if character.isLetter {
                readWord()
            } else if character.isNumber, !character.isPictograph {
                readNumber()
            } else if character == "*" || character == "_" {
                readRun(of: character, .emphasis)
            } else if character.isPictograph {
                append(.emoji, length: 1)
            } else {
                readMark()
            }
        }
    }

    mutating func append(_ kind: Token.Kind, length: Int, _ meaning: Meaning = []) {
        let range = position..<min(position + length, text.count)
        tokens.append(Token(kind: kind, range: range, meaning: meaning, isCapital: text[position].isUppercase))
        position = range.upperBound
    }

    private mutating func readRun(of character: Character, _ kind: Token.Kind) {
        append(kind, length: run(from: position) { $0 == character } - position)
    }

    private mutating func readMark() {
        let character = text[position]
        // "..." and "--" are one mark each.
        guard character == "." || character == "-" || character == "…" || character == "—" else {
            return append(.mark, length: 1, character == "&" ? .and : [])
        }
        readRun(of: character, .mark)
    }

    /// Where a run of such characters ends.
    func run(from start: Int, while fits: (Character) -> Bool) -> Int {
        var end = start
        while end < text.count, fits(text[end]) { end += 1 }
        return end
    }

    func character(at index: Int) -> Character? {
        text.indices.contains(index) ? text[index] : nil
    }
}
