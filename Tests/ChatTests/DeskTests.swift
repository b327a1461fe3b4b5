import StudioAPI
import StudioClient
import Synchronization
import TestKit
import Testing
import Timeline

@testable import Chat

@Suite struct DeskTests {
    private let hosted = DeskFixture(isLocal: false)
    private let own = DeskFixture(isLocal: true)

    // MARK: Connecting and sessions

    @Test func aStudioElsewhereHasItsSessionBeforeTheChatIsReady() async throws {
        guard case .connected(let connection) = await hosted.perform(.connect(continuing: nil)) else {
            Issue.record("not connected")
            return
        }
        #expect(hosted.studio.calls == ["session en"])
        #expect(connection.host == "studio.example")
        #expect(!connection.mayUpload)
        _ = await own.perform(.connect(continuing: nil))
        #expect(own.studio.calls == [])
    }

    @Test func leaveToUploadIsRemembered() async throws {
        hosted.store.allowUploads(to: hosted.studio.origin)
        guard case .connected(let connection) = await hosted.perform(.connect(continuing: nil)) else {
            Issue.record("not connected")
            return
        }
        #expect(connection.mayUpload)
    }

    @Test func sessionsAreRememberedWhereTheStudioKeepsNoList() async throws {
        hosted.script {
            $0.listed = nil
            $0.draft = DeskFixture.draft(["a"])
        }
        _ = await hosted.perform(.connect(continuing: nil))
        _ = await hosted.perform(.readDraft(.status))
        // A session in which nothing happened is not worth a line.
        _ = await hosted.perform(.newSession)
        hosted.script { $0.draft = nil }
        _ = await hosted.perform(.turn("hello"))
        guard case .sessions(let lines) = await hosted.perform(.listSessions) else {
            Issue.record("no list")
            return
        }
        #expect(lines.map(\.summary) == ["Timeline (1 track): 1. Video: a (0-4s)"])
        guard case .takenUp = await hosted.perform(.takeUp(1)) else {
            Issue.record("not taken up")
            return
        }
        #expect(await hosted.desk.session == StudioSession(id: "s1", taskID: "t1", bindID: "b1"))
    }

    // MARK: Credits

    @Test func withoutCreditsSomebodyWithoutAnAccountIsShownWhereToRegister() async throws {
        _ = await hosted.perform(.connect(continuing: nil))
        hosted.script { $0.errors["turn"] = [StudioError(.noCredits, ""), StudioError(.noCredits, "", bindID: "b-9")] }
        #expect(await remedy(.turn("hello"), hosted) == .register("https://web.example/?bind=b1"))
        #expect(await remedy(.turn("hello"), hosted) == .register("https://web.example/?bind=b-9"))
    }

    @Test func withATokenOfTheirOwnTheyTopUp() async throws {
        hosted.script {
            $0.usesGivenToken = true
            $0.errors["turn"] = [StudioError(.noCredits, "")]
        }
        #expect(await remedy(.turn("hello"), hosted) == .topUp)
    }

    @Test func aStudioOfOursHasNobodyToRegisterWith() async throws {
        own.script { $0.errors["turn"] = [StudioError(.noCredits, "")] }
        #expect(await remedy(.turn("hello"), own) == nil)
    }

    private func remedy(_ work: Work, _ chat: DeskFixture) async -> Remedy? {
        guard case .failed(let error, let remedy) = await chat.perform(work) else { return nil }
        #expect(error.code == .noCredits)
        return remedy
    }

    // MARK: Taking back

    @Test func aChangeIsNotTakenBackTwice() async throws {
        _ = await own.perform(.connect(continuing: nil))
        _ = await own.perform(.turn("hello"))
        own.script { $0.errors["undo"] = [StudioError(.interrupted, "Lost.")] }
        guard case .failed = await own.perform(.undo) else {
            Issue.record("not failed")
            return
        }
        #expect(own.count("undo") == 1)
    }

    // MARK: Uploads

    @Test func filesAreTakenInTheOrderTheyWereDropped() async throws {
        for name in ["3.jpg", "1.jpg", "2.jpg"] { try hosted.folder.write(name) }
        let outcomes = try #require(await hosted.upload(["3.jpg", "1.jpg", "2.jpg"]))
        #expect(outcomes.map(\.name) == ["3.jpg", "1.jpg", "2.jpg"])
        #expect(hosted.studio.calls == ["session en", "upload 3.jpg", "upload 1.jpg", "upload 2.jpg"])
    }

    @Test func sideBySideTheyHaveGrowingPlaces() async throws {
        let names = (0..<12).map { "\($0).jpg" }
        for name in names { try own.folder.write(name) }
        let outcomes = try #require(await own.upload(names))
        #expect(outcomes.map(\.name) == names)
        let (positions, most) = own.studio.state.withLock { ($0.positions, $0.mostUploadsAtOnce) }
        #expect(names.compactMap { positions[$0] } == names.compactMap { positions[$0] }.sorted())
        #expect(Set(positions.values).count == 12)
        #expect(most <= Desk.uploadsAtOnce)
    }

    @Test func aLaterDropComesAfterAnEarlierOne() {
        let first = UploadOrder(["/a", "/b"], known: [], now: 1000)
        let second = UploadOrder(["/c"], known: [], now: 1000.001)
        #expect(first.sends.map(\.position).max() ?? 0 < second.sends[0].position)
    }

    @Test func theSameFileIsSentOnce() async throws {
        try own.folder.write("a.jpg")
        try own.folder.write("b.jpg")
        let first = try #require(await own.upload(["a.jpg", "b.jpg", "a.jpg"]))
        #expect(first.map(\.isRepeat) == [false, false, true])
        let second = try #require(await own.upload(["b.jpg", "a.jpg"]))
        #expect(second.map(\.isRepeat) == [true, true])
        #expect(own.count("upload") == 2)
        // A file that was changed since is another one.
        try own.folder.write("a.jpg", "edited since")
        #expect(try #require(await own.upload(["a.jpg"])).map(\.isRepeat) == [false])
    }

    @Test func theSameContentIsRecognisedByWhatTheStudioSays() async throws {
        for name in ["a.jpg", "copy.jpg", "old.jpg"] { try own.folder.write(name) }
        own.script { $0.contents = ["a.jpg": "m1", "copy.jpg": "m1", "old.jpg": "m0"] }
        // Whichever comes second.
        #expect(try #require(await own.upload(["a.jpg", "copy.jpg"])).count(where: \.isRepeat) == 1)
        // Also what a session had before it was taken up again.
        own.script { $0.media = [MediaItem(id: "m0", name: "old.jpg", kind: .photo)] }
        _ = await own.perform(.takeUp(1))
        _ = await own.perform(.readDraft(.takenUp))
        #expect(try #require(await own.upload(["old.jpg"])).map(\.isRepeat) == [true])
    }

    @Test func aFileThatIsRefusedDoesNotStopTheOthers() async throws {
        for name in ["a.jpg", "bad.jpg", "c.jpg"] { try hosted.folder.write(name) }
        hosted.script { $0.refusals = ["bad.jpg": "bad.jpg is damaged."] }
        let outcomes = try #require(await hosted.upload(["a.jpg", "bad.jpg", "c.jpg"]))
        #expect(outcomes.map { $0.refusal?.message } == [nil, "bad.jpg is damaged.", nil])
        #expect(hosted.ended == ["a.jpg", "bad.jpg", "c.jpg"])
    }

    @Test func whatWasTakenIsNotForgottenWhenTheStudioFails() async throws {
        for name in ["a.jpg", "b.jpg", "c.jpg"] { try hosted.folder.write(name) }
        let away = StudioError(.unreachable, "No studio answers.")
        hosted.script { $0.errors["upload"] = [nil, away, away] }
        let outcomes = try #require(await hosted.upload(["a.jpg", "b.jpg", "c.jpg"]))
        #expect(outcomes.map { $0.refusal } == [nil, away, away])
        // Nothing was taken: it is the studio's trouble alone.
        hosted.script { $0.errors["upload"] = [away, away] }
        guard case .failed(away, nil) = await hosted.perform(.upload([hosted.folder.path + "/b.jpg"])) else {
            Issue.record("not failed")
            return
        }
    }

    @Test func addressesAreFetchedByTheStudioInTheirPlace() async throws {
        try hosted.folder.write("a.jpg")
        let outcomes = try #require(
            await hosted.upload(["https://example.com/x.jpg", "a.jpg", "https://example.com/x.jpg"])
        )
        #expect(outcomes.map(\.name) == ["x.jpg", "a.jpg", "x.jpg"])
        #expect(outcomes.map(\.isRepeat) == [false, false, true])
        #expect(Array(hosted.studio.calls.suffix(2)) == ["fetch https://example.com/x.jpg", "upload a.jpg"])
    }
}
