import StudioAPI
import StudioClient
import Synchronization
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// Several videos, one by one.
@Suite struct BatchRunTests {
    private let chat: ChatFixture
    private var items: [BatchItem] {
        ["a.jpg", "b c.jpg"].map { BatchItem(paths: [chat.folder.path + "/" + $0], words: "make a 5 second video") }
    }

    init() throws {
        chat = try ChatFixture()
    }

    @Test func eachHasItsOwnSessionAndItsOwnFile() async throws {
        chat.studio.state.withLock { state in
            state.turns = [
                .says("Made a.", timeline: FakeStudio.timeline(["a"])),
                .says("Made b.", timeline: FakeStudio.timeline(["b"])),
            ]
        }
        let seen = await chat.talk([], doing: .batch(items))
        #expect(
            seen.hasSuffix(
                """
                Making 2 videos, one by one. Ctrl-C stops.
                1 of 2 · a
                Added 1 photo.
                Made a.
                Timeline (1 track): 1. Video: a (0-4s)
                Exporting a.mp4 …
                ✅ Video ready! FOLDER/a.mp4 · 12.4 MB · 0:20 · 1920x1080
                2 of 2 · b c
                Added 1 photo.
                Made b.
                Timeline (1 track): 1. Video: b (0-4s)
                Exporting b c.mp4 …
                ✅ Video ready! FOLDER/b c.mp4 · 12.4 MB · 0:20 · 1920x1080
                ✅ All 2 videos are ready.
                  1. a: FOLDER/a.mp4
                  2. b c: FOLDER/b c.mp4
                """
            ),
            "\(seen)"
        )
        #expect(chat.studio.calls.count { $0.hasPrefix("session") } == 2)
    }

    @Test func oneThatFailsDoesNotStopTheRest() async throws {
        chat.studio.state.withLock { state in
            state.refusals["a.jpg"] = "a.jpg is damaged."
            state.turns = [.says("Made b.", timeline: FakeStudio.timeline(["b"]))]
        }
        let seen = await chat.talk([], doing: .batch(items))
        #expect(
            seen.hasSuffix(
                """
                1 of 2 videos are ready:
                  1. a: a.jpg is damaged.
                  2. b c: FOLDER/b c.mp4
                """
            ),
            "\(seen)"
        )
    }

    @Test func ctrlCStopsTheWholeOfIt() throws {
        var talk = try Talk()
        let paths = [talk.folder + "/a.jpg", talk.folder + "/b c.jpg"]
        talk.chat.makeEach(paths.map { BatchItem(paths: [$0], words: "make a 5 second video") })
        _ = talk.does(.workEnded(.newSession))
        #expect(talk.live("credits").last == "queued 1: credits")
        #expect(talk.does(.user(.interrupt)) == [.stopWork])
        let actions = talk.chat.handle(.workEnded(.cancelled))
        #expect(actions.started == [])
        #expect(
            actions.said.suffix(4) == [
                "Stopped. No further video is made.", "0 of 2 videos are ready:", "  1. a: not made",
                "  2. b c: not made",
            ]
        )
        #expect(talk.does("credits") == [.start(.credits)])
    }

    @Test func ctrlCDuringAnExportStopsTheWholeOfItToo() throws {
        var talk = try Talk(isLocal: false)
        let path = talk.folder + "/a.jpg"
        talk.chat.makeEach([path, path].map { BatchItem(paths: [$0], words: "make a 5 second video") })
        _ = talk.does(.workEnded(.newSession))
        _ = talk.does(.workEnded(.uploaded([UploadOutcome(path: path)])))
        _ = talk.agentSays("Made it.")
        _ = talk.does(.workEnded(.draft(Talk.ready(), session: "s1")))
        #expect(talk.live("credits").contains("1 of 2 · a"))
        #expect(talk.does(.user(.interrupt)) == [.stopExport])
        let actions = talk.chat.handle(.export(.left))
        #expect(actions.started == [])
        #expect(actions.said.contains("Stopped. No further video is made."))
    }

    @Test func whatWasAddedBeforeIsMadeOneByOne() throws {
        var talk = try Talk()
        let paths = [talk.folder + "/a.jpg", talk.folder + "/song.mp3", talk.folder + "/b c.jpg"]
        talk.chat.added = paths
        talk.chat.makeEachAdded("make a 5 second video", line: "each as its own 5 s clip")
        #expect(talk.chat.batch?.items.map(\.paths) == [[paths[0]], [paths[2]]])
        var empty = try Talk()
        empty.chat.makeEachAdded("make a 5 second video", line: "each as its own 5 s clip")
        #expect(empty.chat.turn?.message == "each as its own 5 s clip")
    }
}
