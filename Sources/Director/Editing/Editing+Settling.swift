import Timeline

/// What follows from an edit: transitions that still fit, neighbours that move differently, texts in their places.
extension Editing {
    mutating func settle() {
        guard timeline != base || wantsBeat else { return }
        do {
            if timeline.segments.map(\.id) != base.segments.map(\.id) { try refreshMotions() }
            try snapToBeat()
            try fitTransitions()
            try placeTexts()
        } catch {
            // Each of these only changes what the timeline has to what it can hold.
            refusals.append(error.message)
        }
    }

    /// Transitions are shortened where a picture next to them became shorter, or another one came next to them.
    private mutating func fitTransitions() throws(Refusal) {
        var fitting: [SegmentID: Transition] = [:]
        for (before, segment) in zip(timeline.segments, timeline.segments.dropFirst()) {
            let oldIndex = base.index(of: segment.id)
            let oldBefore = oldIndex.flatMap { $0 > 0 ? base.segments[$0 - 1] : nil }
            let old = oldIndex.map { base.segments[$0] }
            let isAsBefore =
                oldBefore?.id == before.id && oldBefore?.duration == before.duration
                && old?.duration == segment.duration
            guard !isAsBefore, !givenTransitions.contains(segment.id) else { continue }
            let transition = Editing.fitting(segment.transition, between: before, and: segment)
            if transition != segment.transition { fitting[segment.id] = transition }
        }
        if !fitting.isEmpty { try apply(.setTransitions(fitting)) }
    }

    /// Captions go with their photos, end titles with the end; no text outlasts the video.
    private mutating func placeTexts() throws(Refusal) {
        let total = timeline.duration
        for text in timeline.texts {
            guard total > .zero else {
                try apply(.removeText(text.id))
                continue
            }
            var placed = text
            if let id = text.anchor {
                guard let segment = timeline.segment(id), let start = timeline.start(of: id) else {
                    try apply(.removeText(text.id))
                    continue
                }
                placed = onPhoto(text, segment, start: start)
            } else if isAtEnd(text), total != base.duration {
                let spansAll = text.start == .zero
                placed.duration = spansAll ? total : min(text.duration, total)
                placed.start = total - placed.duration
            }
            if placed.start + placed.duration > total {
                placed.duration = min(placed.duration, total)
                placed.start = min(placed.start, total - placed.duration)
            }
            if placed != text { try apply(.updateText(placed)) }
        }
    }

    /// Whether it ended with the video before the message.
    private func isAtEnd(_ text: TextSegment) -> Bool {
        guard let old = base.text(text.id), old == text else { return false }
        return old.start + old.duration == base.duration
    }

    /// A caption begins as long after its photo as before, and lasts as long as it if it did.
    private func onPhoto(_ text: TextSegment, _ segment: Segment, start: Milliseconds) -> TextSegment {
        guard let old = base.text(text.id), old.start == text.start, old.duration == text.duration,
            let oldSegment = base.segment(segment.id), let oldStart = base.start(of: segment.id)
        else { return text }
        var placed = text
        let offset = min(max(old.start - oldStart, .zero), segment.duration - Timeline.segmentLengths.lowerBound)
        placed.start = start + offset
        let lastsAsLong = old.duration == oldSegment.duration
        placed.duration = lastsAsLong ? segment.duration : min(old.duration, segment.duration - offset)
        return placed
    }
}
