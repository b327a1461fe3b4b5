extension EditMessage {
    /// What is selected in "select the third clip in the timeline".
    func selection(_ body: Range<Int>) -> Range<Int>? {
        guard let verb = body.first(where: { tokens[$0].means(.step) }) else { return nil }
        let rest = verb + 1..<body.upperBound
        let end = rest.first { tokens[$0].means([.preposition, .using, .thereby, .afterwards]) } ?? rest.upperBound
        let object = verb + 1..<end
        guard tokens[object].contains(where: { $0.means(.media) }) else { return nil }
        return tokens[object].contains { $0.means([.control, .panel]) } ? nil : object
    }

    /// "Delete" and what had been selected: "Delete the third clip"
    func applying(_ deed: Deed, to object: Range<Int>) -> Deed {
        guard case .send(let edit) = deed, !edit.contains(" ") else { return deed }
        let thing = words(object)
        if tokens[object].contains(where: { $0.kind == .han }) {
            return edit.count <= 4 ? .send(edit + thing) : deed
        }
        return .send(edit + " " + thing)
    }
}
