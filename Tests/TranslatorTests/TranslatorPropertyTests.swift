import Foundation
import TestKit
import Testing
import Translator

@Suite("Any text at all")
struct TranslatorPropertyTests {
    private static let talk = GoldenReply.file("english") + GoldenReply.file("chinese")
    private static let plain = GoldenReply.file("english-same") + GoldenReply.file("chinese-same")

    @Test("line by line gives what the whole gives")
    func lineByLine() {
        for golden in Self.talk + Self.plain {
            var translator = Translator(wantsFile: golden.wantsFile)
            var parts = golden.reply.components(separatedBy: "\n").map { translator.take($0) }
            parts.append(translator.end())
            let whole = Translator.translate(golden.reply, wantsFile: golden.wantsFile)
            #expect(parts.flatMap(\.pieces) == whole.pieces)
            #expect(parts.flatMap(\.now) == whole.now)
            #expect(parts.flatMap(\.offers) == whole.offers)
        }
    }

    @Test("what was translated needs no translation")
    func idempotent() {
        for golden in Self.talk {
            let once = Translator.translate(golden.reply, wantsFile: false).plainText
            let twice = Translator.translate(once, wantsFile: false)
            #expect(twice.shownText == once)
        }
    }

    @Test("no word is added, and none is moved")
    func wordForWord() {
        for golden in Self.talk {
            let translation = Translator.translate(golden.reply, wantsFile: false)
            #expect(isPart(translation.plainText, of: golden.reply), "\(golden.name): \(translation.plainText)")
        }
    }

    @Test("sentences with nothing to translate stay, wherever they stand")
    func plainSentencesStay() {
        var random = Random(seed: 1)
        let paragraphs = Self.plain.map(\.reply).filter { !$0.contains("\n") }
        for _ in 0..<300 {
            var lines: [String] = []
            for _ in 0..<random.number(1...6) {
                let prefix = random.pick(["", "", "- ", "> ", "* ", "• "])
                lines.append(prefix + random.pick(paragraphs))
                if random.isTrue() { lines.append("") }
            }
            let text = lines.joined(separator: "\n")
            let translation = Translator.translate(text, wantsFile: random.isTrue())
            #expect(translation.shownText == text)
            #expect(translation.stepLines == [])
        }
    }

    @Test("a paragraph is not lost for its neighbours")
    func neighbours() {
        var random = Random(seed: 2)
        let paragraphs = Self.plain.map(\.reply).filter { !$0.contains("\n") }
        let orders = [
            "Click the Export button in the top right.", "点击右上角的“导出”按钮。", "You can preview it in the timeline.",
        ]
        for _ in 0..<300 {
            let kept = (0..<random.number(1...4)).map { _ in random.pick(paragraphs) }
            var lines = kept
            lines.insert(random.pick(orders), at: random.number(0...lines.count))
            let shown = Translator.translate(lines.joined(separator: "\n\n"), wantsFile: false).plainText
            #expect(shown.split(separator: "\n").map(String.init) == kept)
        }
    }

    @Test("text of all kinds of characters is survived, and nothing is made up")
    func anyCharacters() {
        var random = Random(seed: 3)
        let words = [
            "click", "the", "Export", "button", "drag", "to", "点击", "导出", "把", "片段", "拖到", "在", "时间线", "中", "如果", "and",
            "or", "**", "**", "(", ")", "（", "“", "”", "`", "1.", "- ", "## ", ":", "，", "。", ".", "if", "you", "can",
            "\n", "\n\n",
            "```", "slider", "30%", "select", "the clip", "press", "Delete", "后", "即可", "请", "您可以", "💡", "👉", "|", ">",
        ]
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<random.number(0...24) {
                text += random.isTrue(oneIn: 6) ? random.text() : random.pick(words)
                if random.isTrue() { text += " " }
            }
            let translation = Translator.translate(text, wantsFile: random.isTrue())
            #expect(translation.pieces.allSatisfy { $0.isOneLine })
            #expect(Set(translation.now + translation.offers).count == translation.now.count + translation.offers.count)
        }
    }

    @Test("a turn's second text does not ask again for what its first asked")
    func oncePerTurn() {
        var translator = Translator(wantsFile: false)
        #expect(translator.take("You can preview it in the timeline, or click Export.").pieces == [.shown(.timeline)])
        #expect(translator.end().offers == [.export])
        #expect(
            translator.take("Preview it in the timeline. The title is longer now.").pieces == [
                .text("The title is longer now.")
            ]
        )
        #expect(translator.end().offers == [])
    }

    @Test("what is first offered and then ordered is done, not offered")
    func orderedAfterOffered() {
        let reply = "You can click Export whenever you like.\n\nClick the Export button to download it."
        let translation = Translator.translate(reply, wantsFile: false)
        #expect(translation.now == [.export])
        #expect(translation.offers == [])
    }

    @Test("a heading waits for what is below it")
    func headingWaits() {
        var translator = Translator(wantsFile: false)
        #expect(translator.take("The cut is done.").pieces == [.text("The cut is done.")])
        #expect(translator.take("").pieces == [])
        #expect(translator.take("To save it:").pieces == [])
        #expect(translator.take("1. Click Export").pieces == [])
        #expect(
            translator.take("2. Keep the file safe").pieces == [
                .text(""), .text("To save it:"), .text("1. Keep the file safe"),
            ]
        )
        #expect(translator.end().offers == [.export])
    }

    /// Whether the words are the other's with some left out, numbers of lists and marks aside.
    private func isPart(_ words: String, of reply: String) -> Bool {
        var rest = reply.lowercased().filter { $0.isLetter }[...]
        for letter in words.lowercased() where letter.isLetter {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }
}

extension Translation {
    /// The words alone.
    fileprivate var plainText: String {
        pieces.compactMap { if case .text(let line) = $0 { line } else { nil } }.joined(separator: "\n")
    }
}

extension Translation.Piece {
    fileprivate var isOneLine: Bool {
        if case .text(let line) = self { !line.contains("\n") } else { true }
    }
}
