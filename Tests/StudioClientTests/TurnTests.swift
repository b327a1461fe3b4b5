import StudioAPI
import TestKit
import Testing

@testable import StudioClient

@Suite struct TurnTests {
    static let silentEdit =
        Streams.call("add_title", partial: true) + Streams.marker + Streams.call("add_title", partial: false)
        + Streams.answer("add_title") + Streams.marker

    static let generation =
        Streams.text("Generating your clip…") + Streams.call("generate_video", id: "a")
        + Streams.answer("generate_video", id: "a") + Streams.text("Adding music now.")
        + Streams.call("add_bgm", id: "b") + Streams.answer("add_bgm", id: "b")
        + Streams.text("All done: “Lo-fi” at 35%.")

    static let chinese =
        Streams.text("好的，", partial: true) + Streams.text("樱花🌸，", partial: true)
        + Streams.text("时长10秒。", partial: true) + Streams.marker
        + Streams.text("好的，樱花🌸，时长10秒。", partial: false)

    static let broken =
        Streams.text("I am half way ", partial: true) + Streams.text("through", partial: true)
        + Streams.trouble("RuntimeError", "model stream reset mid-turn")
        + Streams.error("RuntimeError: model stream reset mid-turn")

    static let unescaped = "data: {\"error\": \"no quota\nfor \"today\"\n\nask again\"}\n\n"

    static let all = [silentEdit, generation, chinese, broken, unescaped]

    @Test(arguments: all)
    func itDoesNotMatterHowAStreamIsCut(_ stream: String) {
        let whole = Streams.items(stream)
        let bytes = Array(stream.utf8)
        for cut in 1..<bytes.count { #expect(Streams.items(bytes, cuts: [cut]) == whole, "cut at \(cut)") }
        #expect(Streams.items(stream, size: 1) == whole)
    }

    @Test(arguments: all, ["\r", "\r\n"])
    func everyLineEndingOfTheStandardIsTaken(_ stream: String, _ ending: String) {
        let other = stream.replacing("\n", with: ending)
        let whole = Streams.items(stream)
        #expect(Streams.items(other) == whole)
        #expect(Streams.items(other, size: 1) == whole)
        #expect(Streams.items(other, size: 3) == whole)
    }

    @Test func aTextThatStreamsIsShownOnce() {
        let items = Streams.items(Self.chinese)
        #expect(items.contains(.delta("好的，")))
        #expect(Streams.shown(items) == "好的，樱花🌸，时长10秒。\n")
    }

    @Test(arguments: [nil, false])
    func aServerMayRepeatATextBeforeOrAfterItsEndMarker(_ partial: Bool?) {
        let deltas = Streams.text("Once ", partial: true) + Streams.text("upon", partial: true)
        let whole = Streams.text("Once upon", partial: partial)
        let first = Streams.items(deltas + Streams.marker + whole)
        let second = Streams.items(deltas + whole + Streams.marker)
        #expect(Streams.shown(first) == "Once upon\n")
        #expect(Streams.shown(second) == "Once upon\n")
    }

    @Test func aTextOtherThanTheDeltasIsShownToo() {
        let stream = Streams.text("One.", partial: true) + Streams.text("Two.") + Streams.text("Two.")
        #expect(Streams.shown(Streams.items(stream)) == "One.\nTwo.\nTwo.\n")
    }

    @Test func deltasThatWereLostAreMadeUpFor() {
        let stream = Streams.text("Once ", partial: true) + Streams.text("Once upon a time", partial: false)
        #expect(Streams.shown(Streams.items(stream)) == "Once upon a time\n")
    }

    @Test func severalTextsAndToolsKeepTheirOrder() {
        let items = Streams.items(Self.generation).filter { $0 != .draftChanged }
        guard items.count == 8 else {
            Issue.record("\(items)")
            return
        }
        #expect(items[0] == .text("Generating your clip…"))
        #expect(items[1] == .toolStarted(name: "generate_video", arguments: ["text": "Paradise"]))
        #expect(items[2] == .toolFinished(name: "generate_video"))
        #expect(items[3] == .text("Adding music now."))
        #expect(items[6] == .text("All done: “Lo-fi” at 35%."))
        #expect(
            items[7]
                == .ended(TurnSummary(hadText: true, draftChanged: true, tools: ["generate_video", "add_bgm"]))
        )
    }

    @Test func aSilentEditIsNoTroubleAndHasNoText() {
        let ending = Streams.trouble("MODEL_RETURNED_NO_CONTENT", "The model returned no content.")
        for stream in [Self.silentEdit, Self.silentEdit + Streams.text("\n"), Self.silentEdit + ending] {
            let items = Streams.items(stream)
            #expect(items.last == .ended(TurnSummary(draftChanged: true, tools: ["add_title"])))
            #expect(items.filter { if case .toolStarted = $0 { true } else { false } }.count == 1)
        }
    }

    @Test func aModelThatSaysNothingAtAllIsTrouble() {
        let items = Streams.items(Streams.trouble("MODEL_RETURNED_NO_CONTENT", "no content"))
        #expect(items.contains { if case .trouble = $0 { true } else { false } })
    }

    @Test func aFailureToldTwiceIsShownOnce() {
        let items = Streams.items(Self.broken)
        let trouble = TurnTrouble(code: "RuntimeError", message: "model stream reset mid-turn", followsEdit: false)
        #expect(items.filter { if case .trouble = $0 { true } else { false } } == [.trouble(trouble)])
        #expect(Streams.shown(items) == "I am half way through\n")
    }

    @Test func twoFailuresAreTwo() {
        let items = Streams.items(Streams.trouble("SAFETY", "") + Streams.trouble("MAX_TOKENS", ""))
        #expect(items.filter { if case .trouble = $0 { true } else { false } }.count == 2)
    }

    @Test func troubleAfterAnEditSaysSo() {
        let items = Streams.items(Streams.answer("add_title") + Streams.error("ValueError: lost"))
        #expect(items.contains(.trouble(TurnTrouble(code: "error", message: "ValueError: lost", followsEdit: true))))
    }

    @Test func anErrorThatIsNoJSONIsTakenWhole() {
        let items = Streams.items(Self.unescaped)
        let text = "no quota\nfor \"today\"\n\nask again"
        #expect(items.first == .trouble(TurnTrouble(code: "error", message: text, followsEdit: false)))
        #expect(items.count == 2)
    }

    @Test func thoughtsAreNeverShown() {
        let stream = "data: {\"content\":{\"parts\":[{\"text\":\"secret\",\"thought\":true},{\"text\":\"Hi\"}]}}\n\n"
        let items = Streams.items(stream)
        #expect(items == [.text("Hi"), .ended(TurnSummary(hadText: true))])
        #expect(Streams.items(stream.replacing(",{\"text\":\"Hi\"}", with: "")).last == .ended(TurnSummary()))
    }

    static let apology = "I encountered a temporary issue. Please try again later."

    @Test func anApologyAfterRepliesIsDroppedAndAloneItIsShown() {
        #expect(Streams.shown(Streams.items(Streams.text("Done.") + Streams.text(Self.apology))) == "Done.\n")
        #expect(Streams.shown(Streams.items(Streams.text("Done. " + Self.apology))) == "Done.\n")
        #expect(Streams.shown(Streams.items(Streams.text(Self.apology))) == Self.apology + "\n")
        #expect(Streams.shown(Streams.items(Self.silentEdit + Streams.text(Self.apology))) == Self.apology + "\n")
    }

    @Test func anApologyInDeltasIsHeldBackToo() {
        let deltas = "Done. \(Self.apology)".map { Streams.text(String($0), partial: true) }.joined()
        let items = Streams.items(deltas + Streams.text("Done. \(Self.apology)", partial: false))
        #expect(Streams.shown(items).trimmed == "Done.")
        let alone = Self.apology.map { Streams.text(String($0), partial: true) }.joined()
        #expect(Streams.shown(Streams.items(alone + Streams.text(Self.apology))) == Self.apology + "\n")
    }

    @Test(arguments: [
        "抱歉，我遇到了一个临时问题，请稍后重试。", "我遇到了临时问题。请再试一次。", "Sorry, I encountered a temporary issue.",
        "I’m sorry, but I encountered a temporary issue. Please retry.",
    ])
    func anApologyIsKnownInItsForms(_ apology: String) {
        let shown = { Streams.shown(Streams.items($0)).trimmed }
        #expect(shown(Streams.text("好的。") + Streams.text(apology)).hasPrefix("好的。"))
        #expect(!shown(Streams.text("好的。") + Streams.text(apology)).contains(apology.suffix(6)))
        #expect(shown(Streams.text(apology)) == apology)
        let deltas = apology.map { Streams.text(String($0), partial: true) }.joined()
        #expect(!shown(Streams.text("Done.") + deltas + Streams.text(apology)).contains(apology.suffix(6)))
        #expect(shown(deltas + Streams.marker + Streams.text(apology, partial: false)) == apology)
    }

    @Test func aSignAloneIsNoReplyBeforeAnApology() {
        let apology = Streams.text("⚠️ " + Self.apology)
        #expect(Streams.shown(Streams.items(apology)).contains(Self.apology))
        #expect(!Streams.shown(Streams.items(Streams.text("Done.") + apology)).contains(Self.apology))
    }

    @Test func whatOnlyBeginsLikeAnApologyIsShown() {
        for text in [
            "I encourage you to try.", "Done. I",
            "I encountered a temporary issue" + String(repeating: " x", count: 200),
        ] {
            let deltas = text.map { Streams.text(String($0), partial: true) }.joined()
            #expect(Streams.shown(Streams.items(deltas + Streams.text(text, partial: false))) == text + "\n")
            #expect(Streams.shown(Streams.items(Streams.text(text))) == text + "\n")
        }
        let middle = Streams.text(Self.apology) + Streams.text("It works now.")
        #expect(Streams.shown(Streams.items(middle)) == "\(Self.apology)\nIt works now.\n")
    }

    @Test func nothingATerminalWouldObeyIsLeft() {
        let nasty = "a\u{1B}[31mred\u{9B}2Jb\u{7}\u{7F}\r\nc\u{85}d\u{2028}e\tf\u{0}"
        #expect(Streams.shown(Streams.items(Streams.text(nasty))) == "aredb\nc\nd\ne\tf\n")
        let deltas = nasty.unicodeScalars.map { Streams.text(String($0), partial: true) }.joined()
        #expect(Streams.shown(Streams.items(deltas)) == "aredb\nc\nd\ne\tf\n")
    }

    @Test func noTokenIsShown() {
        let nasty = "Your token is nmv_usr_AbC-12_3, and clm_9; nmv_ alone, nnmv_x, nm"
        let clean = "Your token is …, and …; … alone, n…, nm"
        #expect(Streams.shown(Streams.items(Streams.text(nasty))) == clean + "\n")
        let deltas = nasty.map { Streams.text(String($0), partial: true) }.joined()
        #expect(Streams.shown(Streams.items(deltas)) == clean + "\n")
        let told = Streams.items(Streams.trouble("nmv_x", "no nmv_usr_1") + Streams.call("clm_1\u{1B}[2J"))
        #expect(!"\(told)".contains("nmv_") && !"\(told)".contains("clm_"))
    }

    @Test func whatATerminalWouldObeyIsNotInAStatusEither() {
        let call = Streams.call("draw").replacing("Paradise", with: #"a\u001b[31mb\u009b2J nmv_usr_1"#)
        guard case .toolStarted(_, let arguments)? = Streams.items(call).first else {
            Issue.record("no tool")
            return
        }
        #expect(arguments == ["text": "ab …"])
    }

    @Test func aLoneSurrogateCostsACharacterNotTheEvent() {
        let stream = #"data: {"content":{"parts":[{"text":"a\ud83d b"}]}}"# + "\n\n"
        #expect(Streams.shown(Streams.items(stream)) == "a\u{FFFD} b\n")
    }
}
