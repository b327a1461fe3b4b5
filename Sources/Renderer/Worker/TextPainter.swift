internal import Media
internal import Timeline

/// Lays a text over the frames of a chunk.
struct TextPainter {
    /// The part of the frame's width and height that stays free on each side: what players' own bars cover.
    private static let safeMargin = 0.07

    private let layer: TextLayer
    private let bitmap: TextBitmap
    private let x: Int
    private let y: Int

    init(_ layer: TextLayer, frame: PixelSize) throws {
        self.layer = layer
        let horizontal = Int(Double(frame.width) * Self.safeMargin)
        let vertical = Int(Double(frame.height) * Self.safeMargin)
        let box = PixelSize(width: frame.width - 2 * horizontal, height: frame.height - 2 * vertical)
        let position = layer.style.position
        let alignment: TextBitmap.Alignment =
            switch position.column {
            case .low: .leading
            case .middle: .center
            case .high: .trailing
            }
        bitmap = try TextBitmap.render(
            layer.text,
            lineHeight: max(Int((layer.style.size * Double(min(frame.width, frame.height))).rounded()), 8),
            color: layer.style.color,
            box: box,
            alignment: alignment
        )
        x = Self.place(position.column, bitmap.size.width, bitmap.margin, in: frame.width, margin: horizontal)
        y = Self.place(position.row, bitmap.size.height, bitmap.margin, in: frame.height, margin: vertical)
    }

    /// The words' edge lies on the safe area's, whatever their shadow takes.
    private static func place(
        _ place: TextPosition.Place,
        _ length: Int,
        _ shadow: Int,
        in frame: Int,
        margin: Int
    ) -> Int {
        switch place {
        case .low: margin - shadow
        case .middle: (frame - length) / 2
        case .high: frame - margin - length + shadow
        }
    }

    /// Draws the text as it is in the `index`-th frame of the chunk, if it is seen then.
    func draw(at index: Int, on frame: Frame) {
        let position = layer.offset + index
        guard position >= 0, position < layer.length else { return }
        let opacity = min(
            share(of: position, in: layer.style.fadeIn),
            share(of: layer.length - 1 - position, in: layer.style.fadeOut)
        )
        Blend.overlay(bitmap, on: frame, x: x, y: y, opacity: Int((opacity * 256).rounded()))
    }

    /// How far a fade has come after so many frames, eased; fades are cut to half of the text's time each.
    private func share(of frames: Int, in fade: Milliseconds) -> Double {
        let length = min(FrameClock.frames(in: fade), layer.length / 2)
        guard length > 0 else { return 1 }
        let share = min((Double(frames) + 0.5) / Double(length), 1)
        return share * share * (3 - 2 * share)
    }
}

extension TextPosition {
    enum Place { case low, middle, high }

    var column: Place {
        switch self {
        case .topLeft, .centerLeft, .bottomLeft: .low
        case .topCenter, .center, .bottomCenter: .middle
        case .topRight, .centerRight, .bottomRight: .high
        }
    }

    var row: Place {
        switch self {
        case .topLeft, .topCenter, .topRight: .low
        case .centerLeft, .center, .centerRight: .middle
        case .bottomLeft, .bottomCenter, .bottomRight: .high
        }
    }
}
