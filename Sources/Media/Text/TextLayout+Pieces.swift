import CPango

extension TextLayout {
    /// Glyphs that belong together, and with the character that brings them.
    struct Piece {
        let font: UnsafeMutablePointer<PangoFont>
        /// Lives as long as the layout.
        let glyphs: UnsafeMutablePointer<PangoGlyphInfo>
        let clusters: UnsafeMutablePointer<Int32>
        let count: Int
        /// The start of its baseline, in pixels of the layout.
        let x: Double
        let y: Double
        /// How many characters are there once it is: those up to and with its own.
        let step: Int
        /// Its glyphs are pictures in their own colours.
        let isPicture: Bool
        /// How much is added to its strokes, in pixels.
        let thickening: Double
    }

    /// How many characters there are, as a person counts them.
    var characters: Int { shown.count }

    /// All there is to draw, in the order of reading.
    func pieces() -> [Piece] {
        TextTurn.begin()
        defer { TextTurn.end() }
        let steps = stepOfByte()
        var pieces: [Piece] = []
        pieces.reserveCapacity(steps.count)
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        let scale = Double(PANGO_SCALE)
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator), let item = run.pointee.item,
                let font = item.pointee.analysis.font, let string = run.pointee.glyphs
            else { continue }
            var logical = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &logical)
            let baseline = Double(pango_layout_iter_get_baseline(iterator)) / scale
            let isPicture = TextLayout.hasPictures(font)
            let thickening = isPicture ? 0 : TextLayout.thickening(of: font)
            var starts = [Double(logical.x)]
            for glyph in 0..<Int(string.pointee.num_glyphs) {
                starts.append(starts[glyph] + Double(string.pointee.glyphs[glyph].geometry.width))
            }
            var cluster = PangoGlyphItemIter()
            var goesOn = pango_glyph_item_iter_init_start(&cluster, run, pango_layout_get_text(layout))
            while goesOn != 0 {
                // From right to left the glyphs of a cluster are counted downwards.
                let (start, end) = (Int(cluster.start_glyph), Int(cluster.end_glyph))
                let range = start < end ? start..<end : (end + 1)..<(start + 1)
                pieces.append(
                    Piece(
                        font: font,
                        glyphs: string.pointee.glyphs + range.lowerBound,
                        clusters: string.pointee.log_clusters + range.lowerBound,
                        count: range.count,
                        x: starts[range.lowerBound] / scale,
                        y: baseline,
                        step: steps[max(Int(cluster.end_index) - 1, 0)],
                        isPicture: isPicture,
                        thickening: thickening
                    )
                )
                goesOn = pango_glyph_item_iter_next_cluster(&cluster)
            }
        } while pango_layout_iter_next_run(iterator) != 0
        return pieces.sorted { $0.step < $1.step }
    }

    /// For each byte of the text, how many characters begin up to it.
    private func stepOfByte() -> [Int] {
        var steps: [Int] = []
        steps.reserveCapacity(shown.utf8.count)
        for (index, character) in shown.enumerated() {
            steps.append(contentsOf: repeatElement(index + 1, count: character.utf8.count))
        }
        return steps
    }

    /// Thin letters are lost on a photo: what no font has in a medium weight, Chinese in most, is drawn a little bolder.
    private static func thickening(of font: UnsafeMutablePointer<PangoFont>) -> Double {
        guard let description = pango_font_describe_with_absolute_size(font) else { return 0 }
        defer { pango_font_description_free(description) }
        let weight = pango_font_description_get_weight(description)
        guard weight.rawValue < PANGO_WEIGHT_MEDIUM.rawValue else { return 0 }
        return 0.022 * Double(pango_font_description_get_size(description)) / Double(PANGO_SCALE)
    }

    private static func hasPictures(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
        guard let face = hb_font_get_face(pango_font_get_hb_font(font)) else { return false }
        return hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0 || hb_ot_color_has_svg(face) != 0
    }
}

extension TextLayout.Piece {
    /// Adds the outlines of its glyphs to the path.
    func addPath(to context: OpaquePointer) {
        cairo_move_to(context, x, y)
        withGlyphs { pango_cairo_glyph_string_path(context, font, $0) }
    }

    /// Draws its glyphs in their own colours.
    func show(on context: OpaquePointer) {
        cairo_move_to(context, x, y)
        withGlyphs { pango_cairo_show_glyph_string(context, font, $0) }
    }

    private func withGlyphs(_ body: (UnsafeMutablePointer<PangoGlyphString>) -> Void) {
        var string = PangoGlyphString()
        string.num_glyphs = Int32(count)
        string.glyphs = glyphs
        string.log_clusters = clusters
        body(&string)
    }

    /// Where its ink lies, in pixels of the layout.
    var ink: TextLayout.Rectangle {
        var ink = PangoRectangle()
        withGlyphs { pango_glyph_string_extents($0, font, &ink, nil) }
        let scale = Double(PANGO_SCALE)
        return TextLayout.Rectangle(
            left: x + Double(ink.x) / scale,
            top: y + Double(ink.y) / scale,
            width: Double(ink.width) / scale,
            height: Double(ink.height) / scale
        )
    }
}
