/// Chooses how the camera moves over each still: by the photo's shape and by what it is of, never as its neighbour does,
/// and with the variety of a hand rather than a machine. The choice depends on the photos alone, so it is the same at
/// every call.
public enum MotionChooser {
    /// A motion for every segment, chosen afresh: pinned motions stay, clips stand still.
    public static func motions(for segments: [Segment], in aspect: Aspect = .landscape) -> [SegmentID: Motion] {
        var fresh = Timeline(aspect: aspect, segments: segments)
        for index in segments.indices where !segments[index].motion.pinned { fresh.segments[index].motion.move = .none }
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

    static func changes(in timeline: Timeline) -> [SegmentID: Motion] {
        let segments = timeline.segments
        let ratio = timeline.aspect.ratio
        var changes: [SegmentID: Motion] = [:]
        var past = MovesSoFar()
        for (index, segment) in segments.enumerated() {
            var chosen = segment
            let next = index + 1 < segments.count ? segments[index + 1] : nil
            let nextMove = next?.shownMove(in: ratio) ?? .none
            if segment.motion.pinned {
                // The person's own choice.
            } else if segment.kind.isMoving {
                if segment.motion.move != .none { chosen.motion = Motion(.none) }
            } else {
                let move = segment.shownMove(in: ratio)
                let isAlike = move == past.last || (next?.motion.pinned == true && nextMove == move)
                if isAlike || MoveChoice.weight(of: segment.motion.move, for: segment, in: ratio) == 0 {
                    chosen.motion = choose(for: segment, in: ratio, after: past, avoiding: nextMove)
                }
            }
            if chosen.motion != segment.motion { changes[segment.id] = chosen.motion }
            past.add(chosen.shownMove(in: ratio))
        }
        return changes
    }

    private static func choose(
        for segment: Segment,
        in ratio: Double,
        after past: MovesSoFar,
        avoiding next: Move
    ) -> Motion {
        var dice = Dice(segment.media)
        let choice = MoveChoice(for: segment, in: ratio, after: past, avoiding: next)
        var motion = segment.motion
        motion.move = choice.pick(&dice)
        let fills = segment.with(motion.move).placement(in: ratio) != .onBlur
        if !motion.strengthPinned {
            // A photo that is seen whole has its blurred copy around it: a gentler move suits it.
            motion.strength = Double(fills ? 9 + dice.roll(8) : 5 + dice.roll(4)) / 100
        }
        guard !motion.focusPinned else { return motion }
        // Never quite the same place; without a subject, a little above the middle, where subjects more often are.
        let aside = (x: Double(dice.roll(17) - 8) / 100, y: Double(dice.roll(13) - 6) / 100)
        if let focus = segment.subject?.focus {
            motion.focusX = nearby(focus.x, aside.x)
            motion.focusY = nearby(focus.y, aside.y)
        } else {
            motion.focusX = fills && motion.move.isZoom ? 0.5 + aside.x : 0.5
            motion.focusY = fills ? 0.46 + aside.y : 0.5
        }
        return motion
    }

    /// A quarter of the way aside, inside the picture, to a thousandth of it.
    private static func nearby(_ focus: Double, _ aside: Double) -> Double {
        (min(max(focus + aside / 4, 0), 1) * 1000).rounded() / 1000
    }
}

extension Timeline {
    /// The motions that must change after an insert, a removal, a new order or another shape of the frame: of two
    /// neighbours that move alike the later one (the earlier one if the later is pinned), stills whose motion was never
    /// chosen, and moves that do not suit the shape. Empty when nothing must.
    public func motionRefresh() -> [SegmentID: Motion] {
        MotionChooser.changes(in: self)
    }
}

extension Segment {
    /// The move as it is seen, which is not always the one that was asked for.
    func shownMove(in ratio: Double) -> Move {
        kind.isMoving ? .none : placement(in: ratio).shown(motion.move, over: size, in: ratio)
    }

    /// The same with another move, not pinned.
    func with(_ move: Move) -> Segment {
        var segment = self
        segment.motion.move = move
        segment.motion.pinned = false
        return segment
    }
}
