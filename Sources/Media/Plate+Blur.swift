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
        let picture = try file.decode(into: size, enlarging: true)
        return Plate(try Planes(try BlurredCopy.compose(picture, size: size)), colors)
    }
}

/// The background of a picture that does not have the frame's shape.
enum BlurredCopy {
    /// The background is made this much smaller: nothing of it is sharp, so nothing is lost.
    private static let reduction = 8
    /// Brightness of the background, so that the picture stands out.
    private static let brightness = 0.6
    /// How dark the shadow is at the picture's edge.
    private static let shadow = 0.5

    /// - Parameter picture: 8-bit sRGB in memory, no larger than `size`.
    static func compose(_ picture: Picture, size: PixelSize) throws(MediaError) -> Picture {
        let left = (size.width - picture.width) / 2
        let top = (size.height - picture.height) / 2
        guard left > 0 || top > 0 else { return picture }
        // A margin around the small background hides the blur's and the enlargement's own edges.
        let width = (size.width + reduction - 1) / reduction + 2
        let height = (size.height + reduction - 1) / reduction + 2
        let background = try picture.cover(width: width, height: height)
            .blurred(sigma: Double(min(width, height)) / 24)
            .scaledValues(brightness)
        let shade = try Picture.black(
            width: max(1, picture.width / reduction),
            height: max(1, picture.height / reduction)
        )
        .scaledValues(1, offset: 1)
        .embedded(left: left / reduction + 1, top: top / reduction + 1, width: width, height: height)
        .blurred(sigma: Double(min(width, height)) / 40)
        .scaledValues(-shadow, offset: 1)
        return try background.multiplied(by: shade)
            .enlarged(Double(reduction), Double(reduction))
            .asBytes()
            .cropped(left: reduction, top: reduction, width: size.width, height: size.height)
            .inserting(picture, left: left, top: top)
            .inMemory()
    }
}
