extension EditMessage {
    /// "Drag the sunset clip to the beginning" -> "Move the sunset clip to the beginning"
    func englishDrag(_ body: Range<Int>) -> String? {
        guard let verb = body.first(where: { tokens[$0].means(.drag) }) else { return slider(body, in: body) }
        let end = purpose(after: verb, body) ?? body.upperBound
        var range = verb + 1..<end
        if let slider = slider(body, in: range) { return slider }
        // "drag the clip and drop it at the start"
        let dropping = range.first { String(text[tokens[$0].range]).lowercased() == "drop" }
        if let dropping, dropping + 1 < end, tokens[dropping + 1].means(.pronoun) {
            let object = words(verb + 1..<dropping).removing(suffix: " and")
            return "Move \(object) " + words(dropping + 2..<end)
        }
        guard let place = range.first(where: { isDirection($0) && $0 > range.lowerBound }) else {
            guard let reason = purpose(after: verb, body) else { return nil }
            // "so that it sits before the interview"
            if tokens[reason].means(.thereby), (reason..<body.upperBound).contains(where: { isDirection($0) }) {
                return "Move " + words(verb + 1..<body.upperBound)
            }
            return lengthening(range, reason + 1..<body.upperBound)
        }
        // "from the media panel" is no place in a video.
        if let from = range.first(where: { isWord($0, "from") }), from > range.lowerBound, from < place || place == from
        {
            let goal = (from + 1..<end).first { isDirection($0) }
            let isWindow = tokens[from..<(goal ?? end)].contains { $0.means([.panel, .place, .page]) }
            guard let goal else { return nil }
            if isWindow { return "Move " + words(range.lowerBound..<from) + " " + words(goal..<end) }
        }
        range = range.lowerBound..<end
        return "Move " + words(range)
    }

    /// "Drag the volume slider to 30%" -> "Set the volume to 30%"
    private func slider(_ body: Range<Int>, in range: Range<Int>) -> String? {
        guard let slider = body.first(where: { tokens[$0].means(.slider) }) else { return nil }
        guard let value = (slider + 1..<body.upperBound).first(where: { tokens[$0].kind == .number }) else {
            return nil
        }
        let start = range.contains(slider) ? range.lowerBound : (body.first { tokens[$0].means(.determiner) } ?? slider)
        return "Set " + words(start..<slider) + " to " + words(value..<value + 1)
    }

    /// Where the reason begins: "to" before a verb, "so that".
    private func purpose(after verb: Int, _ body: Range<Int>) -> Int? {
        (verb + 1..<body.upperBound).first { index in
            if tokens[index].means(.thereby) || tokens[index].means(.using) { return true }
            guard tokens[index].means(.to), index + 1 < body.upperBound else { return false }
            return tokens[index + 1].means(.verb)
        }
    }

    /// "Drag the edge of the sunset clip to make it longer" -> "Make the sunset clip longer"
    private func lengthening(_ object: Range<Int>, _ reason: Range<Int>) -> String? {
        guard let verb = reason.first, tokens[verb].means(.alter) else { return nil }
        let of = object.last { isWord($0, "of") }
        let thing = (of.map { $0 + 1 } ?? object.lowerBound)..<object.upperBound
        // "a clip", "the clip": which one is not said.
        guard let first = thing.first, isWord(first, "the") || tokens[first].kind == .quoted, thing.count > 2 else {
            return nil
        }
        var edit = ""
        for index in reason {
            let isThing = tokens[index].means(.pronoun) && !tokens[index].means(.determiner)
            edit += (edit.isEmpty ? "" : " ") + (isThing ? words(thing) : words(index..<index + 1))
        }
        return edit.sentenceStart
    }

    private func isDirection(_ index: Int) -> Bool {
        guard tokens[index].kind == .word else { return false }
        // "the left edge" is no direction.
        if tokens[index].means(.place), index + 1 < tokens.count, tokens[index + 1].means(.media) { return false }
        return Self.directions.contains(String(text[tokens[index].range]).lowercased())
    }

    private func isWord(_ index: Int, _ word: String) -> Bool {
        tokens[index].kind == .word && String(text[tokens[index].range]).lowercased() == word
    }

    private static let directions: Set<String> = [
        "to", "onto", "into", "before", "after", "between", "above", "below", "under", "over", "up", "down", "left",
        "right",
        "forward", "forwards", "backward", "backwards", "earlier", "later", "toward", "towards", "behind", "from", "in",
        "on",
        "top right", "top left", "bottom right", "bottom left", "next to", "beside", "past", "upward", "downward",
        "near",
    ]
}

extension String {
    func removing(suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
