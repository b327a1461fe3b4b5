/// The newlines inside of what was pasted: libedit edits one line, so a visible mark stands for each.
enum PasteMark {
    private static let mark: Character = "⏎"

    /// What to insert into the line for `text`.
    static func inserted(for text: String) -> String {
        // Without a mark that can be seen a newline stands for itself; libedit can show it, only less well.
        guard TextLocale.isUTF8 else { return text }
        return String(text.map { $0 == "\n" ? mark : $0 })
    }

    /// What was meant by the line.
    static func removed(from line: String) -> String {
        String(line.map { $0 == mark ? "\n" : $0 })
    }

    /// The text of a paste: one kind of newline, none at the end, and no control characters.
    ///
    /// Terminals send a newline as CR, and libedit's terminal modes exchange CR and LF, so a CR LF may arrive in
    /// either order.
    static func normalised(_ scalars: some Collection<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        var before: UInt32 = 0
        for scalar in scalars {
            let isNewline = scalar == 10 || scalar == 13
            if isNewline, before == 10 || before == 13, before != scalar {
                before = 0
                continue
            }
            before = scalar
            if isNewline {
                text.append("\n")
            } else if scalar == 9 {
                text.append(" ")
            } else if scalar >= 0x20, !(0x7F..<0xA0).contains(scalar), let valid = Unicode.Scalar(scalar) {
                text.append(valid)
            }
        }
        if text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
