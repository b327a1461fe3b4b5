internal import CChafa

/// Draws pictures in a form a terminal takes. It decodes nothing: what it gets are pixels already.
struct PictureCanvas: Sendable {
    let form: PictureForm
    /// Nil where the terminal does not say.
    let cell: CellSize?

    /// The form that is really used: the pixels of a sixel are the screen's own, and how many a character has must be
    /// known, or the picture would run over the text below it.
    var kind: PictureForm.Kind { form.kind == .sixel && cell == nil ? .blocks : form.kind }

    /// A picture as it fills an area: the characters of each line, or for kitty, iTerm2 and sixel one sequence that
    /// draws at the cursor and leaves the cursor anywhere.
    func drawn(_ picture: Picture, in area: CellArea) -> [String] {
        let config = chafa_canvas_config_new()
        defer { chafa_canvas_config_unref(config) }
        chafa_canvas_config_set_geometry(config, Int32(area.columns), Int32(area.rows))
        let cell = cell ?? .usual
        chafa_canvas_config_set_cell_geometry(config, Int32(cell.width), Int32(cell.height))
        chafa_canvas_config_set_pixel_mode(config, pixelMode)
        chafa_canvas_config_set_canvas_mode(config, kind == .blocks ? canvasMode : CHAFA_CANVAS_MODE_TRUECOLOR)
        chafa_canvas_config_set_dither_mode(config, isDithered ? CHAFA_DITHER_MODE_DIFFUSION : CHAFA_DITHER_MODE_NONE)
        // Every line must stand by itself, as lines of other pictures stand between them.
        chafa_canvas_config_set_optimizations(config, CHAFA_OPTIMIZATION_REUSE_ATTRIBUTES)
        let symbols = chafa_symbol_map_new()
        defer { chafa_symbol_map_unref(symbols) }
        // The console's font has little more than halves.
        kinora_chafa_add_symbols(symbols, form.colours == .indexed16 ? 1 : 0)
        chafa_canvas_config_set_symbol_map(config, symbols)
        let canvas = chafa_canvas_new(config)
        defer { chafa_canvas_unref(canvas) }
        chafa_canvas_draw_all_pixels(
            canvas,
            CHAFA_PIXEL_RGB8,
            picture.rgb,
            Int32(picture.width),
            Int32(picture.height),
            Int32(picture.width * 3)
        )
        let text = printed(canvas)
        // A sequence may have newlines of its own.
        return kind == .blocks ? text.split(separator: "\n").map(String.init) : [text]
    }

    private func printed(_ canvas: OpaquePointer?) -> String {
        let info = TerminalInfo()
        guard let string = withExtendedLifetime(info, { chafa_canvas_print(canvas, $0.handle) }) else { return "" }
        defer { g_string_free(string, 1) }
        let bytes = UnsafeRawBufferPointer(start: string.pointee.str, count: Int(string.pointee.len))
        return String(decoding: bytes, as: UTF8.self)
    }

    private var pixelMode: ChafaPixelMode {
        switch kind {
        case .kitty: CHAFA_PIXEL_MODE_KITTY
        case .iTerm2: CHAFA_PIXEL_MODE_ITERM2
        case .sixel: CHAFA_PIXEL_MODE_SIXELS
        case .blocks: CHAFA_PIXEL_MODE_SYMBOLS
        }
    }

    private var canvasMode: ChafaCanvasMode {
        switch form.colours {
        case .direct: CHAFA_CANVAS_MODE_TRUECOLOR
        // The first 16 are whatever the person has made of them.
        case .indexed256: CHAFA_CANVAS_MODE_INDEXED_240
        case .indexed16: CHAFA_CANVAS_MODE_INDEXED_16
        }
    }

    private var isDithered: Bool { kind == .sixel || kind == .blocks && form.colours != .direct }
}
