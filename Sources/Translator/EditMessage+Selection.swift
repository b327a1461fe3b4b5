extension EditMessage {
    /// What is selected in "select the third clip in the timeline".
    func selection(_ body: Range<Int>) -> Range<Int>? {
        guard let verb = body.first(where: { tokens[$0].means(.step) }) else { return nil }
        let rest = verb + 1..<body.upperBound
        let end = rest.first { tokens[$0].means([.preposition, .using, .thereby, .afterwards]) } ?? rest.upperBound
        guard end > verb + 1, !tokens[verb + 1..<end].contains(where: { $0.means([.control, .panel]) }) else {
            return nil
        }
        return verb + 1..<end
    }

    /// "Delete" and what had been selected: "Delete the third clip"
    func applying(_ deed: Deed, to object: Range<Int>) -> Deed {
        guard case .send(let edit) = deed, !edit.contains(" ") else { return deed }
        let thing = words(object)
        if tokens[object].contains(where: { $0.kind == .han }) {
            return edit.count <= 4 && edit != "撤销上一步" ? .send(edit + thing) : deed
        }
        return .send(edit + " " + thing)
    }
}
