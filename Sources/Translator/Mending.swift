/// Puts right what taking words out of a line has broken.
enum Mending {
    /// The words without asterisks whose partners went.
    static func balanced(_ words: String) -> String {
        guard words.contains("**") else { return words }
        var parts = words.split(separator: "**", omittingEmptySubsequences: false).map(String.init)
        if parts.count % 2 == 0 {
            let last = parts.removeLast()
            parts[parts.count - 1] += last
        }
        return parts.joined(separator: "**")
    }
}
