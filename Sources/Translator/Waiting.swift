/// What is shown only if something follows it: headings, and blank lines beside what went.
struct Waiting: Hashable, Sendable {
    private enum Entry: Hashable, Sendable {
        case heading(Heading)
        case piece(Translation.Piece)
        case blank(String)
        /// Here something was taken out.
        case gap
    }

    private struct Heading: Hashable, Sendable {
        var words: String
        var line: Line
        var isProcedure: Bool

        /// Whether this line no longer belongs below the heading.
        ///
        /// - Parameters:
        ///   - hasGap: Something below the heading went.
        ///   - hasBlank: Since then there was a blank line.
        func isOver(_ line: Line, hasGap: Bool, hasBlank: Bool) -> Bool {
            switch (self.line.kind, line.kind) {
            case (.item, _): line.indent <= self.line.indent
            case (.heading(let above), .heading(let below)): below <= above
            case (.plain, .heading): true
            case (_, .item): false
            default: hasGap && hasBlank
            }
        }
    }

    private var entries: [Entry] = []
    /// Something has been shown.
    private var hasBegun = false

    /// The heading above begins a procedure.
    var isProcedure: Bool {
        for case .heading(let heading) in entries.reversed() { return heading.isProcedure }
        return false
    }

    mutating func addBlank(_ string: String) {
        entries.append(.blank(string))
    }

    mutating func addGap() {
        entries.append(.gap)
    }

    mutating func addHeading(_ words: String, _ line: Line, isProcedure: Bool) {
        entries.append(.heading(Heading(words: words, line: line, isProcedure: isProcedure)))
    }

    /// What is looked up does not make a heading worth its while, but takes its turn behind it.
    mutating func addShown(_ shown: Translation.Shown, into result: inout Translation) {
        entries.append(.piece(.shown(shown)))
        if !hasHeading { flush(into: &result) }
    }

    /// Words that stay, and with them the headings above.
    mutating func addWords(_ words: String, into result: inout Translation) {
        entries.append(.piece(.text(words)))
        flush(into: &result)
    }

    /// A line comes that some headings do not stand over: they are settled, with what they have got.
    mutating func enter(_ line: Line) {
        var hasGap = false
        var hasBlank = false
        for index in entries.indices.reversed() {
            switch entries[index] {
            case .gap: hasGap = true
            case .blank: hasBlank = hasBlank || !hasGap
            case .piece: break
            case .heading(let heading):
                guard heading.isOver(line, hasGap: hasGap, hasBlank: hasBlank) else { continue }
                // Nothing below it is left. A heading over nothing at all was meant so.
                entries[index] = hasGap ? .gap : .piece(.text(heading.words))
            }
        }
    }

    mutating func end(into result: inout Translation) {
        var hasGap = false
        for index in entries.indices.reversed() {
            switch entries[index] {
            case .gap: hasGap = true
            case .heading(let heading):
                if hasGap { entries[index] = .gap } else { entries[index] = .piece(.text(heading.words)) }
            case .piece(.text): hasGap = false
            case .piece, .blank: break
            }
        }
        flush(into: &result)
        // Blank lines at the end stay if they were the text's own end.
        let rest = entries.contains(.gap) ? [] : entries
        for case .blank(let string) in rest { result.pieces.append(.text(string)) }
        self = Waiting()
    }

    private var hasHeading: Bool {
        entries.contains { if case .heading = $0 { true } else { false } }
    }

    /// Everything up to the last words, blank lines around what went drawn together.
    private mutating func flush(into result: inout Translation) {
        var blanks: [String] = []
        var blanksBefore: [String] = []
        var hasGap = false
        func put(_ piece: Translation.Piece) {
            let longer = blanks.count > blanksBefore.count ? blanks : blanksBefore
            if hasBegun || !hasGap { result.pieces += longer.map { .text($0) } }
            result.pieces.append(piece)
            (blanks, blanksBefore, hasGap, hasBegun) = ([], [], false, true)
        }
        for entry in entries {
            switch entry {
            case .blank(let string): blanks.append(string)
            case .gap:
                if blanks.count > blanksBefore.count { blanksBefore = blanks }
                (blanks, hasGap) = ([], true)
            case .piece(let piece): put(piece)
            case .heading(let heading): put(.text(heading.words))
            }
        }
        entries = blanksBefore.map(Entry.blank) + (hasGap ? [.gap] : []) + blanks.map(Entry.blank)
    }
}
