import CVips
import Timeline

/// A picture file whose header has been read.
struct PictureFile {
    let file: MediaFile
    let format: MediaFormat
    /// After the EXIF turn.
    let size: PixelSize
    /// Frames of an animation; 1 for a photo.
    let pages: Int
    /// How long each frame of an animation is shown, in ms.
    let delays: [Int]
    /// The most bytes that decoding takes.
    let decodeMemory: Int
    /// Its colours are of another space than sRGB.
    let needsConversion: Bool

    /// More pixels than any camera makes. Even where little memory is taken at a time, decoding them takes minutes.
    static let mostPixels = 300_000_000

    init(_ file: MediaFile, format: MediaFormat) throws(MediaError) {
        try Vips.start()
        self.file = file
        self.format = format
        guard let image = file.bytes.baseAddress.flatMap({ kinora_vips_open($0, file.size) }) else {
            vips_error_clear()
            throw MediaError.damaged(file)
        }
        let header = Picture(image)
        let isTurned = vips_image_get_orientation_swap(image) != 0
        size =
            isTurned
            ? PixelSize(width: header.height, height: header.width)
            : PixelSize(width: header.width, height: header.height)
        pages = max(1, Int(vips_image_get_n_pages(image)))
        delays = Self.delays(of: image)
        needsConversion = ICCProfile.needsConversion(image)
        decodeMemory = DecodeMemory.estimate(
            file.bytes,
            format: format,
            size: size,
            bands: header.bands,
            bytesPerSample: vips_image_get_format(image) == VIPS_FORMAT_USHORT ? 2 : 1
        )
    }

    private static func delays(of image: UnsafeMutablePointer<VipsImage>) -> [Int] {
        guard vips_image_get_typeof(image, "delay") != 0 else { return [] }
        var values: UnsafeMutablePointer<Int32>?
        var count: Int32 = 0
        guard vips_image_get_array_int(image, "delay", &values, &count) == 0, let values else { return [] }
        return UnsafeBufferPointer(start: values, count: Int(count)).map { Int($0) }
    }

    /// Refuses a picture that is too large, before anything is decoded.
    func check(memoryLimit: Int) throws(MediaError) {
        guard size.width * size.height <= Self.mostPixels, decodeMemory <= memoryLimit else {
            throw MediaError(
                .tooManyPixels,
                "\(file.name) has \(size.width) x \(size.height) pixels, more than can be opened here. "
                    + "Save it smaller and add it again."
            )
        }
    }

    /// Decodes into a box, as 8-bit sRGB without alpha, in memory.
    ///
    /// - Parameter enlarging: Small pictures are made larger until they fill the box.
    func decode(into box: PixelSize, enlarging: Bool = false) throws(MediaError) -> Picture {
        guard let bytes = file.bytes.baseAddress else { throw MediaError.damaged(file) }
        do {
            let picture = try Vips.run("thumbnail") {
                let thumbnail = needsConversion ? kinora_vips_thumbnail_in_srgb : kinora_vips_thumbnail
                let size = enlarging ? VIPS_SIZE_BOTH : VIPS_SIZE_DOWN
                return thumbnail(bytes, file.size, $0, Int32(box.width), Int32(box.height), size)
            }
            return try plain(picture)
        } catch {
            // Pixels are computed late: whatever fails here, the file's own data made it fail.
            throw MediaError.damaged(file)
        }
    }
    /// Decodes at a small size, upright, as 8-bit sRGB without alpha, in memory: the quickest way to see all of it.
    ///
    /// - Parameter side: The long side is at most this, in pixels. It is never enlarged.
    func decodeSmall(_ side: Int) throws(MediaError) -> Picture {
        guard format == .jpg, let bytes = file.bytes.baseAddress else {
            return try decode(into: PixelSize(width: side, height: side))
        }
        // A thumbnail of libvips would leave the decoder twice the size, for looks: four times the work.
        let long = max(size.width, size.height)
        let shrink = [8, 4, 2].first { long / $0 >= side * 3 / 4 } ?? 1
        guard let image = kinora_vips_open_shrunk(bytes, file.size, Int32(shrink)) else {
            vips_error_clear()
            throw MediaError.damaged(file)
        }
        let shrunk = Picture(image)
        do {
            return try plain(
                try Vips.run("thumbnail") {
                    kinora_vips_fit(shrunk.image, $0, Int32(side), needsConversion ? 1 : 0)
                }
            )
        } catch {
            throw MediaError.damaged(file)
        }
    }

    /// As 8-bit sRGB without alpha, in memory.
    private func plain(_ picture: Picture) throws(MediaError) -> Picture {
        var picture = try picture.inSRGB()
        if picture.hasAlpha { picture = try picture.onWhite() }
        if vips_image_get_format(picture.image) != VIPS_FORMAT_UCHAR { picture = try picture.asBytes() }
        return try picture.inMemory()
    }
}
