extension ClauseReader {
    /// What a clause about a window comes to.
    func deed(of body: Range<Int>, _ lead: Lead) -> Deed {
        let body = untilCondition(body)
        let words = meaning(of: body).union(lead.location)
        let isDrag = tokens[body].contains { $0.means(.drag) }
        let message = EditMessage(text: text, tokens: tokens)
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
        let first = tokens[body.lowerBound]
        if first.means([.point, .press]), words.contains(.confirm), words.isDisjoint(with: [.stage, .panel, .media]) {
            return .nothing
        }
        if first.means(.open), words.contains(.page), words.isDisjoint(with: [.stage, .panel]) { return .nothing }
        return .show(.timeline)
    }

    /// The clause without what says when: "to the start" of "to the start if you like".
    private func untilCondition(_ body: Range<Int>) -> Range<Int> {
        let end = body.dropFirst().first { tokens[$0].kind == .word && tokens[$0].means(.condition) }
        return body.lowerBound..<(end ?? body.upperBound)
    }
}
