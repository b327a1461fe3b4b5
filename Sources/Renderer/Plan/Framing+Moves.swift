internal import Timeline

extension Framing {
    /// A pan over a picture that is travelled covers at most this part of the frame's width or height in a second, at
    /// the usual strength.
    static let quietPan = 0.3
    /// How much faster the strongest move travels.
    private static let largestHaste = 1.5

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
        let strength = min(max(motion.strength, 0), 1)
        switch placement {
        case .filling:
            let camera = Camera(over: picture, ratio: ratio, motion: motion, subject: subject)
            self = camera.moving(move, strength: strength)
        case .travelled:
            let camera = Camera(over: picture, ratio: ratio, motion: motion, subject: subject, isTravelling: true)
            let haste = min(strength / Motion(.none).strength, Self.largestHaste)
            self = camera.travelling(move, atMost: Self.quietPan * haste * seconds)
        case .onBlur:
            self = .onBlur(motion, move, strength: strength, picture: picture, ratio: ratio)
        }
        start = start.quantized
        end = end.quantized
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
