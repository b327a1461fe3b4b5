public import Timeline

extension Plate {
    /// Shows the whole picture on its own enlarged, blurred and darkened copy, with a soft shadow between them.
    ///
    /// - Parameter size: The size of the plate; the move then reads it like a picture of the frame's own shape. Small
    ///   pictures are enlarged.
    public static func onBlurredCopy(
        _ file: MediaFile,
        size: PixelSize,
        colors: ColorTable? = nil,
        memoryLimit: Int = MediaProbe.memoryLimit
    ) throws(MediaError) -> Plate {
        let file = try MediaProbe.picture(file, memoryLimit: memoryLimit)
        let picture = try Planes(try file.decode(into: size, enlarging: true))
        let canvas = PixelSize(width: (size.width + 1) & ~1, height: (size.height + 1) & ~1)
        var copy: BlurredCopy?
        return Plate(BlurredCopy.lay(picture, on: canvas, with: &copy) { Planes(canvas, areKept: true) }, colors)
    }
}
