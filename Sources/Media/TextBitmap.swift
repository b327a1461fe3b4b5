public import Timeline

/// Words drawn once, ready to be laid over frames by ``Blend/overlay(_:on:x:y:opacity:)``.
public final class TextBitmap: Sendable {
    /// The size of the box with its shadow, even in both directions.
    public let size: PixelSize
    /// How far the shadow reaches beyond the words on each side, in pixels: subtract it when aligning words to an edge.
    public let margin: Int
    init() { fatalError() }
    public enum Alignment: String, Codable, Hashable, Sendable { case leading, center, trailing }

    /// Draws `text` as typed (it is not markup), wrapped at `box.width` and shrunk until it fits the box.
    /// - Parameters:
    ///   - lineHeight: In pixels; letters are about 0.7 of it.
    ///   - color: A CSS colour name in lowercase or #RRGGBB; white when it is neither.
    ///   - box: The most the words may take, in pixels, without the shadow.
    public static func render(_ text: String, lineHeight: Int, color: String, box: PixelSize, alignment: Alignment = .center) throws(MediaError) -> TextBitmap { fatalError() }
}
