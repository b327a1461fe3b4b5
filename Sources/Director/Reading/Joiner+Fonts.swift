import Timeline

/// Finds the names of fonts: "in Comic Neue", "the font 'DejaVu Serif'", "use the Open Sans font".
extension Joiner {
    /// - Parameter families: those that are installed, asked for only where a message may name one.
    static func fonts(in tokens: [Token], of message: Message, families: () -> [String]) -> [Token] {
        let speaksOfText = tokens.contains { token in
            switch token.concept {
            case .noun(.font), .noun(.title), .noun(.caption), .noun(.endTitle), .noun(.lowerThird), .noun(.text): true
            default: false
            }
        }
        guard speaksOfText else { return tokens }
        let isNamed = tokens.contains { $0.concept == .noun(.font) }
        let mayName = isNamed || message.original.contains(where: \.isUppercase)
        let known = mayName ? Set(families().map { $0.lowercased() }) : []
        var joiner = Joiner(tokens, of: message)
        while joiner.next < joiner.input.count {
            if !joiner.joinInstalled(known, isNamed), !joiner.joinNamedBefore(), !joiner.joinNamedAfter(known) {
                joiner.pass()
            }
        }
        return joiner.output
    }

    /// The name of a family, after "in" or beside "font". Where no font is spoken of, it has a capital letter.
    private mutating func joinInstalled(_ known: Set<String>, _ isNamed: Bool) -> Bool {
        let isIntroduced = [.link(.in), .link(.to), .verb(.use), .verb(.set), .noun(.font), .the, .with]
            .contains(output.last?.concept ?? .filler)
        let isCapital = message.original[input[next].range.lowerBound].isUppercase
        guard isIntroduced, isCapital || isNamed, let count = installed(known, at: next) else { return false }
        join(count, into: .font(spelling(next..<(next + count))))
        return true
    }

    /// How many words from there on are the name of a family.
    private func installed(_ known: Set<String>, at start: Int) -> Int? {
        stride(from: min(5, input.count - start), through: 1, by: -1).first { count in
            known.contains(spelling(start..<(start + count)).lowercased())
        }
    }

    /// "The Wingdings font": words with capitals, or that mean nothing else, right before "font".
    private mutating func joinNamedBefore() -> Bool {
        var end = next
        while end < input.count, isPartOfName(end) { end += 1 }
        guard end > next, end < input.count, input[end].concept == .noun(.font) else { return false }
        join(end - next, into: .font(spelling(next..<end)))
        return true
    }

    /// "Font: Wingdings", "the font 'Wingdings'", 字体换成Wingdings.
    private mutating func joinNamedAfter(_ known: Set<String>) -> Bool {
        guard output.last?.concept == .noun(.font) else { return false }
        var start = next
        while start < input.count, isBridge(input[start].concept) { start += 1 }
        guard start < input.count else { return false }
        var end = start
        if case .text(let name) = input[start].concept {
            while next < start { pass() }
            join(1, into: .font(name))
            return true
        }
        while end < input.count, isPartOfName(end) || (end > start && isNumber(end)) { end += 1 }
        if let count = installed(known, at: start) { end = start + count }
        guard end > start else { return false }
        while next < start { pass() }
        join(end - start, into: .font(spelling(start..<end)))
        return true
    }

    private func isBridge(_ concept: Concept) -> Bool {
        switch concept {
        case .colon, .link(.to), .verb(.set), .verb(.use), .filler, .says, .the, .a: true
        default: false
        }
    }

    private func isNumber(_ index: Int) -> Bool {
        if case .number = input[index].concept { true } else { false }
    }

    private func isPartOfName(_ index: Int) -> Bool {
        switch input[index].concept {
        case .word, .name: true
        case .text, .font, .noun(.title), .noun(.caption), .noun(.text), .noun(.font), .verb, .comma, .stop: false
        default: message.original[input[index].range.lowerBound].isUppercase && index > 0
        }
    }

    private func spelling(_ range: Range<Int>) -> String {
        String(
            message.original[input[range.lowerBound].range.lowerBound..<input[range.upperBound - 1].range.upperBound]
        )
    }
}
