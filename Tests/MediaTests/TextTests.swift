import Foundation
import TestKit
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

    @Test func threadsDrawInManyFontsAtOnce() async throws {
        // More than Cairo keeps open.
        let fonts = InstalledFonts.families().prefix(24)
        @Sendable func drawn(_ font: String) throws -> [UInt8] {
            let design = TextDesign(text: "Summer 2026", style: TextStyle(font: font))
            return try TextBitmap(design, lineHeight: 40, box: PixelSize(width: 600, height: 100)).luma
        }
        let alone = try fonts.map(drawn)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 0..<8 {
                group.addTask {
                    for step in fonts.indices {
                        let place = (first * 3 + step) % fonts.count
                        let again = try drawn(fonts[place])
                        #expect(again == alone[place], "\(fonts[place])")
                    }
                }
            }
            try await group.waitForAll()
        }
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

    @Test(arguments: [
        "夏日回忆", "夏の思い出", "여름 추억", "שלום", "مرحبا", "Привет", "สวัสดี", "नमस्ते", "Ελλάδα", "👨‍👩‍👧‍👦", "🇮🇹🇯🇵", "❤️😀",
        "1️⃣", "Summer ☀️ 2024 – “été”",
    ])
    func everyScriptHasGlyphs(text: String) {
        #expect(InstalledFonts.coverage(of: text).unknownGlyphs == 0)
        #expect(InstalledFonts.coverage(of: "\u{10FFFD}").unknownGlyphs == 1, "what no font has is counted")
    }

    @Test func aGlyphThatTheFontLacksComesFromAnother() {
        for font in ["Dancing Script", "monospace", "handwritten", "No Such Font"] {
            let design = TextDesign(text: "Ab 夏 ש 😀", style: TextStyle(font: font))
            let layout = try? TextLayout(design, lineHeight: 40, box: box)
            #expect(layout?.unknownGlyphs == 0, "\(font)")
        }
    }

    @Test func aFontIsTheOneAskedFor() throws {
        let fonts = ["sans", "serif", "monospace", "handwritten", "DejaVu Serif"]
        let pictures = try fonts.map { font in
            let design = TextDesign(text: "Hamburg", style: TextStyle(font: font))
            return try TextBitmap(design, lineHeight: 60, box: box).luma
        }
        #expect(Set(pictures).count == fonts.count)
        // In a monospaced font an i is as wide as a W.
        func width(_ text: String, _ font: String) throws -> Int {
            let design = TextDesign(text: text, style: TextStyle(font: font))
            return try TextBitmap.blockSize(design, lineHeight: 60, box: box).width
        }
        let (narrow, wide) = (try width("iiii", "monospace"), try width("WWWW", "monospace"))
        #expect(abs(narrow - wide) <= 8)
        let (thin, broad) = (try width("iiii", "sans"), try width("WWWW", "sans"))
        #expect(thin * 2 < broad)
    }

    @Test func aCharacterIsDrawnAsItsLanguageDraws() throws {
        func draw(_ text: String, _ language: String?) throws -> [UInt8] {
            try TextBitmap(TextDesign(text: text, language: language), lineHeight: 60, box: box).luma
        }
        // U+76F4 has another form in each of Japanese and Chinese.
        let (japanese, chinese, usual) = (try draw("直", "ja"), try draw("直", "zh-hans"), try draw("直", nil))
        #expect(japanese != usual)
        #expect(chinese == usual)
        #expect(TextDesign(text: "直の").hanLanguage(in: "直の") == "ja", "kana tell")
        #expect(TextDesign(text: "漢한").hanLanguage(in: "漢한") == "ko")
        #expect(TextDesign(text: "骨", language: "zh-hant").hanLanguage(in: "骨") == "zh-tw")
    }

    @Test func anOutlineLiesAroundTheLettersInItsColour() throws {
        func reds(_ outline: TextOutline?) throws -> Int {
            let design = TextDesign(text: "Outline", style: TextStyle(outline: outline))
            let bitmap = try TextBitmap(design, lineHeight: 60, box: box)
            return zip(bitmap.red, bitmap.chromaAlpha).count { Int($0) - 128 * Int($1) / 255 > 40 }
        }
        let none = try reds(nil)
        let thin = try reds(TextOutline(color: "red", width: 0.03))
        let thick = try reds(TextOutline(color: "red", width: 0.08))
        #expect(none == 0)
        #expect(thin > 100 && thick > thin * 3 / 2)
    }

    @Test func aBoxLiesBehindTheWords() throws {
        let style = TextStyle(color: "black", box: TextBox(color: "yellow", opacity: 0.8))
        let text = try TextBitmap(TextDesign(kind: .caption, text: "Boxed", style: style), lineHeight: 60, box: box)
        // Left of the letters, half way down.
        let place = (text.margin + text.blockSize.height / 2) * text.size.width + text.margin + 6
        #expect(abs(Int(text.alpha[place]) - 204) <= 2)
        let expected = Double(Sample.color(255, 255, 0).luma) * 0.8
        #expect(abs(Double(text.luma[place]) - expected) <= 2)
        #expect(text.alpha[text.size.width * text.size.height / 2] == 0, "nothing lies beside the box")
    }

    /// Words of every kind of writing, long and short, and unbroken ones.
    private func words(_ random: inout Random) -> String {
        let parts = [
            "a", "Summer", "in", "Rome,", "Donaudampfschifffahrtsgesellschaft", "夏天的回忆在科莫湖边的清晨", "مرحبا", "שלום",
            "👨‍👩‍👧", "🇮🇹", "<b>&", "ffi", "ÀÉÎ", "नमस्ते", "jgpqy", "\n",
        ]
        return (0..<random.number(1...24)).map { _ in random.pick(parts) }.joined(separator: random.isTrue() ? " " : "")
    }

    @Test func everyTextLiesWithinItsBlockAndItsBox() throws {
        var random = Random(seed: 20)
        for _ in 0..<40 {
            let text = words(&random) + "x"
            let style = TextStyle(
                position: random.pick(TextPosition.allCases),
                font: random.pick([nil, "serif", "handwritten", "monospace"]),
                isItalic: random.isTrue(),
                outline: random.isTrue(oneIn: 3) ? TextOutline(width: 0.08) : nil,
                box: random.isTrue(oneIn: 3) ? TextBox() : nil
            )
            let design = TextDesign(kind: random.pick(TextKind.allCases), text: text, style: style)
            let box = random.pick([
                PixelSize(width: 288, height: 80), PixelSize(width: 162, height: 144),
                PixelSize(width: 100, height: 30),
            ])
            let bitmap = try TextBitmap(design, lineHeight: Double(random.number(10...40)), box: box)
            #expect(bitmap.blockSize.width <= box.width + 1 && bitmap.blockSize.height <= box.height + 1, "\(text)")
            let columns = bitmap.margin - 1...bitmap.margin + bitmap.blockSize.width
            let rows = bitmap.margin - 1...bitmap.margin + bitmap.blockSize.height
            for y in 0..<bitmap.size.height {
                for x in 0..<bitmap.size.width where bitmap.fill.row(y)[4 * x + 3] > 8 {
                    guard columns.contains(x), rows.contains(y) else {
                        Issue.record("\(text) is drawn at \(x), \(y) outside of \(bitmap.blockSize)")
                        return
                    }
                }
            }
        }
    }

    @Test func aVeryLongTextIsStillShownWhole() throws {
        let design = TextDesign(text: String(repeating: "letters ", count: 600))
        let layout = try TextLayout(design, lineHeight: 60, box: box)
        #expect(layout.blockSize.width <= box.width && layout.blockSize.height <= box.height)
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
