/// Chooses how the camera moves over each still: by the photo's shape, never as its neighbour does, and with the
/// variety of a hand rather than a machine. The choice depends on the photos alone, so it is the same at every call.
public enum MotionChooser {
    /// A motion for every segment, chosen afresh: pinned motions stay, clips stand still.
    public static func motions(for segments: [Segment], in aspect: Aspect = .landscape) -> [SegmentID: Motion] {
        var fresh = Timeline(aspect: aspect, segments: segments)
        for index in segments.indices where !segments[index].motion.pinned { fresh.segments[index].motion = unchosen }
        let motions = Dictionary(fresh.segments.map { ($0.id, $0.motion) }, uniquingKeysWith: { first, _ in first })
        return motions.merging(changes(in: fresh)) { _, chosen in chosen }
    }

    /// The timeline with the fewest new motions that make neighbours differ; see ``Timeline/motionRefresh()``.
    public static func refreshed(_ timeline: Timeline) -> Timeline {
        let motions = changes(in: timeline)
        var refreshed = timeline
        for index in timeline.segments.indices {
            if let motion = motions[timeline.segments[index].id] { refreshed.segments[index].motion = motion }
        }
        return refreshed
    }

    /// A still that does not move because nobody has chosen yet. One that shall not move is pinned.
    private static let unchosen = Motion(.none)

    static func changes(in timeline: Timeline) -> [SegmentID: Motion] {
        let segments = timeline.segments
        var changes: [SegmentID: Motion] = [:]
        var previous = Move.none
        var lastZoom: Move?
        for (index, segment) in segments.enumerated() {
            var motion = segment.motion
            let next = index + 1 < segments.count ? segments[index + 1].motion : unchosen
            if motion.pinned {
                // The person's own choice.
            } else if segment.kind == .clip {
                if motion.move != .none { motion = unchosen }
            } else if motion.move == .none || motion.move == previous || (next.pinned && next.move == motion.move) {
                motion = choose(
                    for: segment,
                    in: timeline.aspect,
                    after: previous,
                    lastZoom: lastZoom,
                    avoiding: next.move
                )
            }
            if motion != segment.motion { changes[segment.id] = motion }
            previous = motion.move
            if motion.move == .zoomIn || motion.move == .zoomOut { lastZoom = motion.move }
        }
        return changes
    }

    private static func choose(
        for segment: Segment,
        in aspect: Aspect,
        after previous: Move,
        lastZoom: Move?,
        avoiding next: Move
    ) -> Motion {
        var dice = Dice(segment.media)
        let fills = segment.fills(aspect)
        let excess = max(segment.size.ratio, 0.001) / aspect.ratio
        // Pans go along the side that sticks out of the frame; over a photo of about its shape, sideways.
        let panAlong: [Move] = excess < 0.9 ? [.panUp, .panDown] : [.panRight, .panLeft]
        let panAcross: [Move] = excess < 0.9 ? [.panRight, .panLeft] : [.panUp, .panDown]
        let pans = dice.roll(2) == 0 ? panAlong : panAlong.reversed()
        let firstZoom: Move =
            switch lastZoom {
            case .zoomIn: .zoomOut
            case .zoomOut: .zoomIn
            default: dice.roll(2) == 0 ? .zoomIn : .zoomOut
            }
        let otherZoom: Move = firstZoom == .zoomIn ? .zoomOut : .zoomIn
        let isLong = fills && max(excess, 1 / excess) >= 1.6
        let lastWasPan = ![Move.none, .zoomIn, .zoomOut].contains(previous)
        let candidates: [Move] =
            if isLong {
                pans + [firstZoom, otherZoom] + panAcross
            } else if !fills {
                // Seen whole, it has room only towards the sides it does not touch.
                [firstZoom, otherZoom] + (excess < 1 ? [.panRight, .panLeft] : [.panUp, .panDown])
            } else if lastWasPan || dice.roll(100) < 65 {
                [firstZoom] + pans + [otherZoom] + panAcross
            } else {
                pans + [firstZoom, otherZoom] + panAcross
            }
        let move = candidates.first { $0 != previous && $0 != next } ?? firstZoom
        // A photo that is seen whole has its blurred copy around it: a gentler move suits it.
        let strength = Double(fills ? 10 + dice.roll(6) : 5 + dice.roll(3)) / 100
        let isZoom = move == firstZoom || move == otherZoom
        // Subjects are a little above the middle more often than not.
        let focusX = fills && isZoom ? Double(42 + dice.roll(17)) / 100 : 0.5
        let focusY = fills ? Double(40 + dice.roll(12)) / 100 : 0.5
        return Motion(move, focusX: focusX, focusY: focusY, strength: strength)
    }
}

extension Timeline {
    /// The motions that must change after an insert, a removal or a new order: of two neighbours that move alike the
    /// later one (the earlier one if the later is pinned), and stills whose motion was never chosen.
    /// Empty when nothing must.
    public func motionRefresh() -> [SegmentID: Motion] {
        MotionChooser.changes(in: self)
    }
}
