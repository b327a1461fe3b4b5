extension String {
    /// A file's name without its ending: "05-sunset" for "05-sunset.jpg".
    package var stem: String {
        guard let dot = lastIndex(of: "."), dot > startIndex else { return self }
        // "St. Ives" has no ending: those are short and without spaces.
        let ending = self[index(after: dot)...]
        return ending.isEmpty || ending.count > 5 || ending.contains(" ") ? self : String(self[..<dot])
    }

    /// The text for one line of a terminal: control characters, line ends and marks that turn the writing direction
    /// become spaces, and what is longer than `limit` characters ends in "…".
    package func plain(limit: Int = 60) -> String {
        var scalars = UnicodeScalarView()
        // A character can be a letter under thousands of marks.
        var left = limit * 16
        for scalar in unicodeScalars {
            left -= 1
            guard left > 0 else { break }
            scalars.append(scalar.isLayout ? " " : scalar)
        }
        let words = String(scalars).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        guard words.count > limit || left <= 0 else { return words }
        return words.prefix(max(limit - 1, 0)) + "…"
    }
}

extension Unicode.Scalar {
    /// A character that is not seen itself but moves or turns what is.
    fileprivate var isLayout: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }
}
