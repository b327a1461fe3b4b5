internal import Foundation
internal import Media
internal import Timeline

/// Decoded photos, shared by the threads that draw them and let go when others need the room.
final class Plates: Sendable {
    /// What decoded photos may take together, besides those that are being drawn right now. A plate for 1080p takes
    /// about 5 MB. Chunks begin in the timeline's order however many are drawn at once, so of the photos before them
    /// only the last one or two are asked for again.
    private static let capacity = 24 << 20

    private struct Key: Hashable {
        var media: MediaID
        var size: PixelSize
        var isOnBlur: Bool
        var look: Look?
    }

    private let shelf = Shelf<Key, Plate>(capacity: capacity) { $0.size.width * $0.size.height * 3 / 2 }
    private let gate: MemoryGate
    private let decodeLimit: Int

    /// - Parameter memory: What the whole worker may take, in bytes.
    init(memory: Int) {
        decodeLimit = MediaBudget.decoding(of: memory)
        gate = MemoryGate(budget: decodeLimit)
    }

    /// The photo of a layer, as large as its closest frame needs it and no larger than it is, in the colours of its look.
    func plate(
        for layer: PictureLayer,
        framing: Framing,
        frame: PixelSize,
        from file: MediaFile,
        colors: () throws -> ColorTable?
    ) throws -> Plate {
        let whole = framing.canvas ?? layer.size
        let closest = min(framing.start.width, framing.end.width)
        let scale = min(Double(frame.width) / closest, 1)
        let size = PixelSize(
            width: Int((Double(whole.width) * scale).rounded(.up)),
            height: Int((Double(whole.height) * scale).rounded(.up))
        )
        let key = Key(
            media: layer.media,
            size: size,
            isOnBlur: framing.canvas != nil,
            look: layer.look
        )
        return try shelf.value(for: key) {
            // The file's own bytes are in memory, too, 5 MB of a photo of 12 MP, and not wanted again.
            defer { file.letGo() }
            return try gate.run(taking: MediaProbe.decodeMemory(file)) {
                if key.isOnBlur {
                    try Plate.onBlurredCopy(file, size: size, colors: try colors(), memoryLimit: decodeLimit)
                } else {
                    try Plate.load(file, covering: size, colors: try colors(), memoryLimit: decodeLimit)
                }
            }
        }
    }

    /// A GIF or WebP that moves, within what decoding may take.
    func animation(
        _ file: MediaFile,
        placement: PicturePlacement,
        colors: ColorTable?
    ) throws -> AnimationReader {
        try AnimationReader(file, placement: placement, colors: colors, memoryLimit: decodeLimit)
    }
}

/// How a worker's memory is shared out.
enum MediaBudget {
    /// What decoding one picture may take.
    static func decoding(of memory: Int) -> Int { memory / 2 }
}
