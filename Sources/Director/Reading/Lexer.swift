import Timeline

/// Reads a message into tokens: the longest phrase of the vocabulary, or of the photos' names, at each place.
struct Lexer {
    let message: Message
    let names: NameIndex
    let vocabulary = Vocabulary.shared
    var position = 0
    var tokens: [Token] = []

    private init(_ message: Message, names: NameIndex) {
        self.message = message
        self.names = names
    }

    static func tokens(of message: Message, names: NameIndex) -> [Token] {
        var lexer = Lexer(message, names: names)
        lexer.run()
        return lexer.tokens
    }

    var text: [Character] { message.plain }

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

    /// The name of a table of colours never means a photo.
    static func settled(_ concept: Concept) -> Concept {
        if case .name(let match) = concept, match.isColorTable { .colorTable(match) } else { concept }
    }

    mutating func append(_ concept: Concept, length: Int, isSpelledOut: Bool = false) {
        var token = Token(Lexer.settled(concept), position..<(position + length), isSpelledOut: isSpelledOut)
        let spelling = text[token.range]
        token.isHan = text[position].isHan
        token.isPlural = spelling.last == "s"
        token.isMusical = spelling.contains { $0 == "首" || $0 == "曲" } || spelling.reversed().starts(with: "enut")
        tokens.append(token)
        position += length
    }
}
