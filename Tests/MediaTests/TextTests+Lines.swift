import CPango
import Testing
import Timeline

@testable import Media

/// Where lines of text are broken.
@Suite struct TextLineTests {
    /// The lines of a text as they are broken in a box of so many times the height of a line.
    private func lines(_ text: String, _ kind: TextKind, width: Double) throws -> [String] {
        let design = TextDesign(kind: kind, text: text, style: TextStyle.usual(for: kind))
        return try TextLayout(design, lineHeight: 40, box: PixelSize(width: Int(40 * width), height: 400)).lines
    }

    @Test(arguments: [4.0, 5, 6, 7, 9, 11, 13])
    func noLineBeginsWithASignThatEndsAPhrase(width: Double) throws {
        let chinese = "夏天的回忆在湖边（清晨），我们去了“贝拉焦”，吃早餐、喝咖啡；回来下起了小雨……真好！是吗？"
        for line in try lines(chinese, .caption, width: width).dropFirst() {
            let first = try #require(line.first)
            #expect(!"，。、；：！？）”…—".contains(first), "\(line)")
        }
        for line in try lines(chinese, .caption, width: width) {
            let last = try #require(line.last)
            #expect(!"（“".contains(last), "\(line)")
        }
        let english = "We walked up before sunrise, and nobody else was there — only goats – and the fog."
        let broken = try lines(english, .caption, width: width)
        for line in broken { #expect(line.first != "—" && line.first != "–", "\(line)") }
        // Between words only, and every word is there.
        #expect(broken.joined(separator: " ").replacing("\u{A0}", with: " ") == english)
    }

    @Test(arguments: [TextKind.title, .caption, .lowerThird])
    func noWordIsLeftAloneOnTheLastLine(kind: TextKind) throws {
        let words = "We walked all the way up to the old hut"
        for width in stride(from: 6.0, through: 12, by: 0.5) {
            let lines = try lines(words, kind, width: width)
            guard lines.count > 1, let last = lines.last else { continue }
            #expect(last.contains(" "), "\(lines)")
        }
    }

    @Test func linesOfChineseEndWithACommaWhereTheyCan() throws {
        let lines = try lines("夏天的回忆在湖边的清晨，我们一起看日出真好", .caption, width: 12)
        #expect(lines == ["夏天的回忆在湖边的清晨，", "我们一起看日出真好"])
    }

    @Test func signsBesideChineseAreAsWideAsACharacter() throws {
        func width(_ text: String) throws -> Int {
            try TextBitmap.blockSize(TextDesign(text: text), lineHeight: 60, box: PixelSize(width: 800, height: 300))
                .width
        }
        let em = try width("夏天夏天") - width("夏天夏")
        let quoted = try width("“夏天”") - width("夏天")
        #expect(abs(quoted - 2 * em) <= 6, "two signs of \(em) pixels: \(quoted)")
        let english = try width("“ab”") - width("ab")
        #expect(english < em * 3 / 2, "\(english)")
    }
}

extension TextLayout {
    /// The words of each line.
    fileprivate var lines: [String] {
        let bytes = Array(shown.utf8)
        return (0..<pango_layout_get_line_count(layout)).compactMap { index in
            guard let line = pango_layout_get_line_readonly(layout, index)?.pointee else { return nil }
            let range = Int(line.start_index)..<Int(line.start_index + line.length)
            let words = String(decoding: bytes[range], as: UTF8.self)
            return String(words.reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
