import CPango
import Timeline

/// The lines of a text, laid out by Pango so that they fit a box. Used by one thread at a time.
final class TextLayout {
    /// The text as it is drawn.
    let shown: String
    let measures: TextMeasures
    /// Where the words lie in the layout, with whatever sticks out of their lines, in pixels.
    let words: Rectangle
    let isRightToLeft: Bool

    let layout: OpaquePointer

    struct Rectangle {
        var left: Double
        var top: Double
        var width: Double
        var height: Double
    }

    /// A word that is too long for the box makes the letters smaller, down to this; then it is broken.
    private static let smallestForWords = 0.6

    /// - Parameters:
    ///   - lineHeight: what is asked for, in pixels.
    ///   - box: the most that the block may take, in pixels.
    init(_ design: TextDesign, lineHeight: Double, box: PixelSize) throws(MediaError) {
        TextTurn.begin()
        defer { TextTurn.end() }
        shown = TextDesign.shown(design.text)
        guard !shown.isEmpty else { throw MediaError(.failed, "A text needs at least one letter.") }
        let draft = try PangoDraft(design, shown: shown)
        let nominal = lineHeight / TextMeasures.lineSpacing
        var em = nominal
        var breaksWords = false
        var measures = TextMeasures(design, em: em)
        while true {
            let width = max(1, Double(box.width) - measures.frameWidth)
            let height = max(1, Double(box.height) - measures.frameHeight)
            draft.set(em: em, width: width, breaksWords: breaksWords)
            let extents = draft.extents
            let tooWide = extents.width / width
            let tooHigh = extents.height / height
            if tooWide > 1.001, !breaksWords {
                if em / tooWide >= nominal * TextLayout.smallestForWords {
                    em /= tooWide * 1.002
                } else {
                    em = min(em, nominal * 0.85)
                    breaksWords = true
                }
            } else if max(tooWide, tooHigh) <= 1.001 || em <= 1 {
                break
            } else {
                // Lines break anew in a smaller font: the height falls about with the square.
                em = max(1, em * min(0.97, max(0.6, 1 / max(tooHigh.squareRoot(), tooWide))))
            }
            measures = TextMeasures(design, em: em)
        }
        draft.balance()
        self.measures = measures
        isRightToLeft = draft.isRightToLeft
        words = draft.extents
        layout = draft.layout
        g_object_ref(UnsafeMutableRawPointer(layout))
    }

    deinit {
        TextTurn.begin()
        defer { TextTurn.end() }
        g_object_unref(UnsafeMutableRawPointer(layout))
    }

    /// The size of words, box, bar and outline together, in whole pixels.
    var blockSize: PixelSize {
        PixelSize(
            width: Int((words.width + measures.frameWidth).rounded(.up)),
            height: Int((words.height + measures.frameHeight).rounded(.up))
        )
    }

    /// How many glyphs no font at hand has.
    var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }
}
