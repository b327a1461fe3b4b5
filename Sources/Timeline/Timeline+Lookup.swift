extension Timeline {
    /// The place of a segment on the video track.
    public func index(of id: SegmentID) -> Int? {
        segments.firstIndex { $0.id == id }
    }

    /// The segment of this name, if it is on the video track.
    public func segment(_ id: SegmentID) -> Segment? {
        segments.first { $0.id == id }
    }

    /// The text of this name.
    public func text(_ id: SegmentID) -> TextSegment? {
        texts.first { $0.id == id }
    }

    /// When a segment or a text begins.
    public func start(of id: SegmentID) -> Milliseconds? {
        var start = Milliseconds.zero
        for segment in segments {
            if segment.id == id { return start }
            start = start + segment.duration
        }
        return text(id)?.start
    }

    /// When each segment begins, in the order of the video track.
    public var starts: [Milliseconds] {
        var start = Milliseconds.zero
        return segments.map { segment in
            defer { start = start + segment.duration }
            return start
        }
    }

    /// The transition into the segment at `index` as it can be shown: none into the first, and no longer than either
    /// of the two segments, so that the halves of two transitions never meet within one.
    public func shownTransition(into index: Int) -> Transition {
        guard segments.indices.contains(index), index > 0 else { return .cut }
        var transition = segments[index].transition
        guard transition.style != .cut else { return .cut }
        transition.duration = min(transition.duration, segments[index - 1].duration, segments[index].duration)
        return transition
    }
}
