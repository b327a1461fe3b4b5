internal import Timeline

/// The lengths of a text's design in pixels, for one size of its letters.
struct TextMeasures {
    /// The line height of the usual fonts, in parts of their size.
    static let lineSpacing = 1.36

    /// The size of the font: an em.
    let em: Double
    let outline: Double
    /// Between the words and the edge of their box.
    let padding: (x: Double, y: Double)
    /// The bar beside a lower third, and what lies between it and the words.
    let bar: Double
    let barGap: Double
    /// How far the two shadows are blurred: the one that follows the letters, and the one around them all.
    let shadow: Double
    let halo: Double

    init(_ design: TextDesign, em: Double) {
        self.em = em
        outline = (design.style.outline?.width ?? 0) * em * TextMeasures.lineSpacing
        padding = design.style.box == nil ? (0, 0) : (0.5 * em, 0.28 * em)
        bar = design.kind == .lowerThird ? max(0.12 * em, 1) : 0
        barGap = design.kind == .lowerThird ? 0.42 * em : 0
        // A box and an outline make words legible by themselves.
        shadow = design.style.box == nil ? 0.07 * em + 0.5 : 0
        halo = design.style.box == nil && design.style.outline == nil ? 0.55 * em : 0
    }

    /// What the block takes beside the words, in all.
    var frameWidth: Double { 2 * max(padding.x, outline) + bar + barGap }
    var frameHeight: Double { 2 * max(padding.y, outline) }

    /// How far the shadows reach beyond the block: three standard deviations see the last of them.
    var margin: Int { (Int((max(3 * shadow, 2.6 * halo) + 2).rounded(.up)) + 1) & ~1 }
}
