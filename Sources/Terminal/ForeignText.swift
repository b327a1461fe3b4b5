/// Text that came from somewhere else (a studio, a file's name) made harmless for a terminal.
public enum ForeignText {
    /// `text` without escape sequences, control characters and direction overrides. Newlines stay, a tab becomes a
    /// space.
    public static func cleaned(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var kept = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        var pending = scalars.next()
        while let scalar = pending {
            pending = scalars.next()
            switch scalar.value {
            case 0x1B where pending == "[":
                pending = afterControlSequence(&scalars)
            case 0x1B where pending == "]" || pending == "P" || pending == "_" || pending == "^":
                pending = afterString(&scalars)
            case 0x9B:
                pending = afterControlSequence(&scalars, first: pending)
            case 0x09, 0x85, 0x2028, 0x2029:
                kept.append(" ")
            default:
                if !isHarmful(scalar) { kept.append(scalar) }
            }
        }
        return String(kept)
    }

    /// One line: newlines are spaces too.
    public static func cleanedLine(_ text: String) -> String {
        cleaned(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        // Line and paragraph separators, direction overrides and isolates, the byte order mark.
        case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Skips parameters and the final byte of a control sequence; a newline is never swallowed.
    private static func afterControlSequence(
        _ scalars: inout String.UnicodeScalarView.Iterator,
        first: Unicode.Scalar? = nil
    ) -> Unicode.Scalar? {
        var scalar = first ?? scalars.next()
        while let current = scalar, (0x20..<0x40).contains(current.value) { scalar = scalars.next() }
        guard let final = scalar, (0x40..<0x7F).contains(final.value) else { return scalar }
        return scalars.next()
    }

    /// Skips a string sequence up to its end (BEL or ESC \); what is not ended ends with its line.
    private static func afterString(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
        while let scalar = scalars.next() {
            switch scalar.value {
            case 0x07, 0x9C: return scalars.next()
            case 0x0A: return scalar
            case 0x1B:
                let next = scalars.next()
                return next == "\\" ? scalars.next() : next
            default: continue
            }
        }
        return nil
    }
}
