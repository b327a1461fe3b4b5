import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct TextTests {
    let box = PixelSize(width: 800, height: 300)

    func render(_ text: String, _ color: String = "white", box: PixelSize? = nil) throws -> TextBitmap {
        let design = TextDesign(text: text, style: TextStyle(color: color))
        return try TextBitmap(design, lineHeight: 60, box: box ?? self.box)
    }

    /// How much of the bitmap the letters themselves cover, in pixels.
    func ink(_ text: TextBitmap) -> Int {
        zip(text.luma, text.alpha).count { $0 > 150 && $1 > 200 }
    }

    @Test func markupIsShownAsTyped() throws {
        let typed = try render("<b>A & B</b> \"C\" 'D' &amp; &#65;")
        let plain = try render("A & B \"C\" 'D' & A")
        #expect(typed.size.width > plain.size.width + 100, "the tags take room")
        #expect(throws: Never.self) { try render("</span><span size='999999999'>&broken; <") }
    }

    @Test func controlCharactersAreLeftOut() throws {
        let odd = try render("A\u{0}\u{7}\u{1B}[31mB")
        let plain = try render("A[31mB")
        #expect(odd.size == plain.size)
    }

    @Test(arguments: ["0123456789", "#*", "©®™"])
    func signsThatAreAlsoEmojiAreLetters(text: String) throws {
        // White like any letter, and no wider than the widest of them.
        let drawn = try render(text)
        let wide = try render(String(repeating: "W", count: text.count))
        #expect(ink(drawn) > 100 * text.count)
        #expect(drawn.size.width < wide.size.width)
        let coloured = zip(drawn.red, drawn.chromaAlpha).contains { abs(Int($0) - 128 * Int($1) / 255) > 8 }
        #expect(!coloured)
    }

    @Test func emojiAreInColour() throws {
        let heart = try render("❤️😀")
        // White letters have no chroma; a heart is red.
        let strongest = zip(heart.red, heart.chromaAlpha).map { Int($0) - 128 * Int($1) / 255 }.max() ?? 0
        #expect(strongest > 50)
    }

    @Test func theColourIsTheOneAskedFor() throws {
        let gold = try render("█", "gold")
        let middle = gold.size.height / 2 * gold.size.width + gold.size.width / 2
        let expected = Sample.color(255, 215, 0)
        #expect(abs(Int(gold.luma[middle]) - expected.luma) <= 1)
        #expect(gold.alpha[middle] == 255)
        #expect(RGB(css: "#FF6347") == RGB(css: "tomato"))
        #expect(RGB(css: "url(x)") == nil)
        #expect(RGB(css: "#-12345") == nil)
    }

    @Test func aLongTextWrapsAndShrinksUntilItFits() throws {
        let words = String(repeating: "many words of a long title ", count: 12)
        let narrow = PixelSize(width: 300, height: 200)
        let text = try render(words, box: narrow)
        #expect(text.size.width - 2 * text.margin <= 302)
        #expect(text.size.height - 2 * text.margin <= 202)
        let unbroken = try render(String(repeating: "W", count: 60), box: narrow)
        #expect(unbroken.size.width - 2 * unbroken.margin <= 302)
    }

    @Test(arguments: ["white", "black"])
    func itIsLegibleOnWhiteAndOnBlack(color: String) throws {
        let text = try render("Legible", color)
        let frame = try Frame(PixelSize(width: 640, height: 120))
        for ground: UInt8 in [16, 235] {
            frame.fill { plane, _, _ in plane == 0 ? ground : 128 }
            Blend.overlay(text, on: frame, x: 20, y: 10, memory: TextMemory())
            let lumas = (0..<120).flatMap { y in (0..<640).map { Int(frame.luma.row(y)[$0]) } }
            // Letters of the ground's own colour show by their shadow.
            #expect((lumas.max() ?? 0) - (lumas.min() ?? 0) > 100)
        }
    }

    @Test func aTextOfBlanksIsRefused() {
        #expect(throws: MediaError.self) { try render("  \n ") }
    }

    @Test func drawingIsTheSameOnEveryThread() async throws {
        let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try render("Same 同じ").luma } }
            return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
        }
        #expect(Set(results).count == 1)
    }
}
