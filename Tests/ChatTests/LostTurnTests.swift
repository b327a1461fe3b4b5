import StudioAPI
import TestKit
import Testing

@testable import Chat
@testable import StudioClient

/// A stream that breaks off: what became of the turn is found out, and the message is not sent again.
@Suite struct LostTurnTests {
    private let hosted = DeskFixture(isLocal: false)
    private let own = DeskFixture(isLocal: true)
    private let broken = FakeStudio.Turn(items: [.text("Working on")], breaksOff: true)

    @Test func theStateIsReadAfterHalfAMinuteAndTellsTheChange() async throws {
        let (before, after) = (DeskFixture.draft(["a"]), DeskFixture.draft(["a"], title: "Summer"))
        hosted.script {
            $0.turns = [broken]
            $0.drafts = [before, after]
        }
        let (_, fate) = try #require(await hosted.turn("add a title"))
        #expect(fate == .recovered)
        #expect(hosted.waits == [30])
        #expect(hosted.clock.slept == .seconds(30))
        #expect(hosted.shown == [.text("Working on")])
        #expect(hosted.count("turn") == 1)
    }

    @Test func everyMinuteAfterThatUntilSomethingChanges() async throws {
        let (before, after) = (DeskFixture.draft(["a"]), DeskFixture.draft(["a", "b"]))
        hosted.script {
            $0.turns = [broken]
            $0.drafts = [before, before, before, after]
        }
        let (_, fate) = try #require(await hosted.turn("add b"))
        #expect(fate == .recovered)
        #expect(hosted.waits == [30, 60, 60])
        #expect(hosted.clock.slept == .seconds(150))
    }

    @Test func fiveReadsWithoutAChangeAreAFailure() async throws {
        hosted.script {
            $0.turns = [broken]
            $0.draft = DeskFixture.draft(["a"])
        }
        let (summary, fate) = try #require(await hosted.turn("add a title"))
        #expect(fate == .lost)
        #expect(summary.trouble?.message == "The studio went away.")
        #expect(hosted.waits == [30, 60, 60, 60, 60])
        #expect(hosted.clock.slept == .seconds(270))
        // One read before the turn, five after it; the message once.
        #expect(hosted.count("state") == 6)
        #expect(hosted.count("turn") == 1)
    }

    @Test func aStateThatCannotBeReadIsOneWithoutAChange() async throws {
        let failure = StudioError(.serverError, "The studio had trouble of its own.")
        hosted.script { state in
            state.turns = [broken]
            state.drafts = [nil]
            state.draft = DeskFixture.draft(["a"])
            state.errors["state"] = [nil, failure, failure]
        }
        let (_, fate) = try #require(await hosted.turn("make a video"))
        #expect(fate == .recovered)
        #expect(hosted.waits == [30, 60, 60])
    }

    @Test func theSameDraftInAnotherOrderIsNoChange() async throws {
        let one = RawJSON(Array(#"{"t":[],"d":5,"x":{"a":1,"b":2}}"#.utf8))
        let other = RawJSON(Array(#"{"d":5,"x":{"b":2,"a":1},"t":[]}"#.utf8))
        hosted.script {
            $0.turns = [broken]
            $0.drafts = [one, other, other, other, other, other]
        }
        #expect(try #require(await hosted.turn("add a title")).1 == .lost)
    }

    @Test(arguments: [StudioError.Code.interrupted, .timedOut])
    func aStreamThatNeverBeganIsALostOneToo(_ code: StudioError.Code) async throws {
        hosted.script { state in
            state.errors["turn"] = [StudioError(code, "No answer.")]
            state.drafts = [nil, DeskFixture.draft(["a"])]
        }
        #expect(try #require(await hosted.turn("make a video")).1 == .recovered)
        #expect(hosted.saysTimeout == (code == .timedOut))
        #expect(hosted.count("turn") == 1)
    }

    @Test func whatCouldNotBeSentAtAllIsSentOnceMore() async throws {
        hosted.script { state in
            state.errors["turn"] = [StudioError(.unreachable, "No studio answers.")]
            state.turns = [.says("Done.")]
        }
        #expect(try #require(await hosted.turn("make a video")).1 == .whole)
        #expect(hosted.count("turn") == 2)
        #expect(hosted.waits == [])
    }

    @Test func withoutAStudioNothingWasSentAndNothingIsWaitedFor() async throws {
        let away = StudioError(.unreachable, "No studio answers.")
        hosted.script { $0.errors["turn"] = [away, away] }
        guard case .failed(let error, nil) = await hosted.perform(.turn("make a video")) else {
            Issue.record("not failed")
            return
        }
        #expect(error == away)
        #expect(hosted.clock.slept == .zero)
    }

    @Test(arguments: [StudioError.Code.badToken, .rateLimited, .noCredits, .badReply, .serverError])
    func aRefusalIsNotAnsweredByAnotherMessage(_ code: StudioError.Code) async throws {
        hosted.script { $0.errors["turn"] = [StudioError(code, "No.")] }
        guard case .failed(let error, _) = await hosted.perform(.turn("make a video")) else {
            Issue.record("not failed")
            return
        }
        #expect(error.code == code)
        #expect(hosted.count("turn") == 1)
        #expect(hosted.clock.slept == .zero)
    }

    @Test func theStateIsReadBeforeATurnAndNotTwice() async throws {
        hosted.script { $0.turns = [.says("Hello."), .says("Hello again.")] }
        _ = await hosted.turn("hello")
        #expect(hosted.count("state") == 1)
        // The chat has just read it: that is the state before the next turn.
        _ = await hosted.perform(.readDraft(.status))
        _ = await hosted.turn("hello")
        #expect(hosted.count("state") == 2)
    }

    @Test func aStudioWithRecordsIsReadBackAtOnce() async throws {
        let items: [TurnItem] = [.text("Working on"), .text("it."), .ended(TurnSummary(hadText: true))]
        own.script {
            $0.turns = [broken]
            $0.record = TurnReplay(finished: true, items: items)
        }
        let (summary, fate) = try #require(await own.turn("make a video"))
        #expect(fate == .whole)
        #expect(summary == TurnSummary(hadText: true))
        // What had been shown is not shown again.
        #expect(own.shown == [.text("Working on"), .text("it.")])
        #expect(own.waits == [0])
        #expect(own.clock.slept == .zero)
        #expect(own.studio.calls == ["session en", "turn make a video", "record"])
    }

    @Test func aTurnThatGoesOnIsReadToItsEnd() async throws {
        let (half, whole) = ([TurnItem.text("Working on")], [TurnItem.text("Working on"), .text("it.")])
        own.script { state in
            state.turns = [broken]
            state.earlierRecords = Array(repeating: TurnReplay(finished: false, items: half), count: 4)
            state.record = TurnReplay(finished: true, items: whole + [.ended(TurnSummary(hadText: true))])
        }
        #expect(try #require(await own.turn("make a video")).1 == .whole)
        #expect(own.shown == whole)
        #expect(own.clock.slept == Desk.recordInterval * 4)
    }

    @Test func aMessageThatNeverArrivedIsToldAsLost() async throws {
        own.script {
            $0.turns = [broken]
            $0.record = nil
        }
        #expect(try #require(await own.turn("make a video")).1 == .lost)
        #expect(own.count("turn") == 1)
    }

    @Test func aRecordOutOfReachIsLookedForFiveTimes() async throws {
        own.script { state in
            state.turns = [broken]
            state.errors["record"] = Array(repeating: StudioError(.unreachable, "No studio answers."), count: 6)
        }
        #expect(try #require(await own.turn("make a video")).1 == .lost)
        #expect(own.waits == [0, 30, 60, 60, 60, 60])
        #expect(own.clock.slept == .seconds(270))
    }
}
