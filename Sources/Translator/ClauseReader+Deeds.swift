extension ClauseReader {
    /// What a clause about a window comes to.
    func deed(of body: Range<Int>, _ lead: Lead) -> Deed {
        let body = untilCondition(body)
        let words = meaning(of: body).union(lead.location)
        let first = tokens[body.lowerBound]
        let isDrag = tokens[body].contains { $0.means(.drag) }
        let message = EditMessage(text: text, tokens: tokens)
        // "mute the music by clicking the speaker icon": the deed is the first verb.
        if first.means(.alter), let end = body.first(where: { tokens[$0].means(.using) }), end > body.lowerBound + 1 {
            return .send(message.words(body.lowerBound..<end).sentenceStart)
        }
        if isDrag || words.contains(.slider) {
            if let edit = message.dragging(body) { return .send(edit) }
            return words.contains(.upload) ? .show(.upload) : .show(.timeline)
        }
        if words.contains(.undo) { return .send(message.isChinese(body) ? "撤销上一步" : "Undo the last change") }
        if words.contains(.redo) { return .send(message.isChinese(body) ? "重做上一步" : "Redo the last change") }
        if words.contains(.export) { return .export }
        if words.contains(.upload) { return .show(.upload) }
        if !words.isDisjoint(with: [.money, .pay]) { return .show(.credits) }
        if let edit = message.pressing(body) { return .send(edit) }
        if first.means([.point, .press]), words.contains(.confirm), words.isDisjoint(with: [.stage, .panel, .media]) {
            return .nothing
        }
        // "close this page"
        if first.means(.open), first.means(.confirm) { return .nothing }
        return .show(.timeline)
    }

    /// The clause without what says when: "to the start" of "to the start if you like".
    private func untilCondition(_ body: Range<Int>) -> Range<Int> {
        let end = body.dropFirst().first { tokens[$0].kind == .word && tokens[$0].means(.condition) }
        return body.lowerBound..<(end ?? body.upperBound)
    }
}
