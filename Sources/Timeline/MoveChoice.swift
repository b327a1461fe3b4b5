/// How the stills before one move, as far as it matters for its own move.
struct MovesSoFar {
    /// The latest last; a clip is `none`.
    private(set) var recent: [Move] = []
    private(set) var lastZoom: Move?

    var last: Move { recent.last ?? .none }
    var isOpening: Bool { recent.isEmpty }

    mutating func add(_ move: Move) {
        recent.append(move)
        if recent.count > 3 { recent.removeFirst() }
        if move.isZoom { lastZoom = move }
    }
}

/// The moves that a still may make at its place, each with how readily it is taken.
struct MoveChoice {
    private let candidates: [(move: Move, weight: Int)]

    init(for segment: Segment, in ratio: Double, after past: MovesSoFar, avoiding next: Move) {
        let isAimed = segment.subject != nil || segment.motion.focusPinned
        let suitable = Move.allCases.map { ($0, MoveChoice.weight(of: $0, for: segment, in: ratio)) }
        let allowed = suitable.filter { $0.0 != past.last && $0.0 != next && $0.1 > 0 }
        // Two panoramas on either side may leave no move that suits: then a zoom.
        candidates =
            allowed.isEmpty
            ? [Move.zoomIn, .zoomOut].filter { $0 != past.last && $0 != next }.map { ($0, 1) }
            : allowed.map { move, weight in
                var weight = weight * 64
                // A zoom in is followed by a zoom out, whatever lies between them.
                if move == past.lastZoom { weight /= 64 }
                if past.recent.contains(move) { weight /= 4 }
                // No to and fro.
                if past.recent.count == 3, past.recent[0] == past.recent[2], past.recent[1] == move { weight /= 8 }
                // Kinds alternate more often than not.
                if past.last != .none, past.last.isZoom == move.isZoom { weight /= 2 }
                // Toward what the photo is of rather than away from it.
                if isAimed, let way = MoveChoice.way(of: move, to: segment) {
                    weight = way > 0.05 ? weight * 2 : way < -0.05 ? weight / 2 : weight
                }
                // A video opens on what it is about.
                if past.isOpening, isAimed, move == .zoomOut { weight *= 3 }
                return (move, max(weight, 1))
            }
    }

    /// How far from the photo's middle its subject lies in a pan's direction; nil when the move is no pan.
    private static func way(of move: Move, to segment: Segment) -> Double? {
        guard move != .none, !move.isZoom else { return nil }
        let motion = segment.motion
        let focus = motion.focusPinned ? UnitPoint(x: motion.focusX, y: motion.focusY) : segment.subject?.focus
        guard let focus else { return nil }
        let aside = (move.isPan(alongWidth: true) ? focus.x : focus.y) - 0.5
        return move.isForward ? aside : -aside
    }

    /// One of them at random, by weight.
    func pick(_ dice: inout Dice) -> Move {
        var rest = dice.roll(max(candidates.reduce(0) { $0 + $1.weight }, 1))
        for (move, weight) in candidates {
            rest -= weight
            if rest < 0 { return move }
        }
        return .zoomIn
    }

    /// How well a move suits a still in a frame of this shape; 0 when it does not.
    static func weight(of move: Move, for segment: Segment, in ratio: Double) -> Int {
        guard move != .none else { return 0 }
        let excess = max(segment.size.ratio, 0.001) / ratio
        let sticksOut = move.isPan(alongWidth: excess > 1)
        switch segment.with(move).placement(in: ratio) {
        case .travelled(let travel):
            // Rather toward what would else be left behind.
            return travel.keepsSubject || (way(of: move, to: segment) ?? 0) >= 0 ? 12 : 1
        case .onBlur:
            // A pan needs the room beside the picture. A panorama is travelled instead.
            let isTravelled = [Move.panRight, .panDown].contains { segment.with($0).placement(in: ratio).isTravelled }
            return isTravelled || sticksOut ? 0 : move.isZoom ? 6 : 3
        case .filling:
            // Pans go along the side that sticks out; over a photo of about the frame's shape, rather sideways.
            let isLong = max(excess, 1 / excess) >= 1.6
            // A point that somebody asked for is best seen by a zoom.
            if segment.motion.focusPinned { return move.isZoom ? 6 : 1 }
            if move.isZoom { return isLong ? 2 : 6 }
            if max(excess, 1 / excess) < 1.1 { return move.isPan(alongWidth: true) ? 4 : 2 }
            if isLong { return sticksOut ? 12 : 1 }
            return sticksOut ? 4 : move.isPan(alongWidth: true) ? 3 : 2
        }
    }
}
