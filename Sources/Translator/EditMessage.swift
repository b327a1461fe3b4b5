/// Says what a hand was to do with a mouse as an edit an agent can make.
struct EditMessage {
    let text: [Character]
    let tokens: [Token]

    func isChinese(_ body: Range<Int>) -> Bool {
        tokens[body].contains { $0.kind == .han }
    }

    /// The edit that a drag makes; nil if the words do not say where to, or how far.
    func dragging(_ body: Range<Int>) -> String? {
        guard !tokens[body].contains(where: { $0.means(.anywhere) }) else { return nil }
        return isChinese(body) ? chineseDrag(body) : englishDrag(body)
    }

    /// The edit that a button is named after, "Delete" or 分割; nil for any other button.
    func pressing(_ body: Range<Int>) -> String? {
        guard tokens[body.lowerBound].means([.point, .press]) else { return nil }
        let rest = body.dropFirst()
        let label = rest.first { tokens[$0].means(.alter) }
        guard let label else { return nil }
        let after = label + 1..<body.upperBound
        if isChinese(body) {
            // 点击分割按钮剪开第二段
            if let purpose = after.first(where: { tokens[$0].means(.alter) }), purpose + 1 < body.upperBound {
                return words(purpose..<body.upperBound)
            }
            let isNamed =
                tokens[label].kind == .quoted || label + 1 == body.upperBound || tokens[label + 1].means(.fixtures)
            return isNamed ? bare(label) : words(label..<body.upperBound)
        }
        // "click Split to cut the clip at 5 s"
        if let to = after.first(where: { tokens[$0].means(.to) }), to + 1 < body.upperBound,
            tokens[to + 1].means(.alter)
        {
            return words(to + 1..<body.upperBound).sentenceStart
        }
        // What it is good for is known already.
        let reason = after.first { tokens[$0].means(.to) && $0 + 1 < body.upperBound && tokens[$0 + 1].means(.verb) }
        let end = reason ?? body.upperBound
        guard let place = (label + 1..<end).first(where: { tokens[$0].means(.preposition) }),
            !tokens[place..<end].contains(where: { $0.means([.panel, .place, .stage, .page]) })
        else { return bare(label).sentenceStart }
        return bare(label).sentenceStart + " " + words(place..<end)
    }

    private func bare(_ index: Int) -> String {
        let label = String(text[tokens[index].range])
        return tokens[index].kind == .quoted ? String(label.dropFirst().dropLast()) : label.removing(suffix: " key")
    }

    /// The words of some tokens as they were written, without asterisks and the marks around them.
    func words(_ range: Range<Int>) -> String {
        var words = ""
        var end: Int?
        for token in tokens[range] where token.kind != .emphasis && token.kind != .emoji {
            if let end, token.range.lowerBound > end, !words.isEmpty { words += " " }
            words += String(text[token.range])
            end = token.range.upperBound
        }
        return String(words.reversed().drop { ".,;:!?。，；：！？～ ".contains($0) }.reversed())
    }
}

extension String {
    /// With a capital first letter.
    var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
