import Testing
import Translator

@Suite("Replies of a studio")
struct GoldenTests {
    @Test("talk of windows becomes deeds", arguments: GoldenReply.file("english") + GoldenReply.file("chinese"))
    func translates(golden: GoldenReply) {
        let translation = Translator.translate(golden.reply, wantsFile: golden.wantsFile)
        #expect(translation.shownText == golden.shown)
        #expect(translation.stepLines == golden.steps)
    }

    @Test(
        "what only sounds like it stays",
        arguments: GoldenReply.file("english-same") + GoldenReply.file("chinese-same")
    )
    func stays(golden: GoldenReply) {
        let translation = Translator.translate(golden.reply, wantsFile: false)
        #expect(translation.shownText == golden.reply)
        #expect(translation.stepLines == [])
    }

    @Test("there are enough of both, half of them Chinese")
    func enough() {
        #expect(GoldenReply.file("english").count >= 60)
        #expect(GoldenReply.file("chinese").count >= 60)
        #expect(GoldenReply.file("english-same").count >= 60)
        #expect(GoldenReply.file("chinese-same").count >= 60)
    }
}
