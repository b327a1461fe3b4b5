internal import Timeline

/// Finds where a move begins and ends over a picture that fills the frame, with what the picture is of inside.
///
/// The edges of the frame run from their first place to their last without turning back, so what lies inside at both
/// ends lies inside all the way.
struct Camera {
    private let size: PixelSize
    private let ratio: Double
    private let focus: UnitPoint
    /// What has to stay in the frame, in pixels of the picture.
    private let kept: Kept?
    /// A pan has something to go to: it ends there.
    private let isAimed: Bool

    /// So much closer a zoom comes even when it leaves no air around faces.
    private static let leastZoom = 1.06
    /// Where less than this part of a pan is left by what has to stay in the frame, the frame also grows or shrinks.
    private static let leastPan = 0.4
    /// It does that by less than a zoom would: both together are no faster than either.
    private static let leaningZoom = 0.75

    init(over size: PixelSize, ratio: Double, motion: Motion, subject: Subject?) {
        self.size = size
        self.ratio = ratio
        focus = motion.focus
        isAimed = motion.focusPinned || subject != nil
        let largest = SourceRect.inside(size, ratio: ratio, zoom: 1, around: 0, 0)
        if !motion.focusPinned, let subject, !subject.faces.isEmpty {
            kept = Kept(subject.faces, of: size, in: largest)
        } else if let point = motion.focusPinned ? focus : subject?.focus {
            kept = Kept(point, of: size, in: largest)
        } else {
            kept = nil
        }
    }

    /// Over a canvas, on which a part has to stay in the frame.
    init(over canvas: PixelSize, ratio: Double, around focus: UnitPoint, keeping part: SourceRect?) {
        size = canvas
        self.ratio = ratio
        self.focus = focus
        isAimed = false
        kept = part.map { Kept($0) }
    }

    /// A zoom about the focus, or a pan by `strength` of the frame's side.
    func moving(_ move: Move, strength: Double) -> Framing {
        let whole = frame(zoom: 1)
        switch move {
        case .none:
            return Framing(start: whole, end: whole)
        case .zoomIn, .zoomOut:
            let close = frame(zoom: 1 + strength)
            return move == .zoomIn ? Framing(start: whole, end: close) : Framing(start: close, end: whole)
        case .panLeft, .panRight, .panUp, .panDown:
            // What the fill cuts off is room for the move; only what is missing is gained by enlarging.
            let alongWidth = move.isPan(alongWidth: true)
            let side = alongWidth ? whole.width : whole.height
            let zoom = max(1, side * (1 + strength) / Double(alongWidth ? size.width : size.height))
            let frame = frame(zoom: zoom)
            let (starts, travel) = (places(of: frame, alongWidth), strength * side / zoom)
            let room = starts.upperBound - starts.lowerBound
            return room < travel * Self.leastPan
                ? lean(move, zoom: 1 + strength * Self.leaningZoom)
                : pan(frame, move: move, by: min(travel, room), within: starts)
        }
    }

    /// A pan along the side that sticks out, by at most `share` of the frame's own side.
    func travelling(_ move: Move, _ travel: Travel, atMost share: Double) -> Framing {
        let whole = frame(zoom: 1)
        let alongWidth = move.isPan(alongWidth: true)
        let (side, room) = (whole.extent(alongWidth).length, Double(alongWidth ? size.width : size.height))
        let starts = travel.starts.lowerBound * room...travel.starts.upperBound * room
        return pan(whole, move: move, by: min(share * side, starts.upperBound - starts.lowerBound), within: starts)
    }

    /// The frame `zoom` times closer, if what has to stay in it allows, around the focus.
    private func frame(zoom: Double) -> SourceRect {
        let x = focus.x * Double(size.width)
        let y = focus.y * Double(size.height)
        let whole = SourceRect.inside(size, ratio: ratio, zoom: 1, around: x, y)
        guard let kept else { return .inside(size, ratio: ratio, zoom: zoom, around: x, y) }
        func closest(_ rect: SourceRect) -> Double {
            min(whole.width / max(rect.width, 1), whole.height / max(rect.height, 1))
        }
        // Until the air around it is gone; where there is none to begin with, a little into what is there.
        let limit = max(closest(kept.air), min(closest(kept.bounds), Self.leastZoom), 1)
        let frame = SourceRect.inside(size, ratio: ratio, zoom: min(zoom, limit), around: x, y)
        return kept.holding(frame)
    }

    /// A pan of `travel` pixels that begins and ends within `starts`, which leave room for it.
    private func pan(_ frame: SourceRect, move: Move, by travel: Double, within starts: ClosedRange<Double>) -> Framing
    {
        let alongWidth = move.isPan(alongWidth: true)
        let extent = frame.extent(alongWidth)
        let middle = (alongWidth ? focus.x * Double(size.width) : focus.y * Double(size.height)) - extent.length / 2
        // Toward what it is of; without that, past the middle.
        let wished = isAimed ? middle - (move.isForward ? travel : 0) : extent.start - travel / 2
        let low = min(max(wished, starts.lowerBound), starts.upperBound - travel)
        let (near, far) = (frame.placed(low, alongWidth), frame.placed(low + travel, alongWidth))
        return move.isForward ? Framing(start: near, end: far) : Framing(start: far, end: near)
    }

    /// A pan whose frame changes its size on the way: the far end of the widest frame shows what a frame of one size
    /// could not reach without losing what has to stay in it.
    private func lean(_ move: Move, zoom: Double) -> Framing {
        let alongWidth = move.isPan(alongWidth: true)
        func ends(_ first: SourceRect, _ last: SourceRect) -> Framing {
            let (firsts, lasts) = (places(of: first, alongWidth), places(of: last, alongWidth))
            return move.isForward
                ? Framing(
                    start: first.placed(firsts.lowerBound, alongWidth),
                    end: last.placed(lasts.upperBound, alongWidth)
                )
                : Framing(
                    start: first.placed(firsts.upperBound, alongWidth),
                    end: last.placed(lasts.lowerBound, alongWidth)
                )
        }
        func advance(_ framing: Framing) -> Double {
            let way = framing.end.middle(alongWidth) - framing.start.middle(alongWidth)
            return move.isForward ? way : -way
        }
        let (wide, close) = (frame(zoom: 1), frame(zoom: zoom))
        let (closing, opening) = (ends(wide, close), ends(close, wide))
        return advance(closing) > advance(opening) ? closing : opening
    }

    /// Where the frame may begin along one side.
    private func places(of frame: SourceRect, _ alongWidth: Bool) -> ClosedRange<Double> {
        let length = frame.extent(alongWidth).length
        let last = Double(alongWidth ? size.width : size.height) - length
        guard let kept = kept?.bounds.extent(alongWidth) else { return 0...max(last, 0) }
        let low = max(kept.start + kept.length - length, 0)
        return low...max(min(kept.start, last), low)
    }
}
