import StudioAPI
import StudioClient
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// What the agent's words ask for: looked up, done, or offered.
@Suite struct NextStepTests {
    private var talk: Talk

    init() throws { talk = try Talk() }

    private mutating func hears(_ text: String, after message: String = "make a video") -> [Conversation.Action] {
        _ = talk.does(message)
        return talk.agentSays(text)
    }

    @Test mutating func anExportThatIsOfferedIsTakenByItsNumber() {
        let actions = hears("Your video is done.\nYou can export it whenever you're ready.")
        #expect(actions.started == [])
        #expect(actions.said.last == "Next: export the video  — /do")
        #expect(talk.does("/do") == [.start(.readDraft(.export(ExportWish())))])
    }

    @Test mutating func enterAloneAndABareNumberTakeNothing() {
        _ = hears("You can export it whenever you're ready.")
        #expect(talk.does("") == [])
        #expect(talk.does("1") == [.start(.turn("1"))])
    }

    @Test mutating func anExportThatWasAskedForIsDone() {
        let actions = hears(
            "All set. Click the Export button in the top right to download it.",
            after: "make a video of these and export it"
        )
        #expect(actions.started == [.readDraft(.export(ExportWish()))])
        #expect(!actions.said.joined().lowercased().contains("click"))
        // It was had: the next such words are an offer again.
        _ = talk.does(.workEnded(.draft(Talk.ready(), session: "s1")))
        _ = talk.does("make it brighter")
        #expect(talk.agentSays("Brighter. You can export it whenever you're ready.").started == [])
    }

    @Test mutating func theTimelineTakesItsPlaceInTheAnswer() {
        let lookups = hears("Three cuts are in.\nOpen the timeline panel to preview them.\nShall I add music?")
        // What follows waits for what is looked up.
        #expect(lookups.said == ["Three cuts are in."])
        #expect(lookups.started == [.readDraft(.shown)])
        let rest = talk.chat.handle(.workEnded(.draft(Talk.ready(["a", "b"]), session: "s1")))
        #expect(rest.said == ["Timeline (1 track): 1. Video: a (0-4s), b (4-8s)", "Shall I add music?"])
        #expect(rest.started == [])
    }

    @Test mutating func anEditThatOnlyPointsToTheTimelineIsReportedToo() {
        _ = talk.does("make a video")
        _ = talk.does(.notice(.turn(.text("Open the timeline panel to preview it."))))
        let summary = TurnSummary(hadText: true, draftChanged: true, tools: ["edit"])
        #expect(talk.does(.workEnded(.turnEnded(summary, .whole))) == [.start(.readDraft(.shown))])
        let said = talk.says(.workEnded(.draft(Talk.ready(), session: "s1")))
        #expect(said.contains("Timeline (1 track): 1. Video: a (0-4s)"))
        #expect(said.contains { $0.hasPrefix("✅ ") }, "\(said)")
    }

    @Test mutating func wordsThatWaitedForALookAreShownWhenTheTurnFails() {
        _ = talk.does("make a video")
        _ = talk.does(.notice(.turn(.text("Open the timeline panel to preview it.\nShall I add music?"))))
        let error = StudioError(.serverError, "The studio had trouble of its own (500). Try again in a moment.")
        #expect(talk.says(.workEnded(.failed(error, nil))).prefix(2) == ["Shall I add music?", error.message])
    }

    @Test mutating func whatCannotBeLookedUpLosesNoWords() {
        _ = hears("Check your credit balance in the account page.\nAnything else?")
        let error = StudioError(.serverError, "The studio had trouble of its own (500). Try again in a moment.")
        let rest = talk.says(.workEnded(.failed(error, nil)))
        #expect(rest == [error.message, "Anything else?"])
    }

    @Test mutating func creditsTakeTheirPlaceToo() {
        let actions = hears("Check your credit balance in the account page.")
        #expect(actions.started == [.credits])
        let credits = CreditsReply(available: 40, frozen: 10, total: 50)
        #expect(
            talk.says(.workEnded(.credits(credits))) == ["Credits: 40 available, 10 reserved by running work."]
        )
    }

    @Test mutating func stoppingALookKeepsTheWords() {
        _ = hears("Open the timeline panel to preview it.\nShall I add music?")
        #expect(talk.does(.user(.interrupt)) == [.stopWork])
        #expect(talk.says(.workEnded(.cancelled)) == ["Shall I add music?", "Stopped."])
        #expect(talk.does("yes, piano") == [.start(.turn("yes, piano"))])
    }

    @Test mutating func askOffersWhatWouldBeDone() throws {
        talk = try Talk(actions: .ask)
        let actions = hears(
            "All set. Click the Export button to download it. Open the timeline panel to preview it.",
            after: "make a video and export it"
        )
        #expect(actions.started == [])
        let offer = actions.said.last ?? ""
        #expect(offer.hasPrefix("Next: 1. "))
        #expect(offer.contains("export the video") && offer.contains("show the timeline") && offer.hasSuffix("/do N"))
    }

    @Test mutating func offShowsTheWordsAsTheyCame() throws {
        talk = try Talk(actions: .off)
        let text = "Click the Export button to download it."
        let actions = hears(text, after: "make a video and export it")
        #expect(actions.said == [text])
        #expect(actions.started == [])
        #expect(talk.says("/do") == ["Nothing is offered right now. Say what you want."])
    }

    @Test mutating func severalOffersWantANumber() {
        _ = hears("hello")
        talk.chat.offers = [.export, .send("Move the sunset to the front")]
        let list = "Next: 1. export the video  2. send: Move the sunset to the front  — /do N"
        #expect(talk.says("/do") == ["Which one? Say its number.", list])
        #expect(talk.says("/do 3") == ["Which one? Say its number.", list])
        #expect(talk.says("/do 0") == ["Which one? Say its number.", list])
        #expect(talk.does("/do 2") == [.start(.turn("Move the sunset to the front"))])
        // A message of its own has offers of its own.
        #expect(talk.says("/do 1") == ["Nothing is offered right now. Say what you want."])
    }

    @Test mutating func aStepTakenWhileWorkRunsIsTheOneThatWasSeen() {
        _ = hears("You can export it whenever you're ready.")
        _ = talk.does("credits")
        #expect(talk.live("/do") == ["queued 1: export the video"])
        #expect(talk.does(.workEnded(.credits(nil))) == [.start(.readDraft(.export(ExportWish())))])
    }

    @Test mutating func anEditIsNeverSentByItself() {
        let actions = hears(
            "Drag the sunset clip to the front of the timeline.",
            after: "put the sunset first, export it"
        )
        #expect(actions.started.allSatisfy { if case .turn = $0 { false } else { true } })
        #expect(talk.chat.offers.contains { if case .send = $0 { true } else { false } })
    }

    @Test mutating func theSameInChinese() {
        let actions = hears("视频做好了。\n如需成片，可点击右上角的“导出”按钮。", after: "把照片做成视频")
        #expect(actions.started == [])
        #expect(actions.said.last == "下一步：导出视频  — /do")
        #expect(talk.does("/do") == [.start(.readDraft(.export(ExportWish())))])
    }

    @Test func whoAsksForTheFile() {
        for message in [
            "make a video and export it", "turn these into a slideshow, then download the video",
            "convert five vacation photos in JPG format into a 1080p MP4", "save it as an mp4",
            "add music and send me the file", "make it square and export.", "做成视频并导出", "配上音乐，然后下载", "做好发给我",
        ] {
            #expect(FileWish.isIn(message), "\(message)")
        }
        for message in [
            "make a video", "add the title \"Export it\"", "don't export it yet", "先别导出", "标题写“导出”",
            "what is the export quality?", "use the photo I downloaded", "导出质量是多少", "give it a warmer look",
        ] {
            #expect(!FileWish.isIn(message), "\(message)")
        }
    }
}
