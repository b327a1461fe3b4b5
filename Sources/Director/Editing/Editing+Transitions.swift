import Timeline

/// How one picture gives way to the next.
extension Editing {
    mutating func changeTransitions(_ wish: TransitionWish) throws(Refusal) {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        let indices = try self.indices(of: wish.scope)
        var transitions: [SegmentID: Transition] = [:]
        let dealt = wish.isRandom ? TransitionChooser.transitions(for: timeline, in: wish.family) : [:]
        for index in indices {
            let segment = timeline.segments[index]
            var transition = dealt[segment.id] ?? segment.transition
            if let style = wish.style { transition = transition.restyled(as: style) }
            // "With transitions" brings them back; where there are some, they stay.
            if wish.isBare, transition.style == .cut { transition = transition.restyled(as: .crossfade) }
            if let easing = wish.easing { transition.easing = easing }
            if let direction = wish.direction { transition.direction = direction }
            let before = timeline.segments[index - 1]
            if let change = wish.length {
                transition.duration = try changed(transition.duration, change, between: before, and: segment)
                if transition.style == .cut { transition.style = .crossfade }
                givenTransitions.insert(segment.id)
            } else if transition != segment.transition {
                transition = Editing.fitting(transition, between: before, and: segment)
            }
            transitions[segment.id] = transition
        }
        var batch: [EditCommand] = [.setTransitions(transitions)]
        if wish.scope == .all { batch.append(.setDefaults(defaults(after: wish))) }
        try apply(.batch(batch))
    }

    private func changed(
        _ duration: Milliseconds,
        _ change: LengthChange,
        between first: Segment,
        and second: Segment
    ) throws(Refusal) -> Milliseconds {
        let longest = min(first.duration, second.duration, Timeline.transitionLengths.upperBound)
        let new = change.applied(to: duration)
        guard new >= Milliseconds(40), new <= longest else {
            let most = longest.length(in: phrases.language)
            throw refuse(
                "Here a transition can take 0.04 s to \(most).",
                "这里的转场可以是 0.04 秒到 \(most)。"
            )
        }
        return new
    }

    private func defaults(after wish: TransitionWish) -> Timeline.Defaults {
        var defaults = timeline.defaults
        if let style = wish.style { defaults.transition = defaults.transition.restyled(as: style) }
        if let easing = wish.easing { defaults.transition.easing = easing }
        if let direction = wish.direction { defaults.transition.direction = direction }
        if case .to(let length) = wish.length, defaults.transition.style != .cut {
            defaults.transition.duration = length
        }
        return defaults
    }

    /// The segments whose transitions are meant, by where they are.
    private func indices(of scope: TransitionWish.Scope) throws(Refusal) -> [Int] {
        switch scope {
        case .all:
            return Array(timeline.segments.indices.dropFirst())
        case .into(let photos):
            let indices = try segments(photos).compactMap(timeline.index).filter { $0 > 0 }
            guard !indices.isEmpty else {
                throw refuse(
                    "Nothing comes before the first photo, so no transition leads to it.",
                    "第一张之前没有画面，所以没有转场。"
                )
            }
            return indices
        case .outOf(let photos):
            let indices = try segments(photos).compactMap(timeline.index).map { $0 + 1 }
                .filter(timeline.segments.indices.contains)
            guard !indices.isEmpty else {
                throw refuse("Nothing comes after the last photo.", "最后一张之后没有画面了。")
            }
            return indices
        case .between(let photos):
            let indices = try segments(photos).compactMap(timeline.index).sorted()
            guard indices.count == 2, indices[1] == indices[0] + 1 else {
                throw refuse(
                    "Transitions are between neighbours. \(names)",
                    "转场只能在相邻的两张之间。\(names)"
                )
            }
            return [indices[1]]
        }
    }
}
