internal import Media
internal import Timeline

/// The frames a thread draws into, used again for every picture.
struct Canvas {
    /// The picture as it goes to the encoder.
    let frame: Frame
    /// The picture that comes in during a transition, or the one that stands still between two.
    private let other: Frame
    private let sampler = PlateSampler()
    private var otherIsStill = false

    init(_ size: PixelSize) throws {
        frame = try Frame(size)
        other = try Frame(size)
    }

    /// Another picture begins.
    mutating func forgetStill() {
        otherIsStill = false
    }

    mutating func draw(_ painter: LayerPainter, index: Int) throws {
        guard painter.isStill else {
            try painter.draw(index, into: frame, with: sampler)
            return
        }
        // What does not move is drawn once and copied, since texts may have been laid over the frame.
        if !otherIsStill {
            try painter.draw(index, into: other, with: sampler)
            otherIsStill = true
        }
        frame.copy(other)
    }

    /// Draws a frame of a transition. Its share lies in the middle of the frame's time, so that the first frame is
    /// already a little changed, and the transition is the same in both directions.
    mutating func drawChange(
        _ change: ChunkDescription.Change,
        index: Int,
        from outgoing: LayerPainter,
        to incoming: LayerPainter
    ) throws {
        let share = (Double(change.offset + index) + 0.5) / Double(change.length)
        if change.style == .fadeThroughBlack {
            // One picture at a time: out in the first half, in during the second.
            try (share < 0.5 ? outgoing : incoming).draw(index, into: frame, with: sampler)
            Blend.fade(frame, brightness: Int((abs(1 - 2 * share) * 256).rounded()))
            return
        }
        try outgoing.draw(index, into: frame, with: sampler)
        try incoming.draw(index, into: other, with: sampler)
        let eased = share * share * (3 - 2 * share)
        switch change.style {
        case .crossfade:
            Blend.mix(other, into: frame, weight: Int((share * 256).rounded()))
        case .slide:
            Blend.slide(other, over: frame, direction: change.direction, progress: eased)
        case .wipe:
            Blend.wipe(other, over: frame, direction: change.direction, progress: eased)
        case .cut, .fadeThroughBlack:
            break
        }
    }
}
