internal import Media
internal import Timeline

/// Lays a text over the frames of a chunk.
struct TextPainter {
    /// How far a text comes from below, in parts of its line's height.
    private static let riseDistance = 0.6
    /// How much of the picture's light an end card takes.
    private static let darkness = 0.55

    private let block: TextBlock
    private let offset: Int
    private let bitmap: TextBitmap
    private let memory = TextMemory()
    private let x: Int
    private let y: Int
    private let distance: Double

    init(_ layer: TextLayer, frame: PixelSize) throws {
        let place = TextPlace(frame)
        block = layer.block
        offset = layer.offset
        let lineHeight = place.lineHeight(of: block)
        bitmap = try TextBitmap(block.design, lineHeight: lineHeight, box: place.room(for: block))
        let origin = try place.origin(of: bitmap.blockSize, block: block, neighbours: layer.neighbours)
        (x, y) = (origin.x - bitmap.margin, origin.y - bitmap.margin)
        distance = Self.riseDistance * lineHeight
    }

    /// Draws the text as it is in the `index`-th frame of the chunk, if it is seen then.
    func draw(at index: Int, on frame: Frame) throws {
        let position = offset + index
        guard position >= 0, position < block.length else { return }
        let moment = TextMoment(block, at: position, characters: bitmap.characters)
        if block.design.kind == .endCard {
            Blend.fade(frame, to: .black, weight: Int((Self.darkness * moment.presence * 256).rounded()))
        }
        if moment.characters != bitmap.revealed { try bitmap.reveal(moment.characters) }
        guard moment.characters > 0 else { return }
        Blend.overlay(
            bitmap,
            on: frame,
            x: x,
            y: Double(y) + moment.drop * distance,
            opacity: Int((moment.opacity * 256).rounded()),
            memory: memory
        )
    }
}
