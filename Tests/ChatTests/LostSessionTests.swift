import StudioAPI
import StudioClient
import TestKit
import Testing

@testable import Chat

/// A session that the studio no longer has: another is made, and what was lost is told.
@Suite struct LostSessionTests {
    private let chat = DeskFixture(isLocal: false)
    private let gone = StudioError(.sessionNotFound, "The studio does not have this session any more.")

    private func useSession() async throws {
        try chat.folder.write("a.jpg")
        try chat.folder.write("b.jpg")
        chat.script { $0.draft = DeskFixture.draft(["a"]) }
        _ = await chat.perform(.connect(continuing: nil))
        _ = await chat.upload(["a.jpg", "b.jpg"])
        _ = await chat.perform(.readDraft(.status))
    }

    private var whatItHad: LostSession {
        LostSession(
            paths: ["a.jpg", "b.jpg"].map { chat.folder.path + "/" + $0 },
            media: 2,
            summary: "Timeline (1 track): 1. Video: a (0-4s)"
        )
    }

    @Test func aTurnGoesToTheNewOne() async throws {
        try await useSession()
        chat.script {
            $0.errors["turn"] = [gone]
            $0.turns = [.says("Hello.")]
        }
        #expect(try #require(await chat.turn("hello")).1 == .whole)
        #expect(chat.lost == [whatItHad])
        #expect(chat.count("session") == 2)
        #expect(await chat.desk.session?.id == "s2")
    }

    @Test func theStateBeforeATurnMayTellItFirst() async throws {
        chat.script {
            $0.errors["state"] = [gone]
            $0.turns = [.says("Hello.")]
        }
        #expect(try #require(await chat.turn("hello")).1 == .whole)
        #expect(chat.lost.count == 1)
        #expect(chat.count("turn") == 1)
    }

    @Test func anUploadGoesThereAsAWhole() async throws {
        try await useSession()
        try chat.folder.write("c.jpg")
        try chat.folder.write("d.jpg")
        chat.script { $0.errors["upload"] = [nil, gone] }
        let outcomes = try #require(await chat.upload(["c.jpg", "d.jpg"]))
        #expect(outcomes.map(\.name) == ["c.jpg", "d.jpg"])
        #expect(outcomes.allSatisfy { $0.refusal == nil && !$0.isRepeat })
        // c went down with the old session.
        #expect(
            Array(chat.studio.calls.suffix(5)) == [
                "upload c.jpg", "upload d.jpg", "session en", "upload c.jpg", "upload d.jpg",
            ]
        )
    }

    @Test func theStateIsThenEmpty() async throws {
        try await useSession()
        chat.script { $0.errors["state"] = [gone] }
        guard case .draft(nil, session: "s2") = await chat.perform(.readDraft(.export(ExportWish()))) else {
            Issue.record("another end")
            return
        }
        #expect(chat.lost == [whatItHad])
    }

    @Test(arguments: [Work.undo, .redo]) func thereIsNothingToTakeBackThen(_ work: Work) async throws {
        try await useSession()
        chat.script {
            $0.errors["undo"] = [gone]
            $0.errors["redo"] = [gone]
        }
        guard case .undone(let history?) = await chat.perform(work) else {
            Issue.record("another end")
            return
        }
        #expect(!history.changed)
        #expect(chat.lost == [whatItHad])
    }

    @Test func anExportThatFindsItGoneHasItReplacedOnce() async throws {
        try await useSession()
        _ = await chat.perform(.replaceSession("s1"))
        _ = await chat.perform(.replaceSession("s1"))
        #expect(chat.lost == [whatItHad])
        #expect(await chat.desk.session?.id == "s2")
    }

    @Test func aTurnInWhichItGoesIsNotSentAgain() async throws {
        let cut = FakeStudio.Turn(items: [.text("Wor")], breaksOff: true)
        chat.script {
            $0.turns = [cut]
            $0.errors["state"] = [nil, gone]
        }
        #expect(try #require(await chat.turn("hello")).1 == .lost)
        #expect(chat.lost.count == 1)
        #expect(chat.count("turn") == 1)
    }

    @Test func itIsForgotten() async throws {
        try await useSession()
        chat.script {
            $0.errors["turn"] = [gone]
            $0.turns = [.says("Hello.")]
        }
        _ = await chat.turn("hello")
        #expect(chat.store.studio("https://studio.example").sessions.map(\.id) == ["s2"])
    }
}
