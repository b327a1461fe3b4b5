internal import Timeline

extension Framing {
    /// In a second nothing crosses more than this part of the frame's width or height, in the mean over a move and
    /// however strong it is. Faster than that, edges are seen to hop from frame to frame.
    static let fastest = 0.2
    /// The same for a pan over a picture that is travelled, at the usual strength.
    private static let quietPan = 0.16
    /// A plate is as large as the closest frame needs it; the widest must not be sampled much more coarsely.
    private static let strongest = 0.5
    /// How many seconds a move may take to go as far as its strength says. In less time it goes less far, to stay calm;
    /// in more it goes further, up to `longestWay`, not to stand still.
    private static let usualTime = strongest / fastest...6
    private static let longestWay = 1.6

    /// The framing of a picture of `size` in a frame of the shape `ratio`, shown for `seconds`.
    init(
        motion: Motion,
        fit: Fit,
        size: PixelSize,
        subject: Subject? = nil,
        ratio: Double,
        seconds: Double
    ) {
        let picture = PixelSize(width: max(size.width, 1), height: max(size.height, 1))
        let placement = Placement(of: picture, fit: fit, motion: motion, subject: subject, in: ratio)
        let move = placement.shown(motion.move, over: picture, in: ratio)
        let strength = Self.strength(of: motion, over: seconds)
        switch placement {
        case .filling:
            let camera = Camera(over: picture, ratio: ratio, motion: motion, subject: subject)
            self = camera.moving(move, strength: strength)
        case .travelled(let travel):
            let camera = Camera(over: picture, ratio: ratio, motion: motion, subject: subject)
            let pace = min(Self.quietPan * motion.strength / Motion(.none).strength, Self.fastest)
            self = camera.travelling(move, travel, atMost: pace * seconds)
        case .onBlur:
            self = .onBlur(motion, move, strength: strength, picture: picture, ratio: ratio)
        }
        start = start.quantized
        end = end.quantized
    }

    /// How far a move goes in a time.
    private static func strength(of motion: Motion, over seconds: Double) -> Double {
        let wished = min(max(motion.strength, 0), strongest)
        if seconds < usualTime.lowerBound { return wished * max(seconds, 0) / usualTime.lowerBound }
        let further = max(seconds / usualTime.upperBound, 1).squareRoot()
        return min(wished * min(further, longestWay), strongest)
    }

    /// At the closest, the whole picture just touches the frame; the rest of the canvas is its blurred copy.
    private static func onBlur(
        _ motion: Motion,
        _ move: Move,
        strength: Double,
        picture: PixelSize,
        ratio: Double
    ) -> Framing {
        // Whoever asks for a point of the picture wants to come closer than to the whole of it.
        let comesCloser = motion.focusPinned && move.isZoom
        let margin = move == .none || comesCloser ? 1 : 1 + strength
        let width = max(Double(picture.width), Double(picture.height) * ratio) * margin
        let canvas = PixelSize(width: Int(width.rounded(.up)), height: Int((width / ratio).rounded(.up)))
        let whole = SourceRect(
            x: Double(canvas.width - picture.width) / 2,
            y: Double(canvas.height - picture.height) / 2,
            width: Double(picture.width),
            height: Double(picture.height)
        )
        let focus = UnitPoint(
            x: (whole.x + motion.focusX * whole.width) / Double(canvas.width),
            y: (whole.y + motion.focusY * whole.height) / Double(canvas.height)
        )
        let camera = Camera(
            over: canvas,
            ratio: ratio,
            around: comesCloser ? focus : .middle,
            keeping: comesCloser ? nil : whole
        )
        var framing = camera.moving(move, strength: strength)
        framing.canvas = canvas
        return framing
    }
}
