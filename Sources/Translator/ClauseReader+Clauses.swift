extension ClauseReader {
    /// The clauses of a sentence, one after another and nothing between them.
    func clauses(of sentence: Range<Int>) -> [Clause] {
        var clauses: [Clause] = []
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            let mark = separator(from: start, in: sentence) ?? sentence.upperBound
            let next = (mark..<sentence.upperBound).first { !isSeparator($0) } ?? sentence.upperBound
            append(start..<mark, upTo: next, to: &clauses)
            start = next
        }
        return clauses
    }

    /// Takes apart what stands between two marks: "and", "if" and the like begin clauses too.
    private func append(_ stretch: Range<Int>, upTo next: Int, to clauses: inout [Clause]) {
        var start = stretch.lowerBound
        func add(_ end: Int, _ role: Role) {
            let whole = start..<(end == stretch.upperBound ? next : end)
            clauses.append(Clause(body: start..<end, whole: whole, role: role, isJoined: start > stretch.lowerBound))
            start = end
        }
        var index = start
        while index < stretch.upperBound {
            if let aside = aside(at: index, in: stretch) {
                if index > start { add(index, role(of: start..<index)) }
                add(aside.end, aside.role)
                index = aside.end
                continue
            }
            if index > start, divides(index, from: start, stretch.upperBound) { add(index, role(of: start..<index)) }
            index += 1
        }
        if start < stretch.upperBound || stretch.isEmpty {
            add(stretch.upperBound, topic(start..<stretch.upperBound) ?? role(of: start..<stretch.upperBound))
        }
    }

    /// Talk of a window in brackets: "(click Export to get it)".
    private func aside(at index: Int, in stretch: Range<Int>) -> (end: Int, role: Role)? {
        guard isMark(index, "(（"), let close = closing(index, in: stretch), close > index + 1 else { return nil }
        let role = role(of: index + 1..<close)
        // What is in brackets is by the way.
        guard case .window(let deed, _) = role else { return nil }
        return (close + 1, .window(deed, isOffer: true))
    }

    /// The bracket that closes this one, if it is not far.
    private func closing(_ index: Int, in range: Range<Int>) -> Int? {
        (index + 1..<range.upperBound).prefix(Self.horizon).first { isMark($0, ")）") }
    }

    /// The next mark between clauses. Those in brackets part nothing.
    private func separator(from start: Int, in sentence: Range<Int>) -> Int? {
        var index = start
        while index < sentence.upperBound {
            if isMark(index, "(（"), let close = closing(index, in: sentence) {
                index = close + 1
                continue
            }
            if isSeparator(index) { return index }
            index += 1
        }
        return nil
    }

    private func isMark(_ index: Int, _ marks: String) -> Bool {
        tokens[index].kind == .mark && marks.contains(text[tokens[index].range.lowerBound])
    }

    private func divides(_ index: Int, from start: Int, _ end: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word || token.kind == .han || token.kind == .mark else { return false }
        guard !isOnlyLead((start..<index).prefix(Self.horizon)) else { return false }
        if tokens[index - 1].kind == .emoji, case .window = role(of: index..<end) { return true }
        if token.means([.and, .or, .but]) {
            guard index + 1 < end else { return false }
            return begins(index + 1..<end)
        }
        if token.kind == .word { return token.means(.condition) }
        // Chinese needs no comma: 想恢复的话点击撤销按钮.
        guard token.kind == .han, token.means([.may, .reader, .must, .offering, .point, .open, .drag, .filler]) else {
            return false
        }
        guard isReason(start..<index, isVerb: token.means(.verb)), case .window = role(of: index..<end) else {
            return false
        }
        return true
    }

    /// Whether what follows "and" is a clause of its own.
    private func begins(_ rest: Range<Int>) -> Bool {
        let rest = rest.prefix(Self.horizon)
        switch role(of: rest) {
        case .window, .condition: return true
        case .content(_, let deed) where deed != nil: return true
        case .content:
            let first = rest.first { !tokens[$0].means([.filler, .and, .or, .but]) && tokens[$0].kind != .emphasis }
            guard let first else { return false }
            if tokens[first].means([.own, .ownPlan, .talk, .reader, .finite]) { return true }
            guard tokens[first].kind == .word, tokens[first].means([.determiner, .pronoun]) else {
                return tokens[first].kind == .han && tokens[first].means(.clauses)
            }
            return tokens[rest].prefix(8).contains { $0.means([.finite, .will]) }
        case .loose, .step: return false
        }
    }

    /// Words before a verb that say why, or what has been done; nothing of them is the verb's object.
    private func isReason(_ words: Range<Int>, isVerb: Bool) -> Bool {
        let words = words.suffix(Self.horizon)
        guard let last = words.last,
            let first = words.first(where: { tokens[$0].kind != .emphasis && tokens[$0].kind != .emoji })
        else { return false }
        if tokens[last].means(.afterwards) { return true }
        let meaning = meaning(of: words)
        if tokens[first].means([.condition, .wish]) { return true }
        return meaning.contains(.past) && !isVerb
    }

    /// 竖屏版本可以通过导出按钮下载: what the sentence is about comes first, and goes with the rest.
    private func topic(_ stretch: Range<Int>) -> Role? {
        guard stretch.contains(where: { tokens[$0].kind == .han }) else { return description(stretch) }
        for index in stretch.dropFirst().prefix(8) {
            let token = tokens[index]
            if token.means([.past, .own, .ownPlan, .talk, .finite, .forbidding, .drag]) { break }
            guard token.means([.may, .must, .offering]) else { continue }
            let role = role(of: index..<stretch.upperBound)
            if case .window = role { return role }
            break
        }
        return description(stretch)
    }

    /// "The Export button is in the top right", 导出按钮在右上角, "the file can be found in the Media panel"
    private func description(_ stretch: Range<Int>) -> Role? {
        let stretch = stretch.prefix(Self.horizon)
        guard !tokens[stretch].contains(where: { $0.means([.own, .ownPlan, .talk, .past]) || $0.kind == .address })
        else { return nil }
        let window: Meaning = [.panel, .page, .control]
        if let found = stretch.first(where: { tokens[$0].means(.findable) }) {
            let place = meaning(of: found..<stretch.upperBound)
            let isPlace =
                !place.isDisjoint(with: window) || place.contains(.place) && meaning(of: stretch).contains(.control)
            guard isPlace, place.contains(.preposition) || tokens[found].kind == .han else { return nil }
            return .window(deed(of: stretch, Lead()), isOffer: true)
        }
        let named = stretch.prefix(5).first { tokens[$0].means([.export, .upload, .money, .undo, .preview]) }
        guard let named, named + 1 < stretch.upperBound, tokens[named + 1].means([.control, .panel]) else { return nil }
        let before = stretch.lowerBound..<named
        guard
            before.allSatisfy({
                tokens[$0].kind == .emphasis || tokens[$0].means([.determiner, .filler, .preposition, .place, .finite])
            })
        else { return nil }
        let after = meaning(of: (named + 2..<max(stretch.upperBound, named + 2)))
        guard after.contains(.place) || !after.isDisjoint(with: [.control, .panel, .page]) else { return nil }
        return .window(deed(of: stretch, Lead()), isOffer: true)
    }

    private func isOnlyLead(_ words: Range<Int>) -> Bool {
        words.allSatisfy { index in
            let token = tokens[index]
            return token.kind == .emphasis || token.kind == .emoji || token.kind == .mark || token.means(.leads)
        }
    }

    private func isSeparator(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .mark else { return false }
        switch text[token.range.lowerBound] {
        case ",", "，", ";", "；", "—", "–", "：", ".", "!", "?", "。", "！", "？", "…", "～", "~": return true
        case ":": return true
        case "-":
            let before = token.range.lowerBound
            return before > 0 && text[before - 1].isWhitespace
        default: return false
        }
    }
}
