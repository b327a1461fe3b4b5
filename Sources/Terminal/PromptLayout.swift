/// What is being typed, as rows of a screen.
///
/// Drawn by Kinora and not by libedit, which writes over the difference between what was and what is to be there: it
/// counts a combining character as a column of its own, and an insertion before wide characters leaves halves of them.
struct PromptLayout: Equatable, Sendable {
    /// As they are written, each from the first column on.
    private(set) var rows: [String]
    /// How many columns each row takes.
    private(set) var widths: [Int]
    private(set) var cursor: (row: Int, column: Int)

    /// - Parameters:
    ///   - prompt: Takes `promptWidth` columns; it may have escape sequences.
    ///   - text: The line; a newline in it begins a row.
    ///   - position: Where the cursor is, in Unicode scalars.
    ///   - columns: Of the screen.
    ///   - most: How many rows there is room for; the cursor's is among them.
    init(prompt: String, promptWidth: Int, text: String, position: Int, columns: Int, most: Int = .max) {
        var writer = RowWriter(prompt: prompt, width: promptWidth, columns: columns)
        var index = 0
        for character in text {
            let count = character.unicodeScalars.count
            if (index..<index + count).contains(position) {
                writer.markCursor(before: character, inside: position - index)
            }
            writer.put(character)
            index += count
        }
        // Behind a row that is full, the cursor is in the next one.
        if position >= index { writer.markCursorAtEnd() }
        let first = max(0, writer.cursor.row - max(1, most) + 1)
        let shown = first..<min(writer.rows.count, first + max(1, most))
        rows = Array(writer.rows[shown])
        widths = Array(writer.widths[shown])
        cursor = (writer.cursor.row - first, writer.cursor.column)
    }

    /// What has to be written when the cursor is at the end of `former`; nil where more has changed than its end.
    func added(to former: PromptLayout) -> String? {
        guard rows.count == former.rows.count, rows.dropLast() == former.rows.dropLast(),
            let last = rows.last, let formerLast = former.rows.last, last.hasPrefix(formerLast),
            isAtEnd, former.isAtEnd
        else { return nil }
        return String(last.dropFirst(formerLast.count))
    }

    private var isAtEnd: Bool { cursor == (rows.count - 1, widths.last ?? 0) }

    static func == (one: PromptLayout, other: PromptLayout) -> Bool {
        one.rows == other.rows && one.cursor == other.cursor
    }
}

private struct RowWriter {
    private(set) var rows: [String]
    private(set) var widths: [Int]
    private(set) var cursor = (row: 0, column: 0)
    private let columns: Int

    init(prompt: String, width: Int, columns: Int) {
        rows = [prompt]
        widths = [width]
        self.columns = max(2, columns)
    }

    private var width: Int { widths[widths.count - 1] }

    /// - Parameter inside: How many of the character's scalars are before the cursor.
    mutating func markCursor(before character: Character, inside: Int) {
        let whole = character == "\n" ? 0 : Self.drawn(character).width
        if whole > 0, width + whole > columns { breakRow() }
        let before = character.unicodeScalars.prefix(inside).reduce(0) { $0 + DisplayWidth.of($1) }
        cursor = (rows.count - 1, min(width + before, columns - 1))
    }

    mutating func markCursorAtEnd() {
        if width >= columns { breakRow() }
        cursor = (rows.count - 1, width)
    }

    mutating func put(_ character: Character) {
        guard character != "\n" else { return breakRow() }
        let (text, width, isCertain) = Self.drawn(character)
        if width > 0, self.width + width > columns { breakRow() }
        rows[rows.count - 1] += text
        widths[widths.count - 1] += width
        // Wherever the terminal has left the cursor, what follows begins at its place.
        if !isCertain, self.width < columns { rows[rows.count - 1] += "\r\u{1B}[\(self.width)C" }
    }

    private mutating func breakRow() {
        rows.append("")
        widths.append(0)
    }

    /// A control character is a caret and a letter.
    private static func drawn(_ character: Character) -> (text: String, width: Int, isCertain: Bool) {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, first.value < 0x20 || first.value == 0x7F else {
            return (String(character), DisplayWidth.of(character), DisplayWidth.isCertain(character))
        }
        let letters = scalars.map { "^" + String(Unicode.Scalar(UInt8(truncatingIfNeeded: $0.value ^ 0x40))) }
        return (letters.joined(), 2 * letters.count, true)
    }
}
