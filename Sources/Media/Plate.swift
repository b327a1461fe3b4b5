public import Timeline

/// A picture decoded once for its use: upright, in sRGB, without alpha (on white), as 8-bit planar YUV 4:2:0 in BT.709
/// limited range.
public final class Plate: Sendable {
    /// In pixels, even in both directions.
    public var size: PixelSize { planes.size }

    let planes: Planes

    /// - Parameter colors: Changes the planes, which are nobody else's yet.
    init(_ planes: Planes, _ colors: ColorTable? = nil) {
        colors?.apply(to: planes)
        self.planes = planes
    }

    /// The bytes of memory it holds.
    public var byteCount: Int { planes.size.width * planes.size.height * 3 / 2 }

    /// Decodes a picture, scaled down so that it just covers `size`: neither side is smaller than asked for, unless the
    /// picture itself is (it is never enlarged; the sampler does that).
    ///
    /// For a move, ask for the frame's size times the closest enlargement: the sampler then reads every pixel of the
    /// plate in every frame and never has to invent one.
    ///
    /// - Parameters:
    ///   - colors: What its look does to its colours.
    ///   - memoryLimit: The bytes that decoding may take; a picture that would take more is not tried.
    /// - Throws: ``MediaError`` with `unsupported`, `damaged` or `tooManyPixels`.
    public static func load(
        _ file: MediaFile,
        covering size: PixelSize,
        colors: ColorTable? = nil,
        memoryLimit: Int = MediaProbe.memoryLimit
    ) throws(MediaError) -> Plate {
        let picture = try MediaProbe.picture(file, memoryLimit: memoryLimit)
        let scale = min(
            1,
            max(
                Double(size.width) / Double(picture.size.width),
                Double(size.height) / Double(picture.size.height)
            )
        )
        let box = PixelSize(
            width: Int((Double(picture.size.width) * scale).rounded(.up)),
            height: Int((Double(picture.size.height) * scale).rounded(.up))
        )
        return Plate(try Planes(try picture.decode(into: box)), colors)
    }
}
