import CPango

/// Pixels that Cairo draws on: premultiplied, blue, green, red, alpha. Used by one thread at a time.
final class TextSurface {
    let width: Int
    let height: Int
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let stride: Int
    private let data: UnsafeMutablePointer<UInt8>

    init(width: Int, height: Int) throws(MediaError) {
        self.width = width
        self.height = height
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)),
            let data = cairo_image_surface_get_data(surface), let context = cairo_create(surface)
        else { throw MediaError(.failed, "There was no memory for a text.") }
        self.surface = surface
        self.data = data
        self.context = context
        stride = Int(cairo_image_surface_get_stride(surface))
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    }

    deinit {
        TextTurn.begin()
        defer { TextTurn.end() }
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Takes everything off.
    func clear() {
        cairo_save(context)
        cairo_identity_matrix(context)
        cairo_set_operator(context, CAIRO_OPERATOR_CLEAR)
        cairo_paint(context)
        cairo_restore(context)
    }

    func setColor(_ color: RGB, opacity: Double = 1) {
        let channels = [color.red, color.green, color.blue].map { Double($0) / 255 }
        cairo_set_source_rgba(context, channels[0], channels[1], channels[2], opacity)
    }

    func fillRectangle(left: Double, top: Double, width: Double, height: Double, radius: Double) {
        let radius = min(radius, width / 2, height / 2)
        let (right, bottom) = (left + width, top + height)
        cairo_new_sub_path(context)
        cairo_arc(context, right - radius, top + radius, radius, -.pi / 2, 0)
        cairo_arc(context, right - radius, bottom - radius, radius, 0, .pi / 2)
        cairo_arc(context, left + radius, bottom - radius, radius, .pi / 2, .pi)
        cairo_arc(context, left + radius, top + radius, radius, .pi, 1.5 * .pi)
        cairo_close_path(context)
        cairo_fill(context)
    }

    /// Has everything drawn that was asked for; call it before reading.
    func finish() {
        cairo_surface_flush(surface)
    }

    func row(_ y: Int) -> UnsafePointer<UInt8> {
        UnsafePointer(data + y * stride)
    }
}
