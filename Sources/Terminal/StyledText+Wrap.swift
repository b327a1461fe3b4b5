// Lines are broken between words before the terminal breaks them within one.
extension StyledText {
    /// The same text with its lines broken at `columns` at the latest: at spaces, and between wide characters, which
    /// have none between them. What follows a break is indented as its line is. A path, and a word longer than a line,
    /// is left whole for the terminal to wrap, so that it can be copied.
    func wrapped(columns: Int) -> StyledText {
        guard columns > 0, DisplayWidth.of(plain) > columns else { return self }
        var wrap = Wrap(columns: columns)
        for piece in pieces {
            for character in ForeignText.cleaned(piece.text) { wrap.take(character, piece.style) }
        }
        wrap.endWord()
        var text = self
        text.pieces = wrap.pieces
        return text
    }
}

/// The state of a text that is being wrapped.
private struct Wrap {
    let columns: Int
    private(set) var pieces: [StyledText.Piece] = []
    private var column = 0
    private var indent = ""
    private var isAtStart = true
    /// Spaces that are written only if what follows them fits.
    private var gap: [StyledText.Piece] = []
    private var word: [StyledText.Piece] = []
    private var wordWidth = 0
    /// Nothing may be broken off before this character, or after that one.
    private static let closing = Set(".,!?;:)]}%。，、！？；：）」』》”’…")
    private static let opening = Set("([{（「『《“‘")
    private var lastInWord: Character?
    private var isInPath = false

    init(columns: Int) {
        self.columns = columns
    }

    mutating func take(_ character: Character, _ style: Emphasis) {
        switch character {
        case "\n":
            endWord()
            gap = []
            add("\n", style)
            (column, indent, isAtStart) = (0, "", true)
        case " ":
            endWord()
            if isAtStart {
                indent.append(" ")
                add(" ", style)
                column += 1
            } else {
                Self.append(" ", style, to: &gap)
            }
        default:
            let width = DisplayWidth.of(String(character))
            if let last = lastInWord, !isInPath, width == 2 || DisplayWidth.of(String(last)) == 2,
                !Self.closing.contains(character), !Self.opening.contains(last)
            {
                endWord()
            }
            if lastInWord.map(Self.opening.contains) ?? true, character == "/" || character == "~" { isInPath = true }
            Self.append(character, style, to: &word)
            wordWidth += width
            lastInWord = character
        }
    }

    mutating func endWord() {
        guard !word.isEmpty else { return }
        let gapWidth = gap.reduce(0) { $0 + $1.text.count }
        if !isAtStart, column + gapWidth + wordWidth > columns {
            add("\n" + indent, .plain)
            column = indent.count
        } else {
            for piece in gap { add(piece.text, piece.style) }
            column += gapWidth
        }
        for piece in word { add(piece.text, piece.style) }
        column += wordWidth
        // The terminal has broken a word that is longer than a line.
        if column > columns { column %= columns }
        (gap, word, wordWidth, lastInWord, isInPath, isAtStart) = ([], [], 0, nil, false, false)
    }

    private mutating func add(_ text: String, _ style: Emphasis) {
        if pieces.last?.style == style {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(StyledText.Piece(text: text, style: style))
        }
    }

    private static func append(_ character: Character, _ style: Emphasis, to list: inout [StyledText.Piece]) {
        if list.last?.style == style {
            list[list.count - 1].text.append(character)
        } else {
            list.append(StyledText.Piece(text: String(character), style: style))
        }
    }
}
