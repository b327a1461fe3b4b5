import Foundation
import TestKit
import Testing
import Timeline

@testable import Media
@testable import Renderer

@Suite struct TextTests {
    static let black = PixelSize(width: 320, height: 180)

    static func text(
        _ kind: TextKind = .title,
        _ words: String = "Title",
        start: Int = 0,
        ms: Int = 3000,
        _ change: (inout TextStyle) -> Void = { _ in }
    ) -> TextSegment {
        var style = TextStyle.usual(for: kind, isRightToLeft: words.readsFromRight)
        change(&style)
        let id = "\(kind) \(words) \(start)"
        return TextSegment(
            id: id,
            kind: kind,
            text: words,
            start: Milliseconds(start),
            duration: Milliseconds(ms),
            style: style
        )
    }

    /// The rows and columns that a text lights on black, at one of its frames.
    struct Lit {
        var left = Int.max
        var top = Int.max
        var right = Int.min
        var bottom = Int.min
        /// The middle of its light, from the top.
        var center = 0.0
        var light = 0.0
        var isEmpty: Bool { right < left }

        init(_ frame: Frame) {
            var moment = 0.0
            for y in 0..<frame.size.height {
                for x in 0..<frame.size.width {
                    let value = Double(frame.luma.row(y)[x]) - 16
                    light += max(value, 0)
                    moment += max(value, 0) * Double(y)
                    guard value > 24 else { continue }
                    (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
                }
            }
            center = light > 0 ? moment / light : 0
        }
    }

    func lit(_ layer: TextLayer, at index: Int, size: PixelSize = black) throws -> Lit {
        let frame = try Frame(size)
        try TextPainter(layer, frame: size).draw(at: index, on: frame)
        return Lit(frame)
    }

    func layers(_ texts: [TextSegment], total: Int = 600) -> [TextLayer] {
        // From before their start on, so that frames are counted from the video's.
        TextTrack(texts, total: total).layers(from: 0, to: total)
    }

    @Test(arguments: TextAnimation.allCases, [12, 45])
    func nothingStepsBack(animation: TextAnimation, frames: Int) {
        let length = Milliseconds(frames * 1000 / 30)
        var style = TextStyle()
        (style.entrance, style.exit, style.fadeIn, style.fadeOut) = (animation, animation, length, length)
        let design = TextDesign(text: "Some words", style: style)
        let block = TextBlock(design: design, start: 0, length: 120, width: 1, height: 1, lane: 0)
        let moments = (0..<120).map { TextMoment(block, at: $0, characters: 10) }
        for (one, next) in zip(moments[..<60], moments[1..<60]) {
            #expect(next.opacity >= one.opacity && next.drop <= one.drop && next.characters >= one.characters)
        }
        for (one, next) in zip(moments[60...], moments[61...]) {
            #expect(next.opacity <= one.opacity && next.drop <= one.drop && next.characters <= one.characters)
        }
        #expect(moments[60] == TextMoment(block, at: 59, characters: 10), "it stands still in between")
        #expect(moments[60].opacity == 1 && moments[60].drop == 0 && moments[60].characters == 10)
        switch animation {
        case .none: #expect(moments[0] == moments[60])
        case .fade: #expect(moments[0].opacity < 0.1)
        case .rise: #expect(moments[0].drop > 0.8 && moments[0].opacity < 0.1)
        case .typewriter:
            #expect(moments[0].characters == 1)
            let share = (Double(frames / 2) + 0.5) / Double(frames)
            #expect(moments[frames / 2].characters == Int((share * 10).rounded(.up)))
        }
    }

    @Test func aRiseIsSmoothToAPartOfAPixel() throws {
        let layer = layers([
            Self.text(.title, "Rise", start: 0, ms: 4000) {
                ($0.entrance, $0.fadeIn) = (.rise, Milliseconds(1500))
            }
        ])[0]
        let painter = try TextPainter(layer, frame: Self.black)
        var centers: [Double] = []
        for index in 6..<50 {
            let frame = try Frame(Self.black)
            try painter.draw(at: index, on: frame)
            centers.append(Lit(frame).center)
        }
        let steps = zip(centers, centers.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { $0 <= 0.03 }, "never down again: \(steps)")
        // The way as it was planned, from the same easing.
        let rest = centers[centers.count - 1]
        for (index, center) in centers.enumerated() {
            let moment = TextMoment(layer.block, at: index + 6, characters: 4)
            let distance = 0.6 * 0.13 * Double(Self.black.height)
            #expect(abs(center - rest - moment.drop * distance) < 0.08, "frame \(index + 6)")
        }
    }

    @Test func typedLettersAreAsManyAsTheTimeSays() throws {
        let layer = layers([
            Self.text(.title, "ABCDEFGH", ms: 4000) { ($0.entrance, $0.fadeIn) = (.typewriter, .seconds(0.8)) }
        ])[0]
        let painter = try TextPainter(layer, frame: Self.black)
        var rights: [Int] = []
        for index in stride(from: 0, through: 26, by: 3) {
            let frame = try Frame(Self.black)
            try painter.draw(at: index, on: frame)
            rights.append(Lit(frame).right)
        }
        // 24 frames for 8 letters: another one every third.
        let typed = Array(rights.prefix(8))
        #expect(Set(typed).count == 8)
        #expect(typed == typed.sorted())
        #expect(rights[8] == rights[7])
    }

    @Test func textsLieInTheSafeAreaAndNeverOnEachOther() throws {
        var random = Random(seed: 30)
        let words = [
            "Summer in Rome", "A", "夏天的回忆在科莫湖边的清晨", "صيف في روما", "Anna Rossi\nguide", "👨‍👩‍👧 🇮🇹",
            "A caption that is long enough to need more than a single line in any frame", "Donaudampfschifffahrt",
        ]
        for _ in 0..<24 {
            let size = random.pick([
                PixelSize(width: 240, height: 136), PixelSize(width: 136, height: 240),
                PixelSize(width: 160, height: 160),
            ])
            let texts = (0..<random.number(1...4)).map { number in
                Self.text(random.pick(TextKind.allCases), random.pick(words), start: number * 10, ms: 5000) {
                    if random.isTrue() { $0.position = random.pick(TextPosition.allCases) }
                    $0.size *= random.pick([0.7, 1, 1.6])
                    if random.isTrue(oneIn: 4) { $0.outline = TextOutline(color: "yellow") }
                    if random.isTrue(oneIn: 4) { $0.box = TextBox(color: "gray", opacity: 1) }
                }
            }
            let boxes = try layers(texts).map { try lit($0, at: 60, size: size) }
            let (x, y) = (Double(size.width) * 0.05 - 1, Double(size.height) * 0.05 - 1)
            for (box, text) in zip(boxes, texts) {
                let isInside =
                    Double(box.left) >= x && Double(box.right) <= Double(size.width) - x && Double(box.top) >= y
                    && Double(box.bottom) <= Double(size.height) - y
                #expect(!box.isEmpty && isInside, "\(text.text) at \(box) of \(size)")
            }
            for (index, one) in boxes.enumerated() {
                for other in boxes[(index + 1)...] {
                    let meet =
                        one.left <= other.right && other.left <= one.right && one.top <= other.bottom
                        && other.top <= one.bottom
                    #expect(!meet, "\(texts.map(\.text)) in \(size)")
                }
            }
        }
    }

    @Test func textsThatAreNotSeenTogetherKnowNothingOfEachOther() {
        let whole = Self.text(.caption, "All the time", ms: 20_000)
        let captions = (0..<5).map { Self.text(.caption, "No \($0)", start: $0 * 4000, ms: 4000) }
        let track = TextTrack([whole] + captions, total: 600)
        let layers = track.layers(from: 0, to: 600)
        // The one that stays is first and needs to know of none; the others make room for it alone.
        #expect(layers[0].neighbours.isEmpty)
        for layer in layers.dropFirst() { #expect(layer.neighbours.map(\.design.text) == ["All the time"]) }
        let alone = TextTrack(captions, total: 600).layers(from: 0, to: 600)
        #expect(alone.allSatisfy { $0.neighbours.isEmpty && $0.block.height == 1 })
    }

    @Test func anEndCardDarkensThePictureAndACaptionOnlyWhatIsAroundIt() throws {
        let bright = try Frame(Self.black)
        for (kind, isDark) in [(TextKind.endCard, true), (.caption, false)] {
            bright.luma.fill(220)
            try TextPainter(layers([Self.text(kind)])[0], frame: Self.black).draw(at: 45, on: bright)
            let corner = Int(bright.luma.row(4)[4])
            #expect((corner < 120) == isDark && (corner == 220) != isDark)
        }
    }

    /// WCAG 2's contrast of two kinds of grey, from 1 to 21.
    private func contrast(_ light: UInt8, _ dark: UInt8) -> Double {
        func luminance(_ luma: UInt8) -> Double { pow(min(max((Double(luma) - 16) / 219, 0), 1), 2.2) }
        return (luminance(light) + 0.05) / (luminance(dark) + 0.05)
    }

    @Test(arguments: TextKind.allCases)
    func lettersStandOutFromWhite(kind: TextKind) throws {
        let size = PixelSize(width: 1280, height: 720)
        let frame = try Frame(size)
        frame.luma.fill(235)
        try TextPainter(layers([Self.text(kind, "Hill")])[0], frame: size).draw(at: 45, on: frame)
        // Beside the letters lies the darkest of their shadow.
        var darkest = UInt8.max
        for y in 0..<size.height { for x in 0..<size.width { darkest = min(darkest, frame.luma.row(y)[x]) } }
        #expect(contrast(235, darkest) > 3, "\(darkest)")
    }
}
