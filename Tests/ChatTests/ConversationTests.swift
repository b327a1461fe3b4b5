import StudioAPI
import StudioClient
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// The state machine alone, step by step.
@Suite struct ConversationTests {
    private let fixture: ChatFixture
    private var chat: Conversation

    init() throws {
        fixture = try ChatFixture()
        chat = fixture.conversation()
        _ = chat.handle(.began(continuing: nil, files: []))
        _ = chat.handle(.workEnded(.connected(.fake())))
    }

    private mutating func says(_ input: Conversation.Input) -> [String] {
        chat.handle(input).compactMap { if case .show(let text) = $0 { text.plain } else { nil } }
    }

    private mutating func does(_ input: Conversation.Input) -> [Conversation.Action] {
        chat.handle(input).filter { action in
            switch action {
            case .show, .setLive: false
            default: true
            }
        }
    }

    private mutating func live(_ input: Conversation.Input) -> [String] {
        var lines: [StyledText] = []
        for case .setLive(let now) in chat.handle(input) { lines = now }
        return lines.map(\.plain)
    }

    private func ready(_ names: [String] = ["a"]) -> DraftView? {
        FakeStudio.draft(FakeStudio.timeline(names)).map { DraftView($0) }
    }

    @Test mutating func whatIsTypedDuringATurnWaitsForItsEnd() {
        #expect(does(.user(.line("make a video"))) == [.start(.turn("make a video"))])
        #expect(live(.user(.line("add a title"))) == ["… working on it", "queued 1: add a title"])
        #expect(
            live(.user(.line("export"))) == [
                "… working on it", "queued 1: add a title", "queued 2: export",
            ]
        )
        #expect(says(.user(.line("/help"))).first?.contains("/upload") == true)
        let text = TurnSummary(hadText: true)
        _ = chat.handle(.notice(.turn(.text("Done."))))
        #expect(does(.workEnded(.turnEnded(text, .whole))) == [.start(.turn("add a title"))])
        _ = chat.handle(.notice(.turn(.text("Done."))))
        #expect(
            does(.workEnded(.turnEnded(text, .whole))) == [.start(.readDraft(.export(ExportWish())))]
        )
    }

    @Test mutating func aReplyShowsByWholeLinesAsItComes() {
        _ = chat.handle(.user(.line("hello there")))
        #expect(says(.notice(.turn(.delta("\n\nFirst li")))) == [])
        #expect(says(.notice(.turn(.delta("ne.\n\nSec")))) == ["First line."])
        #expect(says(.notice(.turn(.delta("ond.")))) == [])
        #expect(says(.notice(.turn(.textEnded))) == ["", "Second."])
        #expect(says(.workEnded(.turnEnded(TurnSummary(hadText: true), .whole))) == [])
    }

    @Test mutating func ctrlCStopsATurnAndTakesBackWhatWaits() {
        _ = chat.handle(.user(.line("make a video")))
        _ = chat.handle(.notice(.turn(.delta("Half a"))))
        _ = chat.handle(.user(.line("export")))
        let actions = chat.handle(.user(.interrupt))
        #expect(actions.contains(.stopWork))
        #expect(actions.contains(.show(StyledText("taken back: export (↑ brings it back)", .dim))))
        // What was printed stays, what had come is printed, and nothing of the turn happens later.
        let after = chat.handle(.workEnded(.cancelled))
        #expect(after.contains(.show(StyledText("Half a", .reply))))
        #expect(!after.contains { if case .start = $0 { true } else { false } })
        #expect(does(.user(.line("make it shorter"))) == [.start(.turn("make it shorter"))])
    }

    @Test mutating func nothingOfAStoppedTurnHasAnEffectLater() {
        _ = chat.handle(.user(.line("make a video")))
        _ = chat.handle(.user(.interrupt))
        #expect(says(.notice(.turn(.text("Late words.")))) == [])
        let late = chat.handle(
            .workEnded(.turnEnded(TurnSummary(hadText: true, draftChanged: true), .whole))
        )
        #expect(!late.contains { if case .start = $0 { true } else { false } })
        #expect(does(.user(.line("status"))) == [.start(.readDraft(.status))])
    }

    @Test mutating func filesOfTheCommandLineAreAddedOnceConnected() {
        var fresh = fixture.conversation()
        let files = [fixture.folder.path + "/a.jpg"]
        let first = fresh.handle(.began(continuing: nil, files: files))
        #expect(
            first.filter { if case .start = $0 { true } else { false } } == [
                .start(.connect(continuing: nil))
            ]
        )
        #expect(fresh.handle(.workEnded(.connected(.fake()))).contains(.start(.upload(files))))
    }

    @Test mutating func theChatAnswersInTheLanguageOfTheLastLine() {
        #expect(says(.user(.line("查看余额"))) == [])
        #expect(says(.workEnded(.credits(nil))) == ["积分：无限（本地工作室，unlimited）。"])
        _ = chat.handle(.user(.line("credits")))
        #expect(says(.workEnded(.credits(nil))) == ["积分：无限（本地工作室，unlimited）。"])
        _ = chat.handle(.user(.line("what's my balance?")))
        #expect(says(.workEnded(.credits(nil))) == ["Credits: unlimited (local studio)."])
    }

    @Test mutating func ctrlCOnAnEmptyLineTellsTheWayOut() {
        #expect(says(.user(.interrupt)) == ["Ctrl-D quits."])
        #expect(does(.user(.interrupt)) == [])
    }

    @Test mutating func ctrlCStopsTheExportThatRuns() throws {
        let order = try #require(startedExport())
        #expect(does(.user(.interrupt)) == [.stopExport])
        #expect(
            says(.export(.cancelled)) == [
                "The export of \(order.name).mp4 was stopped. What is finished of it is kept; /export goes on from there."
            ]
        )
        #expect(says(.user(.interrupt)) == ["Ctrl-D quits."])
    }

    @Test mutating func ctrlDWaitsForAnExportThatIsBeingStopped() throws {
        _ = try #require(startedExport())
        _ = chat.handle(.user(.interrupt))
        #expect(does(.user(.endOfInput)) == [])
        #expect(does(.export(.cancelled)) == [.quit(0)])
    }

    @Test mutating func ctrlCLetsAQuestionGo() throws {
        try fixture.folder.write("trip/1.jpg")
        _ = chat.handle(.user(.line(fixture.folder.path + "/trip")))
        #expect(says(.user(.interrupt)) == ["Fine, nothing was done."])
        #expect(does(.user(.line("yes"))) == [.start(.turn("yes"))])
    }

    @Test mutating func ctrlDLeavesAnExportToTheStudio() throws {
        _ = try #require(startedExport())
        let actions = chat.handle(.user(.endOfInput))
        #expect(actions.contains(.quit(0)))
        #expect(!actions.contains(.stopExport))
        #expect(
            actions.contains(
                .show(
                    StyledText(
                        "The export of kinora-2026-07-31.mp4 goes on by itself. Start Kinora again to fetch it.",
                        .dim
                    )
                )
            )
        )
    }

    @Test mutating func aHangUpCallsOffNothing() throws {
        _ = try #require(startedExport())
        #expect(does(.user(.hangUp)) == [.quit(0)])
    }

    @Test mutating func aSecondExportWaitsForTheFirst() throws {
        let first = try #require(startedExport())
        _ = chat.handle(.user(.line("export in best quality")))
        let waiting = says(.workEnded(.draft(ready(), session: "s1")))
        #expect(waiting == ["The export of kinora-2026-07-31-2.mp4 is queued behind the one that runs."])
        let next = does(.export(.finished(ExportResult(path: "/x", bytes: 1))))
        guard case .startExport(let second)? = next.first else {
            Issue.record("\(next)")
            return
        }
        #expect(second.output.quality == "best")
        #expect(second.id != first.id)
    }

    @Test mutating func aChineseKeywordIsAnsweredInChinese() throws {
        _ = chat.handle(.user(.line("导出")))
        let chinese = says(.workEnded(.draft(ready(), session: "s1")))
        #expect(chinese == [ChatPhrases(language: .chinese).exporting("kinora-2026-07-31")])
        // "export" is typed by people of any language.
        _ = chat.handle(.export(.finished(ExportResult(path: "/x", bytes: 1))))
        _ = chat.handle(.user(.line("export")))
        let again = says(.workEnded(.draft(ready(), session: "s1")))
        #expect(again == [ChatPhrases(language: .chinese).exporting("kinora-2026-07-31")])
    }

    @Test mutating func anExportShowsHowFarItIs() throws {
        _ = try #require(startedExport())
        #expect(live(.export(.rendering(fraction: nil, etaMS: nil))) == ["⏳ Rendering ~30s"])
        let line = live(.export(.rendering(fraction: 0.42, etaMS: 11_200))).first ?? ""
        #expect(line.hasPrefix("⏳ Rendering 42% · 12 s left ▕████████"))
        #expect(live(.export(.waiting(2))) == ["⏳ Waiting for 2 exports before this one"])
        #expect(live(.export(.downloading(0.5))) == ["⏳ Saving 50%"])
        #expect(live(.export(.finished(ExportResult(path: "/x", bytes: 1)))) == [])
    }

    @Test mutating func everyFileHasItsBar() {
        let folder = fixture.folder.path
        _ = chat.handle(.user(.line("'\(folder)/a.jpg' '\(folder)/b c.jpg'")))
        let bars = live(.notice(.uploading(path: folder + "/a.jpg", fraction: 0.5)))
        #expect(bars.count == 2)
        #expect(bars[0].hasPrefix("a.jpg") && bars[0].hasSuffix("50%"))
        #expect(bars[1].hasPrefix("b c.jpg") && bars[1].hasSuffix("0%"))
        #expect(live(.notice(.uploading(path: folder + "/a.jpg", fraction: 1))).count == 1)
    }

    @Test func aStudioElsewhereIsReadyInOneLineThatNamesIt() {
        var fresh = fixture.conversation(isFirstStart: false)
        _ = fresh.handle(.began(continuing: nil, files: []))
        #expect(fresh.handle(.connecting(.settingUp)).said == ["Setting things up..."])
        #expect(
            fresh.handle(.workEnded(.connected(.fake(isLocal: false)))).said == [
                "Ready: the studio at studio.example does the work. /help lists what you can do."
            ]
        )
    }

    @Test mutating func aFinishedExportHasItsPageInTheBrowser() throws {
        _ = try #require(startedExport())
        var result = ExportResult(path: "/v/x.mp4", bytes: 1000, durationMS: 8000)
        result.link = "https://studio.example/workspace/claim?ct=clm_1"
        #expect(
            says(.export(.finished(result))) == [
                "✅ Video ready! /v/x.mp4 · 1 KB · 0:08",
                "In a browser: https://studio.example/workspace/claim?ct=clm_1",
            ]
        )
    }

    @Test mutating func anExportThatTakesLongCanBeLookedForAgain() throws {
        var order = try #require(startedExport())
        let said = says(.export(.left))
        #expect(said.last == "Next: look for \(order.name).mp4 again  — /do")
        order.draft = nil
        #expect(does(.user(.line("/do"))) == [.startExport(order)])
    }

    @Test mutating func anUnfinishedExportIsTakenUpAndSaid() {
        var fresh = fixture.conversation()
        _ = fresh.handle(.began(continuing: nil, files: []))
        let job = ChatStore.Job(
            id: "render_1",
            session: "s0",
            name: "Trip",
            folder: "/videos",
            owner: 1
        )
        let actions = fresh.handle(.workEnded(.connected(.fake(jobs: [job]))))
        #expect(actions.contains(.show("Taking up the unfinished export of Trip.mp4.")))
        #expect(
            actions.contains { action in
                if case .startExport(let order) = action {
                    order.id == "render_1" && order.draft == nil
                } else {
                    false
                }
            }
        )
    }

    @Test func aPipeThatEndsWaitsForItsLastReply() throws {
        var piped = fixture.conversation(isInteractive: false)
        _ = piped.handle(.began(continuing: nil, files: []))
        _ = piped.handle(.user(.line("make a video")))
        _ = piped.handle(.user(.line("export")))
        _ = piped.handle(.user(.endOfInput))
        var actions = piped.handle(.workEnded(.connected(.fake())))
        #expect(
            actions == [.start(.turn("make a video")), .setLive([StyledText("… working on it", .dim)])]
        )
        _ = piped.handle(.notice(.turn(.text("Done."))))
        actions = piped.handle(.workEnded(.turnEnded(TurnSummary(hadText: true), .whole)))
        #expect(actions.first == .start(.readDraft(.export(ExportWish()))))
        actions = piped.handle(.workEnded(.draft(ready(), session: "s1")))
        #expect(!actions.contains(.quit(0)))
        actions = piped.handle(.export(.finished(ExportResult(path: "/x", bytes: 1))))
        #expect(actions.contains(.quit(0)))
    }

    @Test func aPipeTellsByItsStatusThatSomethingFailed() {
        var piped = fixture.conversation(isInteractive: false)
        _ = piped.handle(.began(continuing: nil, files: []))
        _ = piped.handle(.user(.line("export")))
        _ = piped.handle(.user(.endOfInput))
        _ = piped.handle(.workEnded(.connected(.fake())))
        #expect(piped.handle(.workEnded(.draft(nil, session: nil))).contains(.quit(1)))
    }

    /// Puts an export on its way.
    private mutating func startedExport() -> ExportOrder? {
        _ = chat.handle(.user(.line("export")))
        for case .startExport(let order) in chat.handle(.workEnded(.draft(ready(), session: "s1"))) {
            return order
        }
        return nil
    }
}
