/// Tells what a clause is.
struct ClauseReader {
    let text: [Character]
    let tokens: [Token]

    /// How far is looked for the words a verb needs, so that a line without marks is not read over and over.
    static let horizon = 40

    func role(of clause: Range<Int>) -> Role {
        role(of: clause, lead: Lead())
    }

    private func role(of clause: Range<Int>, lead: Lead) -> Role {
        let clause = clause.prefix(Self.horizon)
        guard !tokens[clause].contains(where: { $0.kind == .address }) else { return .content() }
        var lead = lead
        var index = clause.lowerBound
        while index < clause.upperBound {
            let token = tokens[index]
            let rest = index + 1..<clause.upperBound
            switch token.kind {
            case .emphasis, .emoji, .mark:
                index += 1
                continue
            default: break
            }
            if token.means(.forbidding) {
                lead.isForbidden = true
            } else if token.means([.own, .ownPlan]), !token.means(.offering) {
                return .content(isPlan: token.means(.ownPlan))
            } else if token.means(.talk) {
                return .content()
            } else if token.means(.must), isHead(rest) || !token.means(.condition) {
                lead.isAddressed = true
            } else if token.means(.condition), !(lead.isAddressed && isHead(rest)) {
                return condition(rest)
            } else if token.means(.past), token.kind == .han {
                return .content()
            } else if token.means(.may) || token.means(.offering) && !token.means(.verb) {
                lead.isAddressed = lead.isAddressed || token.means([.may, .offering])
                lead.isOffer = true
            } else if token.means(.reader) {
                lead.isAddressed = true
            } else if token.means(.or) {
                lead.isOffer = true
            } else if let verb = verbAfterLocation(index, clause) {
                lead.location = meaning(of: index..<verb)
                index = verb
                continue
            } else if !token.means([.filler, .and, .but]) || isHead(index..<clause.upperBound) {
                break
            }
            index += 1
        }
        guard index < clause.upperBound else { return .loose }
        return role(ofHead: index..<clause.upperBound, lead)
    }

    private func role(ofHead body: Range<Int>, _ lead: Lead) -> Role {
        if let recogniser = Recogniser.all.first(where: { $0.fits(body, lead, self) }) {
            if case .keeps(let deed) = recogniser.outcome { return .content(deed) }
            if recogniser.outcome == .unmeant { return .content() }
            let deed = lead.isForbidden ? .nothing : deed(of: body, lead)
            return .window(deed, isOffer: lead.isOffer || recogniser.isDescription || hasCondition(body))
        }
        let first = tokens[body.lowerBound]
        if first.means(.to), body.count > 1, tokens[body.lowerBound + 1].means(.verb) { return .condition }
        if ends(body, with: .afterwards) { return .condition }
        if first.means(.step), lead.location.isEmpty { return .step }
        if !lead.isAddressed, hangsOn(first, body) { return .loose }
        if first.kind == .han || lead.isAddressed { return .content() }
        return tokens[body].contains { $0.means(.clauses) || $0.kind == .han } ? .content() : .loose
    }

    /// "from the menu", 来保存, 将视频保存到电脑: it goes on with what is before it.
    private func hangsOn(_ first: Token, _ body: Range<Int>) -> Bool {
        let words = meaning(of: body)
        guard words.isDisjoint(with: [.own, .ownPlan, .talk]) else { return false }
        if first.kind != .han { return first.means([.preposition, .thereby, .to, .using]) }
        return first.means([.thereby, .using])
            || first.means(.disposing) && !words.isDisjoint(with: [.follows, .export]) && !words.contains(.past)
    }

    /// What comes after "if", or "when": talk of a window, or the reason for it.
    private func condition(_ rest: Range<Int>) -> Role {
        guard !rest.isEmpty, case .window(let deed, _) = role(of: rest, lead: Lead(isOffer: true)) else {
            return .condition
        }
        return .window(deed, isOffer: true)
    }

    /// Whether a clause is about to turn on a verb of windows.
    func isHead(_ body: Range<Int>) -> Bool {
        guard let first = body.first(where: { tokens[$0].kind != .emphasis && tokens[$0].kind != .emoji }) else {
            return false
        }
        let body = first..<body.upperBound
        return Recogniser.all.contains { $0.fits(body, Lead(isAddressed: true), self) }
    }

    /// "in the sidebar click", 在右侧面板中调整: where the verb is, if a place of a window comes first.
    private func verbAfterLocation(_ index: Int, _ clause: Range<Int>) -> Int? {
        let token = tokens[index]
        guard token.means(.preposition), token.kind == .han || token.kind == .word else { return nil }
        let verbs: Meaning =
            token.kind == .han
            ? [.point, .press, .open, .drag, .look, .step, .adjust, .alter, .export, .pay, .upload] : [.point, .drag]
        var seen: Meaning = []
        for next in (index + 1..<clause.upperBound).prefix(12) {
            let meaning = tokens[next].meaning
            if !meaning.isDisjoint(with: [.past, .own, .finite]) { return nil }
            let isPlace = !seen.isDisjoint(with: [.control, .panel, .stage, .page, .money, .place])
            if isPlace, !meaning.isDisjoint(with: verbs), !tokens[next].means([.fixtures, .stage, .page]) {
                return next
            }
            if isPlace, tokens[next].means([.disposing]) { return next }
            seen.formUnion(meaning)
        }
        return nil
    }

    /// "click Export whenever you like"
    private func hasCondition(_ body: Range<Int>) -> Bool {
        tokens[body.dropFirst()].contains {
            $0.means([.offering]) || $0.kind == .word && $0.means(.condition) || isLatePermission($0)
        }
    }

    /// 点击导出就可以下载: permission after the verb.
    private func isLatePermission(_ token: Token) -> Bool {
        token.kind == .han && token.means(.may)
    }

    private func ends(_ body: Range<Int>, with meaning: Meaning) -> Bool {
        guard let last = body.last(where: { tokens[$0].kind != .emphasis && tokens[$0].kind != .mark }) else {
            return false
        }
        return tokens[last].means(meaning)
    }

    func meaning(of range: some Sequence<Int>) -> Meaning {
        range.reduce(into: []) { $0.formUnion(tokens[$1].meaning) }
    }
}
