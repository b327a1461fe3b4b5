internal import Media
internal import Timeline

/// Masks of wipes, shared by the threads that draw them.
final class WipeMasks: Sendable {
    /// A mask for 1080p takes 5 MB; most videos use few.
    private static let capacity = 32 << 20

    private struct Key: Hashable {
        var shape: WipeMask.Shape
        var direction: Direction
        var size: PixelSize
    }

    private let shelf = Shelf<Key, WipeMask>(capacity: capacity) { $0.byteCount }

    func mask(_ shape: WipeMask.Shape, _ direction: Direction, size: PixelSize) throws -> WipeMask {
        try shelf.value(for: Key(shape: shape, direction: direction, size: size)) {
            WipeMask(shape, direction: direction, size: size)
        }
    }
}
