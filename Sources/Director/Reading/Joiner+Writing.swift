import Timeline

/// Finds the words of a title that came without quotation marks: "add the title Paradise Found at the top".
extension Joiner {
    static func writings(in tokens: [Token], of message: Message) -> [Token] {
        var joiner = Joiner(tokens, of: message)
        while joiner.next < joiner.input.count { if !joiner.joinWriting() { joiner.pass() } }
        return joiner.output
    }

    private mutating func joinWriting() -> Bool {
        guard let concept = peek() else { return false }
        let start: Int
        switch concept {
        case .says:
            start = skip(from: next + 1) { $0 == .colon }
        case .noun(.title), .noun(.endTitle), .noun(.caption), .noun(.lowerThird), .noun(.text):
            guard let found = startOfWords(afterNounAt: next), !isJudgement(found) else { return false }
            start = found
        case .verb(.write):
            return joinWritingOnPhoto()
        default:
            return false
        }
        var end = endOfWords(from: start)
        guard end > start, !isText(at: start), !isStyle(start..<end), !isAsked(start) else { return false }
        // Anna Rossi, guide: what somebody is goes with their name.
        if concept == .noun(.lowerThird), end + 1 < input.count, input[end].concept == .comma {
            let role = endOfWords(from: end + 1)
            if role > end + 1, !isStyle((end + 1)..<role), isRole(end + 1) { end = role }
        }
        for _ in next..<start { pass() }
        join(end - start, into: .text(words(start..<end)))
        return true
    }

    /// "Write Aitzgorri on photo 1" and 在第一张上写Aitzgorri; "write a poem" is no such wish.
    private mutating func joinWritingOnPhoto() -> Bool {
        let start = skip(from: next + 1) { $0 == .colon || $0 == .a }
        guard start < input.count, !isText(at: start), input[start].concept != .noun(.text) else { return false }
        let end = endOfWords(from: start)
        guard end > start else { return false }
        let isTailed = end + 1 < input.count && isLink(input[end].concept)
        let sentence = output.reversed().prefix { $0.concept != .stop && $0.concept != .comma }
        let isHan = message.plain[input[next].range].contains(where: \.isHan)
        guard isTailed || (isHan && sentence.contains { Joiner.speaksOfPhoto($0.concept) }) else { return false }
        // "The date" and "the file names" are no words to write.
        let isKnown = input[start..<end].contains { token in
            if case .lacking = token.concept { true } else { token.concept == .noun(.name) }
        }
        guard !isKnown else { return false }
        // "Caption photo 1" speaks of a photo; it does not say what to write.
        if case .name = input[start].concept { return writeTailed(start..<end, isTailed) }
        guard !Joiner.speaksOfPhoto(input[start].concept) else { return false }
        for _ in next..<start { pass() }
        join(end - start, into: .text(words(start..<end)))
        return true
    }

    private mutating func writeTailed(_ range: Range<Int>, _ isTailed: Bool) -> Bool {
        guard isTailed else { return false }
        for _ in next..<range.lowerBound { pass() }
        join(range.count, into: .text(words(range)))
        return true
    }

    /// "The title is too long on the screen" says what is wrong with it.
    private func isJudgement(_ index: Int) -> Bool {
        guard index < input.count, input[index - 1].concept == .link(.to), !input[index - 1].isHan else { return false }
        let isCapital = message.original[input[index].range.lowerBound].isUppercase
        switch input[index].concept {
        case .degree, .judged, .disliked, .not, .verb(.faster), .verb(.slower): return !isCapital
        default: return false
        }
    }

    private func startOfWords(afterNounAt noun: Int) -> Int? {
        let after = skip(from: noun + 1) { $0 == .filler }
        guard after < input.count else { return nil }
        // 标题 我的夏天: Chinese has no spaces but where something new begins.
        let isSetApart = input[noun].isHan && input[noun + 1].range.lowerBound > input[noun].range.upperBound
        if isSetApart, input[noun + 1].isHan { return noun + 1 }
        switch input[after].concept {
        case .colon, .link(.to), .verb(.set), .verb(.write):
            return skip(from: after + 1) { [.colon, .link(.to), .verb(.set)].contains($0) }
        case .word, .name:
            return noun + 1 == after ? after : nil
        default:
            // Whatever the words mean, a capital letter after "title" begins its text.
            let isCapital = message.original[input[after].range.lowerBound].isUppercase
            return isCapital && noun + 1 == after ? after : nil
        }
    }

    private func skip(from start: Int, while condition: (Concept) -> Bool) -> Int {
        var index = start
        while index < input.count, condition(input[index].concept) { index += 1 }
        return index
    }

    private func isText(at index: Int) -> Bool {
        guard index < input.count else { return false }
        if case .text = input[index].concept { return true }
        return false
    }

    private static func speaksOfPhoto(_ concept: Concept) -> Bool {
        switch concept {
        case .noun(.photo), .noun(.clip), .ordinal, .name, .hash, .each, .counter, .same: true
        default: false
        }
    }

    /// Up to a comma, a full stop, or words that say where, how long or what else.
    private func endOfWords(from start: Int) -> Int {
        var end = start
        while end < input.count, input[end].concept != .comma, input[end].concept != .stop {
            if isText(at: end) || (end > start && isTail(at: end)) { break }
            end += 1
        }
        while end > start + 1, isPoliteness(end - 1) { end -= 1 }
        return end
    }

    /// 写的是什么 and "what does it say?" ask for words.
    private func isAsked(_ index: Int) -> Bool {
        switch input[index].concept {
        case .ask: input[index].isHan
        case .questionMark: true
        default: false
        }
    }

    private func isRole(_ index: Int) -> Bool {
        switch input[index].concept {
        case .verb, .link, .and, .comma, .degree, .not, .color, .position, .place, .font: false
        default: true
        }
    }

    private func isPoliteness(_ index: Int) -> Bool {
        ["please", "吧", "哦", "啊", "呗", "谢谢"].contains(String(message.plain[input[index].range]))
    }

    private func isTail(at index: Int) -> Bool {
        let after = skip(from: index + 1) { [.filler, .the, .a, .link(.to), .link(.at), .link(.on)].contains($0) }
        guard after < input.count else { return false }
        let next = input[after].concept
        let isCapital = message.original[input[after].range.lowerBound].isUppercase
        switch input[index].concept {
        case .link(.at), .link(.in), .link(.for), .link(.on), .link(.from), .link(.until), .link(.to), .verb(.move),
            .verb(.show):
            return !isCapital && (isStyle(next) || Joiner.speaksOfPhoto(next) || isPlatform(next))
        case .with, .and, .verb(.add):
            guard !isCapital else { return false }
            switch next {
            case .word, .name, .filler, .text, .link, .photos, .number: return false
            default: return true
            }
        default:
            return false
        }
    }

    private func isPlatform(_ concept: Concept) -> Bool {
        if case .platform = concept { true } else { false }
    }

    private func isLink(_ concept: Concept) -> Bool {
        switch concept {
        case .link(.on), .link(.at), .link(.in): true
        default: false
        }
    }

    private func isStyle(_ concept: Concept) -> Bool {
        switch concept {
        case .place, .position, .color, .duration, .degree, .always, .ordinal, .font, .bold, .italic, .animation, .fade,
            .fadeIn, .fadeOut, .noun(.box), .noun(.outline), .noun(.lowerThird), .noun(.font):
            true
        default: false
        }
    }

    /// "Title to yellow" and 标题改成5秒 say how a title looks, unless they are written like a name.
    private func isStyle(_ range: Range<Int>) -> Bool {
        if message.original[input[range.lowerBound].range.lowerBound].isUppercase { return false }
        return input[range].contains { isStyle($0.concept) }
            && input[range].allSatisfy { token in
                switch token.concept {
                case .filler, .the, .a, .link, .noun, .and, .verb, .photos: true
                default: isStyle(token.concept)
                }
            }
    }

    private func words(_ range: Range<Int>) -> String {
        let characters = input[range.lowerBound].range.lowerBound..<input[range.upperBound - 1].range.upperBound
        return Lexer.trimmed(message.original[characters])
    }
}
