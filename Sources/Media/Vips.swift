import CVips
import Timeline

/// libvips, started once with only the loaders of the accepted picture types.
enum Vips {
    /// Starts the library on first use.
    static let isStarted: Bool = {
        // Broken files make libvips and Pango chatty; what matters comes back as return codes.
        g_log_set_default_handler({ _, _, _, _ in }, nil)
        guard vips_init("kinora") == 0 else { return false }
        // The callers' threads are the parallelism, and a picture is decoded only once: no threads and no cache of
        // its own.
        vips_concurrency_set(1)
        vips_cache_set_max(0)
        vips_block_untrusted_set(1)
        vips_operation_block_set("VipsForeignLoad", 1)
        for loader in ["Jpeg", "Png", "Nsgif", "Webp", "Heif"] {
            vips_operation_block_set("VipsForeignLoad\(loader)", 0)
        }
        return true
    }()

    /// Has to come before any call: the library would start itself, but a thread that meets it half started finds
    /// half of its operations.
    static func start() throws(MediaError) {
        guard isStarted else { throw MediaError(.failed, "libvips, which reads pictures, did not start.") }
    }

    typealias Output = UnsafeMutablePointer<UnsafeMutablePointer<VipsImage>?>

    /// The funnel of all operations.
    static func run(_ operation: StaticString, _ body: (Output) -> Int32) throws(MediaError) -> Picture {
        try start()
        var output: UnsafeMutablePointer<VipsImage>?
        let result = body(&output)
        guard result == 0, let output else { throw failure(operation) }
        return Picture(output)
    }

    static func failure(_ operation: StaticString) -> MediaError {
        // The library's own words go into one buffer for all threads: they are cleared, not quoted.
        vips_error_clear()
        return MediaError(.failed, "The picture could not be processed (\(operation)).")
    }
}

/// A libvips image, lazily computed until ``inMemory()``. Used by one thread at a time.
final class Picture {
    let image: UnsafeMutablePointer<VipsImage>

    init(_ image: UnsafeMutablePointer<VipsImage>) {
        self.image = image
    }

    deinit {
        g_object_unref(image)
    }

    /// A copy of 8-bit pixels, row by row: grey in one band, or in two with alpha; sRGB in three, or in four.
    convenience init(copying bytes: UnsafeRawPointer, size: PixelSize, bands: Int) throws(MediaError) {
        try Vips.start()
        let copy = vips_image_new_from_memory_copy(
            bytes,
            size.width * size.height * bands,
            Int32(size.width),
            Int32(size.height),
            Int32(bands),
            VIPS_FORMAT_UCHAR
        )
        guard let copy else { throw Vips.failure("image_new_from_memory") }
        copy.pointee.Type = bands < 3 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB
        self.init(copy)
    }

    var width: Int { Int(vips_image_get_width(image)) }
    var height: Int { Int(vips_image_get_height(image)) }
    var size: PixelSize { PixelSize(width: width, height: height) }
    var bands: Int { Int(vips_image_get_bands(image)) }
    var hasAlpha: Bool { vips_image_hasalpha(image) != 0 }

    /// Computes all pixels.
    func inMemory() throws(MediaError) -> Picture {
        guard let copy = vips_image_copy_memory(image) else { throw Vips.failure("copy_memory") }
        return Picture(copy)
    }

    /// A row of a picture in memory.
    func row(_ y: Int) -> UnsafePointer<UInt8> {
        kinora_vips_row(image, Int32(y))
    }
}

extension Picture {
    func onWhite() throws(MediaError) -> Picture {
        try Vips.run("flatten") { kinora_vips_flatten_on_white(image, $0) }
    }

    func inSRGB() throws(MediaError) -> Picture {
        try Vips.run("colourspace") { kinora_vips_to_srgb(image, $0) }
    }

    func asBytes() throws(MediaError) -> Picture {
        try Vips.run("cast") { kinora_vips_to_bytes(image, $0) }
    }

    func bands(_ first: Int, count: Int) throws(MediaError) -> Picture {
        try Vips.run("extract_band") { kinora_vips_bands(image, $0, Int32(first), Int32(count)) }
    }

    /// A part of it, to the nearest pixel.
    func part(_ region: Region) throws(MediaError) -> Picture {
        let part = region.aligned(to: 1, 1, in: size)
        return try Vips.run("extract_area") {
            kinora_vips_cut_out(image, $0, Int32(part.x), Int32(part.y), Int32(part.width), Int32(part.height))
        }
    }

    func blurred(sigma: Double) throws(MediaError) -> Picture {
        try Vips.run("gaussblur") { kinora_vips_blur(image, $0, sigma) }
    }

    func scaledValues(_ factor: Double) throws(MediaError) -> Picture {
        try Vips.run("linear") { kinora_vips_linear(image, $0, factor) }
    }

    func turned(_ turn: Orientation.Turn) throws(MediaError) -> Picture {
        guard turn != .none else { return self }
        var picture = self
        if turn.isTransposed { picture = try Vips.run("rot") { kinora_vips_turn(picture.image, $0, VIPS_ANGLE_D90) } }
        // A quarter turn exchanges rows and columns, and mirrors.
        if turn.isMirrored != turn.isTransposed { picture = try picture.flipped(VIPS_DIRECTION_HORIZONTAL) }
        if turn.isFlipped { picture = try picture.flipped(VIPS_DIRECTION_VERTICAL) }
        return try picture.inMemory()
    }

    private func flipped(_ direction: VipsDirection) throws(MediaError) -> Picture {
        try Vips.run("flip") { kinora_vips_flip(image, $0, direction) }
    }

    /// Scaled to exactly this size.
    func scaled(to size: PixelSize) throws(MediaError) -> Picture {
        try Vips.run("thumbnail_image") { kinora_vips_scale(image, $0, Int32(size.width), Int32(size.height)) }
    }
}
