import Foundation
import Testing
import Timeline

@testable import Media

/// Letter by letter, whatever a letter is.
@Suite struct TextRevealTests {
    func bitmap(_ text: String, kind: TextKind = .title, style: TextStyle = TextStyle()) throws -> TextBitmap {
        let design = TextDesign(kind: kind, text: text, style: style)
        return try TextBitmap(design, lineHeight: 40, box: PixelSize(width: 600, height: 300))
    }

    /// The columns in which letters or their outlines are seen.
    func columns(_ bitmap: TextBitmap) -> [Int] {
        (0..<bitmap.size.width).filter { x in
            (0..<bitmap.size.height).contains { y in bitmap.fill.row(y)[4 * x + 3] > 60 }
        }
    }

    @Test(arguments: [
        ("Hello", 5), ("👨‍👩‍👧e\u{301}🇮🇹ok", 5), ("שלום", 4), ("قهوة", 4), ("नमस्ते", "नमस्ते".count), ("夏天", 2),
    ])
    func eachStepIsAWholeCharacter(text: String, characters: Int) throws {
        let bitmap = try bitmap(text)
        #expect(bitmap.characters == characters)
        let whole = bitmap.luma
        var before = -1
        for count in 0...characters {
            try bitmap.reveal(count)
            let ink = bitmap.alpha.reduce(0) { $0 + Int($1) }
            #expect(ink > before, "character \(count) of \(text) is seen")
            before = ink
        }
        #expect(bitmap.luma == whole, "typed to the end it is the text itself")
        let pieces = bitmap.layout.pieces()
        // All that a family of emoji or an accented letter is made of comes in one step.
        for (one, next) in zip(pieces, pieces.dropFirst()) { #expect(one.step <= next.step) }
        #expect(pieces.last?.step == characters)
    }

    @Test func takingLettersAwayLeavesWhatTypingThemGave() throws {
        let bitmap = try bitmap("Backwards", style: TextStyle(outline: TextOutline()))
        var typed: [[UInt8]] = []
        for count in 0...bitmap.characters {
            try bitmap.reveal(count)
            typed.append(bitmap.luma + bitmap.alpha + bitmap.red + bitmap.chromaAlpha)
        }
        for count in (0..<bitmap.characters).reversed() {
            try bitmap.reveal(count)
            #expect(bitmap.luma + bitmap.alpha + bitmap.red + bitmap.chromaAlpha == typed[count])
        }
    }

    @Test func writingFromRightToLeftBeginsAtTheRight() throws {
        for (text, isAtRight) in [("שלום עולם", true), ("مرحبا بالعالم", true), ("Hello world", false)] {
            let bitmap = try bitmap(text)
            let all = columns(bitmap)
            try bitmap.reveal(2)
            let first = columns(bitmap)
            let middle = (try #require(all.first) + all[all.count - 1]) / 2
            #expect(first.allSatisfy { ($0 > middle) == isAtRight }, "\(text)")
        }
    }

    @Test func theBarOfALowerThirdStandsWhereReadingStarts() throws {
        for (text, isAtRight) in [("Anna Rossi\nguide", false), ("דנה\nמדריכה", true)] {
            let bitmap = try bitmap(text, kind: .lowerThird)
            try bitmap.reveal(0)
            let bar = columns(bitmap)
            #expect(!bar.isEmpty)
            #expect(bar.allSatisfy { ($0 > bitmap.size.width / 2) == isAtRight }, "\(text)")
        }
    }
}
