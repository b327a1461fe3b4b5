public import Timeline

/// A picture decoded once for its use: upright, in sRGB, without alpha, as 8-bit planar YUV 4:2:0 in BT.709 limited range.
public final class Plate: Sendable {
    /// In pixels, even in both directions.
    public let size: PixelSize
    init() { fatalError() }

    /// Decodes a picture, scaled down so that it just covers `size`: neither side is smaller than asked for, unless the picture itself is smaller (it is never enlarged; the sampler does that).
    ///
    /// For a move, ask for the frame's size times the closest enlargement: the sampler then never reads it denser than 1:1.
    public static func load(_ file: MediaFile, covering size: PixelSize, memoryLimit: Int = 400 << 20) throws(MediaError) -> Plate { fatalError() }

    /// The whole picture on its own enlarged, blurred and darkened copy; the plate has exactly `size` (made even), so a move over it has the frame's shape.
    public static func onBlurredCopy(_ file: MediaFile, size: PixelSize, memoryLimit: Int = 400 << 20) throws(MediaError) -> Plate { fatalError() }
}
