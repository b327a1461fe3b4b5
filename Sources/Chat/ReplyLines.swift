/// Text on its way: pieces come in, whole lines come out.
struct ReplyLines: Sendable {
    private var partial = ""

    /// The lines that are complete by what has come.
    mutating func take(_ piece: String) -> [String] {
        partial += piece
        guard piece.contains("\n") else { return [] }
        var parts = partial.split(separator: "\n", omittingEmptySubsequences: false)
        partial = String(parts.removeLast())
        return parts.map(String.init)
    }

    /// The end of a text: what is left of it, and a line of its own for what comes next.
    mutating func end() -> [String] {
        defer { partial = "" }
        return partial.isEmpty ? [] : [partial]
    }
}
