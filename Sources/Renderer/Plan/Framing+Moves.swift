internal import Timeline

extension Framing {
    /// At most this share of a picture may be cut off before it is put on its blurred copy instead.
    static let largestCut = 0.3
    /// A picture whose long side is at least so many times its short side is a panorama.
    static let panoramaRatio = 2.0
    /// A pan over a panorama covers at most this part of the frame's width or height in a second.
    static let fastestPan = 0.3

    /// The framing of a picture of `size` in a frame of the shape `ratio`, shown for `seconds`.
    init(motion: Motion, fit: Fit, size: PixelSize, ratio: Double, seconds: Double) {
        let picture = PixelSize(width: max(size.width, 1), height: max(size.height, 1))
        let strength = min(max(motion.strength, 0), 1)
        let cut = 1 - min(picture.ratio / ratio, ratio / picture.ratio)
        let isWide = picture.ratio > ratio

        let longToShort = max(picture.ratio, 1 / picture.ratio)
        let isPanorama = longToShort >= Self.panoramaRatio && (picture.ratio > 1) == isWide && cut > Self.largestCut
        if isPanorama, fit == .auto, motion.move != .none, !motion.pinned || motion.move.isPan(alongWidth: isWide) {
            self = .panorama(motion, picture: picture, ratio: ratio, isWide: isWide, seconds: seconds)
        } else if fit == .blur || (fit == .auto && cut > Self.largestCut) {
            self = .onBlur(motion, strength: strength, picture: picture, ratio: ratio, isWide: isWide)
        } else {
            self = .moving(motion, motion.move, strength: strength, over: picture, ratio: ratio)
        }
        start = start.quantized
        end = end.quantized
    }

    /// The frame stays inside `size`: a zoom about the focus, or a pan by `strength` of the frame's side.
    private static func moving(
        _ motion: Motion,
        _ move: Move,
        strength: Double,
        over size: PixelSize,
        ratio: Double
    ) -> Framing {
        let x = motion.focusX * Double(size.width)
        let y = motion.focusY * Double(size.height)
        let whole = SourceRect.inside(size, ratio: ratio, zoom: 1, around: x, y)
        switch move {
        case .none:
            return Framing(start: whole, end: whole)
        case .zoomIn, .zoomOut:
            let close = SourceRect.inside(size, ratio: ratio, zoom: 1 + strength, around: x, y)
            return move == .zoomIn ? Framing(start: whole, end: close) : Framing(start: close, end: whole)
        case .panLeft, .panRight, .panUp, .panDown:
            // What the fill cuts off is room for the move; only what is missing is gained by enlarging.
            let alongWidth = move.isPan(alongWidth: true)
            let side = alongWidth ? whole.width : whole.height
            let room = Double(alongWidth ? size.width : size.height)
            let zoom = max(1, side * (1 + strength) / room)
            let frame = SourceRect.inside(size, ratio: ratio, zoom: zoom, around: x, y)
            return pan(frame, move: move, by: strength * side / zoom, within: room)
        }
    }

    /// A pan of `travel` pixels around where `frame` lies, kept inside `room` along the pan's axis.
    private static func pan(_ frame: SourceRect, move: Move, by travel: Double, within room: Double) -> Framing {
        var low = frame
        var high = frame
        if move.isPan(alongWidth: true) {
            low.x = min(max(frame.x - travel / 2, 0), max(room - frame.width - travel, 0))
            high.x = min(low.x + travel, room - frame.width)
        } else {
            low.y = min(max(frame.y - travel / 2, 0), max(room - frame.height - travel, 0))
            high.y = min(low.y + travel, room - frame.height)
        }
        return move == .panLeft || move == .panUp ? Framing(start: high, end: low) : Framing(start: low, end: high)
    }

    /// A panorama is travelled along its long side, as far as a quiet speed allows.
    private static func panorama(
        _ motion: Motion,
        picture: PixelSize,
        ratio: Double,
        isWide: Bool,
        seconds: Double
    ) -> Framing {
        let frame = SourceRect.inside(
            picture,
            ratio: ratio,
            zoom: 1,
            around: motion.focusX * Double(picture.width),
            motion.focusY * Double(picture.height)
        )
        let room = Double(isWide ? picture.width : picture.height)
        let side = isWide ? frame.width : frame.height
        let travel = min(room - side, fastestPan * seconds * side)
        let isBackwards = [Move.panLeft, .panUp, .zoomOut].contains(motion.move)
        let move: Move =
            switch (isWide, isBackwards) {
            case (true, true): .panLeft
            case (true, false): .panRight
            case (false, true): .panUp
            case (false, false): .panDown
            }
        return pan(frame, move: move, by: travel, within: room)
    }

    /// The picture stands in the middle of a canvas just large enough that it is seen whole when the camera is closest.
    private static func onBlur(
        _ motion: Motion,
        strength: Double,
        picture: PixelSize,
        ratio: Double,
        isWide: Bool
    ) -> Framing {
        let margin = motion.move == .none ? 1 : 1 + strength
        let width = max(Double(picture.width), Double(picture.height) * ratio) * margin
        let canvas = PixelSize(width: Int(width.rounded(.up)), height: Int((width / ratio).rounded(.up)))
        // A pan towards the sides that the picture touches would push it out of view: it goes the other way across.
        let move: Move =
            switch motion.move {
            case .panLeft, .panUp: isWide ? .panUp : .panLeft
            case .panRight, .panDown: isWide ? .panDown : .panRight
            default: motion.move
            }
        var centred = motion
        centred.focusX = 0.5
        centred.focusY = 0.5
        var framing = moving(centred, move, strength: strength, over: canvas, ratio: ratio)
        framing.canvas = canvas
        return framing
    }
}

extension Move {
    /// A pan to the sides, or one up or down.
    fileprivate func isPan(alongWidth: Bool) -> Bool {
        switch self {
        case .panLeft, .panRight: alongWidth
        case .panUp, .panDown: !alongWidth
        case .none, .zoomIn, .zoomOut: false
        }
    }
}
