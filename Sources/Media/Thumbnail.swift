import CVips
public import Timeline

/// Small pictures that stand for media.
public enum Thumbnail {
    /// Hardly told from lossless at this size, at a tenth of the bytes.
    private static let quality: Int32 = 80

    /// A JPEG of a photo, of an animation's first picture, or of a clip at a time: upright, in sRGB, on white where it
    /// was transparent, with nothing else of the file in it.
    ///
    /// - Parameters:
    ///   - box: The most it may be wide and high, in pixels. It is never enlarged.
    ///   - time: From a clip's start; past its end, its last picture.
    ///   - memoryLimit: The bytes that decoding a picture may take, see ``MediaProbe/decodeMemory(_:)``.
    /// - Throws: ``MediaError`` with `unsupported` (a song has no picture), `damaged` or `tooManyPixels`.
    public static func jpeg(
        of file: MediaFile,
        fitting box: PixelSize,
        at time: Milliseconds = .zero,
        memoryLimit: Int = MediaProbe.memoryLimit
    ) throws(MediaError) -> [UInt8] {
        let picture =
            try MediaProbe.format(of: file).isPicture
            ? try MediaProbe.picture(file, memoryLimit: memoryLimit).decode(into: box)
            : try ClipReader(file, placement: .covering(box)).picture(at: time, fitting: box)
        return try picture.jpeg(quality: quality)
    }

    /// A frame as a JPEG.
    public static func jpeg(of frame: Frame) throws(MediaError) -> [UInt8] {
        try Picture(copying: frame.rgb(), size: frame.size, bands: 3).jpeg(quality: quality)
    }
}

extension Picture {
    fileprivate func jpeg(quality: Int32) throws(MediaError) -> [UInt8] {
        var bytes: UnsafeMutableRawPointer?
        var count = 0
        guard kinora_vips_jpeg(image, &bytes, &count, quality) == 0, let bytes else { throw Vips.failure("jpegsave") }
        defer { g_free(bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
