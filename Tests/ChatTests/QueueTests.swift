import StudioClient
import Terminal
import TestKit
import Testing

@testable import Chat

/// What is typed while something is going on.
@Suite struct QueueTests {
    private var talk: Talk

    init() throws {
        talk = try Talk()
        _ = talk.does("make a video")
    }

    private mutating func end() -> [Conversation.Action] { talk.agentSays("Done.") }

    @Test mutating func itIsShownForAsLongAsItWaits() {
        #expect(talk.live("add a title") == ["… working on it", "queued 1: add a title"])
        _ = talk.live("status")
        _ = talk.live("make it\nshorter")
        let full = talk.live("export")
        #expect(
            full == [
                "… working on it", "queued 1: add a title", "queued 2: status", "queued 3: make it shorter",
                "… and 1 more; /unqueue N takes one back",
            ]
        )
        #expect(end().started == [.turn("add a title")])
        #expect(
            talk.live(.stillWorking) == [
                "… working on it", "queued 1: status", "queued 2: make it shorter", "queued 3: export",
            ]
        )
    }

    @Test mutating func itIsTakenBackByNumberOrTheLastFirst() {
        for line in ["one thing", "two things", "three things"] { _ = talk.does(line) }
        #expect(talk.says("/unqueue 1") == ["taken back: one thing (↑ brings it back)"])
        #expect(talk.says("/cancel") == ["taken back: three things (↑ brings it back)"])
        #expect(talk.says("/unqueue 5") == ["There is no number 5 in the queue; it has 1."])
        #expect(talk.says("/unqueue 0") == ["There is no number 0 in the queue; it has 1."])
        #expect(end().started == [.turn("two things")])
        #expect(talk.says("/unqueue") == ["Nothing is queued."])
    }

    @Test mutating func whatNeedsNoStudioIsDoneAtOnce() {
        #expect(talk.says("/help").first?.contains("/unqueue") == true)
        #expect(talk.says("/nonsense") == ["There is no command /nonsense. /help lists them."])
        #expect(talk.says("/home/me/gone.jpg").first?.hasPrefix("There is no file") == true)
        #expect(talk.says("how do I upload?").first?.hasPrefix("Drop files here") == true)
        #expect(end().started == [])
    }

    @Test mutating func ctrlCTakesEverythingBack() {
        _ = talk.does("add a title")
        _ = talk.does("export")
        #expect(
            talk.says(.user(.interrupt)) == [
                "taken back: add a title (↑ brings it back)", "taken back: export (↑ brings it back)",
            ]
        )
        #expect(talk.does(.workEnded(.cancelled)) == [])
    }

    @Test mutating func aPipeShowsNoQueue() throws {
        talk = try Talk(isInteractive: false)
        _ = talk.does("make a video")
        #expect(talk.live("export") == ["… working on it"])
    }

    @Test mutating func whatIsPipedInIsDoneInItsOrder() throws {
        talk = try Talk(isInteractive: false)
        _ = talk.does("make a video")
        #expect(talk.says("/do") == [])
        #expect(talk.does("quit") == [])
        let answered = talk.agentSays("You can export it whenever you're ready.")
        #expect(answered.started == [.readDraft(.export(ExportWish()))])
        // The export that was begun is waited for.
        #expect(talk.does(.workEnded(.draft(Talk.ready(), session: "s1"))).count == 1)
        #expect(talk.does(.export(.finished(ExportResult(path: "/x", bytes: 1)))) == [.quit(0)])
    }
}
