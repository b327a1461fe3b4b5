/// A reply on its way: pieces come in, whole lines come out. Blank lines around it are dropped, those inside are not.
struct ReplyLines: Sendable {
    private var partial = ""
    private var blanks = 0
    private(set) var hasText = false

    /// The lines that are complete by what has come.
    mutating func take(_ piece: String) -> [String] {
        partial += piece
        var parts = partial.split(separator: "\n", omittingEmptySubsequences: false)
        partial = String(parts.removeLast())
        return parts.flatMap { line(String($0)) }
    }

    /// The end of a text: what is left of it, and a line of its own for what comes next.
    mutating func end() -> [String] {
        defer { partial = "" }
        return partial.isEmpty ? [] : line(partial)
    }

    private mutating func line(_ text: String) -> [String] {
        if text.allSatisfy(\.isWhitespace) {
            blanks += 1
            return []
        }
        defer { (blanks, hasText) = (0, true) }
        return hasText && blanks > 0 ? ["", text] : [text]
    }
}
