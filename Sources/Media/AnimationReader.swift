import CVips
public import Timeline

/// The pictures of an animated GIF or WebP as plates, on white where they are transparent. Used by one thread at a
/// time.
///
/// It goes round for ever, whatever number of rounds the file asks for. Each picture builds on the one before, so they
/// are decoded in order, and one at a time is held.
public final class AnimationReader: MovingPicture {
    private let file: PictureFile
    private let placement: PicturePlacement
    private let colors: ColorTable?
    /// When each picture ends, in ms from the start of a round.
    private let ends: [Int]
    private var copy: BlurredCopy?
    private var strip: Strip?
    private var shown: Int?
    private var plate: Plate?

    /// - Parameters:
    ///   - colors: What its look does to its colours.
    ///   - memoryLimit: The bytes that decoding may take.
    /// - Throws: `unsupported` for a file that is no picture, `damaged` or `tooManyPixels`.
    public init(
        _ file: MediaFile,
        placement: PicturePlacement,
        colors: ColorTable? = nil,
        memoryLimit: Int = MediaProbe.memoryLimit
    ) throws(MediaError) {
        self.file = try MediaProbe.picture(file, memoryLimit: memoryLimit)
        self.placement = placement
        self.colors = colors
        var end = 0
        ends = self.file.shownDelays.map { delay in
            end += delay
            return end
        }
    }

    /// The picture that is on screen at `time` from the start.
    public func plate(at time: Milliseconds) throws(MediaError) -> Plate {
        let index = index(at: time)
        if let plate, index == shown { return plate }
        if strip == nil || index < shown ?? 0 { strip = try Strip(file) }
        do {
            guard let picture = try strip?.picture(index) else { throw MediaError.damaged(file.file) }
            let made = Plate(try planes(picture), colors)
            plate = made
            shown = index
            return made
        } catch {
            // The file breaks off here: its last whole picture stays.
            guard let plate else { throw MediaError.damaged(file.file) }
            return plate
        }
    }

    private func index(at time: Milliseconds) -> Int {
        guard let round = ends.last, round > 0 else { return 0 }
        let place = max(time.rawValue, 0) % round
        return ends.partitioningIndex { $0 > place }
    }

    private func planes(_ picture: Picture) throws(MediaError) -> Planes {
        switch placement {
        case .covering(let box, let part):
            let seen = if let part { try picture.part(part).inMemory() } else { picture }
            let scale = seen.size.scale(covering: box)
            return try Planes(scale < 1 ? seen.scaled(to: seen.size.even(scale)).inMemory() : seen)
        case .onBlurredCopy(let box):
            let size = picture.size
            let scaled = try Planes(picture.scaled(to: size.even(size.scale(fitting: box))).inMemory())
            return BlurredCopy.lay(scaled, on: box, with: &copy) { Planes(box) }
        }
    }
}

extension PictureFile {
    /// How long each picture of an animation is shown, in ms. Browsers show those of 10 ms or less for 100 ms, and so
    /// GIFs are made for that.
    var shownDelays: [Int] {
        (0..<pages).map { page in
            let delay = page < delays.count ? delays[page] : 0
            return delay <= 10 ? 100 : delay
        }
    }
}

/// All pictures of an animation one below the other, read from the top down.
private final class Strip {
    private let whole: Picture
    private let region: UnsafeMutablePointer<VipsRegion>
    private let height: Int
    private let pages: Int

    init(_ file: PictureFile) throws(MediaError) {
        guard let bytes = file.file.bytes.baseAddress, let image = kinora_vips_open_animation(bytes, file.file.size)
        else {
            vips_error_clear()
            throw MediaError.damaged(file.file)
        }
        whole = try Picture(image).inSRGB()
        height = file.size.height
        pages = file.pages
        guard whole.height >= height * pages, let region = vips_region_new(whole.image) else {
            throw MediaError.damaged(file.file)
        }
        self.region = region
    }

    deinit {
        g_object_unref(region)
    }

    /// A picture in memory, without alpha. Each is asked for once, in order; those in between are passed over.
    func picture(_ index: Int) throws(MediaError) -> Picture {
        var area = VipsRect(left: 0, top: Int32(index * height), width: Int32(whole.width), height: Int32(height))
        guard vips_region_prepare(region, &area) == 0 else { throw Vips.failure("region_prepare") }
        let rowBytes = whole.width * whole.bands
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: rowBytes * height)
        defer { bytes.deallocate() }
        for y in 0..<height {
            (bytes + y * rowBytes).update(
                from: kinora_vips_region_row(region, 0, Int32(index * height + y)),
                count: rowBytes
            )
        }
        let size = PixelSize(width: whole.width, height: height)
        let picture = try Picture(copying: bytes, size: size, bands: whole.bands)
        return try (picture.hasAlpha ? picture.onWhite() : picture).inMemory()
    }
}
