import CPango
public import Timeline

/// A text drawn once, ready to be laid over frames by ``Blend/overlay(_:on:x:y:opacity:)``. Used by one thread at a time.
///
/// Below the letters lie, as the design wants them, a soft shade that keeps them legible on any picture or a box, the
/// bar of a lower third, and an outline.
public final class TextBitmap {
    /// The size of the bitmap with its shadows, in pixels, even in both directions.
    public let size: PixelSize
    /// How far the shadows reach beyond the block on each side, in pixels; even.
    public let margin: Int
    /// What has to lie in the safe area: words, outline, box and bar.
    public let blockSize: PixelSize
    /// How many characters the text has.
    public let characters: Int
    /// How many of them are shown.
    public private(set) var revealed: Int

    /// Luma and coverage for each pixel, chroma and coverage for each four of them. Colours are already multiplied by
    /// their coverage.
    var luma: [UInt8]
    var alpha: [UInt8]
    var blue: [UInt8]
    var red: [UInt8]
    var chromaAlpha: [UInt8]

    let layout: TextLayout
    private let pieces: [TextLayout.Piece]
    private let design: TextDesign
    private let color: RGB
    let shade: RGB
    let ground: TextSurface?
    let outline: TextSurface?
    let fill: TextSurface
    var shadow: TextMask
    var halo: TextMask?
    /// Where the layout's origin lies.
    private let origin: (x: Double, y: Double)

    /// Draws a text as it was typed, wrapped at the box's width and shrunk until it fits the box.
    ///
    /// - Parameters:
    ///   - lineHeight: In pixels; capital letters are about half of it.
    ///   - box: The most that the block may take, in pixels.
    /// - Throws: `failed` for a text without anything to draw.
    public init(_ design: TextDesign, lineHeight: Double, box: PixelSize) throws(MediaError) {
        TextTurn.begin()
        defer { TextTurn.end() }
        let layout = try TextLayout(design, lineHeight: lineHeight, box: box)
        self.design = design
        self.layout = layout
        let measures = layout.measures
        margin = measures.margin
        blockSize = layout.blockSize
        size = PixelSize(
            width: (blockSize.width + 2 * margin + 1) & ~1,
            height: (blockSize.height + 2 * margin + 1) & ~1
        )
        characters = layout.characters
        revealed = characters
        color = RGB(css: design.style.color) ?? .white
        // Light letters lie on shadow, dark ones on light.
        shade = color.isDark ? RGB(red: 238, green: 238, blue: 238) : RGB(red: 8, green: 8, blue: 10)
        let beside = layout.isRightToLeft ? 0 : measures.bar + measures.barGap
        origin = (
            Double(margin) + beside + max(measures.padding.x, measures.outline) - layout.words.left,
            Double(margin) + max(measures.padding.y, measures.outline) - layout.words.top
        )
        pieces = layout.pieces()
        fill = try TextSurface(width: size.width, height: size.height)
        outline = measures.outline > 0 ? try TextSurface(width: size.width, height: size.height) : nil
        ground = design.style.box == nil ? nil : try TextSurface(width: size.width, height: size.height)
        let count = size.width * size.height
        luma = [UInt8](repeating: 0, count: count)
        alpha = luma
        blue = [UInt8](repeating: 0, count: count / 4)
        (red, chromaAlpha) = (blue, blue)
        shadow = TextMask(width: size.width, height: size.height)
        cairo_translate(fill.context, origin.x, origin.y)
        if let outline { cairo_translate(outline.context, origin.x, origin.y) }
        drawGround()
        try draw(upTo: characters, from: 0)
    }

    private var whole: TextRegion { TextRegion(left: 0, top: 0, right: size.width, bottom: size.height) }

    private func drawGround() {
        let (left, top) = (Double(margin), Double(margin))
        let (width, height) = (Double(blockSize.width), Double(blockSize.height))
        guard let ground, let box = design.style.box else { return }
        ground.setColor(RGB(css: box.color) ?? .black, opacity: box.opacity)
        let radius = design.kind == .lowerThird ? 0 : 0.22 * layout.measures.em
        ground.fillRectangle(left: left, top: top, width: width, height: height, radius: radius)
    }

    /// The bar of a lower third, at the side where reading starts.
    private func drawBar() {
        let bar = layout.measures.bar
        guard bar > 0 else { return }
        cairo_save(fill.context)
        cairo_identity_matrix(fill.context)
        fill.setColor(color)
        fill.fillRectangle(
            left: Double(margin) + (layout.isRightToLeft ? Double(blockSize.width) - bar : 0),
            top: Double(margin),
            width: bar,
            height: Double(blockSize.height),
            radius: 0
        )
        cairo_restore(fill.context)
    }

    /// Shows the first characters of the text, in the order of reading.
    public func reveal(_ count: Int) throws(MediaError) {
        TextTurn.begin()
        defer { TextTurn.end() }
        let count = min(max(count, 0), characters)
        guard count != revealed else { return }
        let before = revealed
        revealed = count
        if count > before { return try draw(upTo: count, from: before) }
        fill.clear()
        outline?.clear()
        try draw(upTo: count, from: 0)
    }

    /// Draws characters that are not there yet, and renews the planes where they are.
    private func draw(upTo count: Int, from start: Int) throws(MediaError) {
        var changed = TextRegion(left: 0, top: 0, right: 0, bottom: 0)
        let reach = layout.measures.outline + 2
        if let outline { outline.setColor(RGB(css: design.style.outline?.color ?? "") ?? .black) }
        for piece in pieces where piece.step > start && piece.step <= count {
            let ink = piece.ink
            let region = TextRegion(
                left: Int(ink.left + origin.x - reach),
                top: Int(ink.top + origin.y - reach),
                right: Int(ink.left + ink.width + origin.x + reach + 1),
                bottom: Int(ink.top + ink.height + origin.y + reach + 1)
            )
            changed = changed.union(region)
            if piece.isPicture {
                piece.show(on: fill.context)
                continue
            }
            if let outline {
                cairo_set_line_width(outline.context, 2 * layout.measures.outline)
                piece.addPath(to: outline.context)
                cairo_stroke(outline.context)
            }
            fill.setColor(color)
            piece.addPath(to: fill.context)
            cairo_fill_preserve(fill.context)
            cairo_set_line_width(fill.context, piece.thickening)
            if piece.thickening > 0 { cairo_stroke(fill.context) }
            cairo_new_path(fill.context)
        }
        if start == 0 {
            drawBar()
            changed = whole
        }
        for surface in [fill, outline, ground] { surface?.finish() }
        if halo == nil, layout.measures.halo > 0 {
            halo = try TextMask(whole, of: fill, over: outline)
                .blurred(sigma: layout.measures.halo, factor: 2.2)
        }
        try renew(changed)
    }

    private func renew(_ changed: TextRegion) throws(MediaError) {
        guard !changed.isEmpty else { return }
        let bounds = (size.width, size.height)
        let sigma = layout.measures.shadow
        var region = changed.grown(by: 0, in: bounds)
        if sigma > 0 {
            let reach = Int((2 * sigma).rounded(.up)) + 2
            region = changed.grown(by: reach, in: bounds)
            let source = region.grown(by: reach, in: bounds)
            let soft = try TextMask(source, of: fill, over: outline).blurred(sigma: sigma, factor: 3)
            shadow.copy(region, of: soft, at: (source.left, source.top))
        }
        compose(region)
    }
}

extension RGB {
    static let white = RGB(red: 255, green: 255, blue: 255)
    static let black = RGB(red: 0, green: 0, blue: 0)

    var isDark: Bool { YUV(red: red, green: green, blue: blue).luma < 80 }
}

extension TextBitmap {
    /// The size of a text's block without drawing it; see ``init(_:lineHeight:box:)``.
    public static func blockSize(
        _ design: TextDesign,
        lineHeight: Double,
        box: PixelSize
    ) throws(MediaError) -> PixelSize {
        try TextLayout(design, lineHeight: lineHeight, box: box).blockSize
    }
}
