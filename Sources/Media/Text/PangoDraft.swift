import CPango
import Timeline

/// A layout in the making: the same words in one size after another.
final class PangoDraft {
    let layout: OpaquePointer
    let isRightToLeft: Bool
    private let design: TextDesign
    private let shown: String
    private let language: String?
    private let wideSigns: [Range<Int>]
    private var width = 0.0

    init(_ design: TextDesign, shown: String) throws(MediaError) {
        self.design = design
        self.shown = shown
        language = design.hanLanguage(in: shown)
        wideSigns = language == nil ? [] : TextDesign.wideSigns(in: shown)
        guard let fonts = FontMap.shared, let context = pango_font_map_create_context(fonts) else {
            throw MediaError(.failed, "Pango, which lays out text, did not start.")
        }
        defer { g_object_unref(context.raw) }
        // The same glyphs at every place: nothing is drawn towards whole pixels.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        // Not the locale's, which would make the same text differ from machine to machine.
        pango_context_set_language(context, pango_language_from_string(language ?? "en"))
        isRightToLeft = shown.readsFromRight
        pango_context_set_base_dir(context, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        guard let layout = pango_layout_new(context) else {
            throw MediaError(.failed, "Pango, which lays out text, did not start.")
        }
        self.layout = layout
        pango_layout_set_text(layout, shown, Int32(shown.utf8.count))
        pango_layout_set_alignment(layout, alignment)
        if design.kind == .title || design.kind == .endCard { pango_layout_set_line_spacing(layout, 0.92) }
    }

    deinit {
        TextTurn.begin()
        defer { TextTurn.end() }
        g_object_unref(UnsafeMutableRawPointer(layout))
    }

    private var alignment: PangoAlignment {
        switch design.style.position.column {
        case .first: isRightToLeft ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT
        case .middle: PANGO_ALIGN_CENTER
        case .last: PANGO_ALIGN_RIGHT
        }
    }

    /// Lays the words out in one size, in pixels.
    ///
    /// - Parameter breaksWords: A word that is wider than a line goes on in the next.
    func set(em: Double, width: Double, breaksWords: Bool) {
        self.width = width
        let font = pango_font_description_new()
        pango_font_description_set_family(font, design.style.families(language: language))
        pango_font_description_set_absolute_size(font, em * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, design.style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM)
        pango_font_description_set_style(font, design.style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_wrap(layout, breaksWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        let list = pango_attr_list_new()
        if let end = design.endOfName(in: shown) {
            // What somebody is stands lighter and smaller under their name.
            let role = end + 1..<shown.utf8.count
            insert(pango_attr_size_new_absolute(Int32(em * 0.68 * Double(PANGO_SCALE))), at: role, into: list)
            insert(pango_attr_weight_new(PANGO_WEIGHT_MEDIUM), at: role, into: list)
        }
        let han = design.style.families(language: language, isHanFirst: true)
        for range in wideSigns { insert(pango_attr_family_new(han), at: range, into: list) }
        pango_layout_set_attributes(layout, list)
        pango_attr_list_unref(list)
    }

    private func insert(
        _ attribute: UnsafeMutablePointer<PangoAttribute>?,
        at range: Range<Int>,
        into list: OpaquePointer?
    ) {
        guard let attribute else { return }
        attribute.pointee.start_index = UInt32(range.lowerBound)
        attribute.pointee.end_index = UInt32(range.upperBound)
        pango_attr_list_insert(list, attribute)
    }

    /// Makes the lines about equally long: as narrow as they can be without another line.
    func balance() {
        let lines = pango_layout_get_line_count(layout)
        guard lines > 1, lines <= 6 else { return }
        var (low, high) = (width / Double(lines) * 0.8, width)
        while high - low > width / 60 {
            let middle = (low + high) / 2
            pango_layout_set_width(layout, Int32(middle * Double(PANGO_SCALE)))
            let fits = pango_layout_get_line_count(layout) <= lines && extents.width <= middle * 1.001
            if fits { high = middle } else { low = middle }
        }
        pango_layout_set_width(layout, Int32(high * Double(PANGO_SCALE)))
        if language != nil { breakAtSigns(from: high, lines: lines) }
    }

    /// Between Chinese characters a line may break anywhere, in the middle of a word, too: a little more width is worth
    /// it where lines then end with a comma.
    private func breakAtSigns(from narrowest: Double, lines: Int32) {
        var best = (width: narrowest, ends: linesEndingWithSigns)
        for step in 1...10 {
            let wider = narrowest * (1 + 0.03 * Double(step))
            guard wider <= width, best.ends < lines - 1 else { break }
            pango_layout_set_width(layout, Int32(wider * Double(PANGO_SCALE)))
            guard pango_layout_get_line_count(layout) == lines else { break }
            if linesEndingWithSigns > best.ends { best = (wider, linesEndingWithSigns) }
        }
        pango_layout_set_width(layout, Int32(best.width * Double(PANGO_SCALE)))
    }

    /// How many lines before the last end where there is a pause.
    private var linesEndingWithSigns: Int32 {
        let bytes = shown.utf8
        return (0..<max(pango_layout_get_line_count(layout) - 1, 0)).reduce(0) { count, line in
            guard let line = pango_layout_get_line_readonly(layout, line) else { return count }
            let end = bytes.index(bytes.startIndex, offsetBy: Int(line.pointee.start_index + line.pointee.length))
            guard let last = shown[..<end].last else { return count }
            return last.isPunctuation || last.isWhitespace ? count + 1 : count
        }
    }

    /// The words' lines together with what sticks out of them.
    var extents: TextLayout.Rectangle {
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, &ink, &logical)
        let left = min(ink.x, logical.x)
        let top = min(ink.y, logical.y)
        let right = max(ink.x + ink.width, logical.x + logical.width)
        let bottom = max(ink.y + ink.height, logical.y + logical.height)
        let scale = Double(PANGO_SCALE)
        return TextLayout.Rectangle(
            left: Double(left) / scale,
            top: Double(top) / scale,
            width: Double(right - left) / scale,
            height: Double(bottom - top) / scale
        )
    }
}

extension OpaquePointer {
    var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }
}
