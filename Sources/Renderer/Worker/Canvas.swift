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

    /// Draws a frame of a transition.
    func draw(
        _ transition: TransitionPainter,
        index: Int,
        from outgoing: LayerPainter,
        to incoming: LayerPainter
    ) throws {
        let scene = TransitionPainter.Scene(
            outgoing: outgoing,
            incoming: incoming,
            frame: frame,
            other: other,
            sampler: sampler
        )
        try transition.draw(index, of: scene)
    }
}
