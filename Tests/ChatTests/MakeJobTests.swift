import Foundation
import StudioAPI
import StudioClient
import Synchronization
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

@Suite struct MakeJobTests {
    private let folder: TemporaryFolder
    private let studio: FakeStudio
    private let elsewhere = FakeStudio(isLocal: false)

    init() throws {
        folder = TemporaryFolder()
        studio = FakeStudio()
        for name in ["a.jpg", "b c.jpg"] { try folder.write(name) }
    }

    private func make(
        at other: FakeStudio? = nil,
        _ change: @Sendable (inout MakeProgram.Options) -> Void = { _ in }
    ) async throws -> (MakeJob.End, String) {
        var options = MakeProgram.Options(
            files: ["a.jpg", "b c.jpg"].map { folder.path + "/" + $0 },
            output: folder.path + "/out.mp4",
            stateFolder: folder.path + "/state",
            environment: [:]
        )
        change(&options)
        let pipe = Pipe()
        let progress = ProgressLine(
            descriptor: pipe.fileHandleForWriting.fileDescriptor,
            traits: TerminalTraits(isInteractive: false, hasColour: false, marksPastes: false)
        )
        let job = MakeJob(
            options,
            clock: InstantClock(),
            connect: { [studio = other ?? studio] _ in studio },
            progress: progress
        )
        let end = await job.run()
        try pipe.fileHandleForWriting.close()
        let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return (end, said.replacing(folder.path, with: "FOLDER"))
    }

    private func refusal(_ end: MakeJob.End) -> (Int32, String) {
        guard case .failed(let status, let messages) = end else { return (0, "") }
        return (status, messages.joined(separator: "\n").replacing(folder.path, with: "FOLDER"))
    }

    @Test func filesAndNoWordsMakeASlideshow() async throws {
        studio.state.withLock {
            $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"]))]
        }
        let (end, _) = try await make()
        guard case .made(let results, _) = end, let result = results.first else {
            Issue.record("\(end)")
            return
        }
        #expect(FileManager.default.fileExists(atPath: result.path))
        #expect(
            studio.calls == [
                "session en", "upload a.jpg", "upload b c.jpg",
                "turn make a slideshow video from these photos with transitions and background music",
                "state",
                "estimate high", "submit high", "download",
            ]
        )
        let json = try JSONDecoder().decode(JSONValue.self, from: Data(MakeJob.json(result).utf8))
        #expect(
            json == [
                "path": .string(folder.path + "/out.mp4"), "duration_ms": 20_000, "width": 1920,
                "height": 1080,
                "bytes": 12_400_000, "render_ms": 9000,
            ]
        )
    }

    @Test func flagsComeAfterTheWordsAndMustBeMet() async throws {
        var tall = FakeStudio.timeline(["a", "b"])
        tall.aspect = .portrait
        studio.state.withLock { [tall] state in
            state.turns = [.says("A."), .says("B."), .says("C.")]
            state.turns = [
                .says("A.", timeline: FakeStudio.timeline(["a", "b"])), .says("B.", timeline: tall),
                .says("I cannot.", timeline: nil),
            ]
        }
        let (end, _) = try await make { options in
            options.prompt = "a calm video"
            options.aspects = [.portrait]
            options.length = 30
        }
        #expect(
            studio.calls.filter { $0.hasPrefix("turn") } == [
                "turn a calm video", "turn make it 9:16", "turn make the video 30 seconds long",
            ]
        )
        #expect(
            refusal(end) == (
                1, "--length 30 could not be met: the video would be 0:08. Choose another value."
            )
        )
        #expect(!studio.calls.contains { $0.hasPrefix("submit") })
    }

    @Test func wordsThatAreNotUnderstoodMakeNoFile() async throws {
        studio.state.withLock { $0.turns = [.says("I did not get that. Try “make a slideshow”.")] }
        let (end, _) = try await make { $0.prompt = "flurble" }
        #expect(refusal(end) == (1, "I did not get that. Try “make a slideshow”."))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.mp4"))
    }

    @Test func aBadFileStopsItUnlessItMayBeSkipped() async throws {
        studio.state.withLock { state in
            state.refusals["b c.jpg"] = "b c.jpg is damaged."
            state.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a"]))]
        }
        let (stopped, _) = try await make()
        #expect(
            refusal(stopped) == (
                1, "b c.jpg is damaged.\nLeave it out, or go on without it with --skip-bad."
            )
        )
        #expect(!studio.calls.contains { $0.hasPrefix("turn") })
        let (end, said) = try await make { $0.skipBad = true }
        guard case .made = end else {
            Issue.record("\(end)")
            return
        }
        #expect(said.contains("b c.jpg is damaged."))
    }

    @Test func whatCannotBeIsToldBeforeAnythingIsSent() async throws {
        try folder.write("taken.mp4", "mine")
        #expect(
            refusal(try await make { $0.output = folder.path + "/taken.mp4" }.0) == (
                2, "FOLDER/taken.mp4 exists. Choose another name, or replace it with --force."
            )
        )
        #expect(
            refusal(try await make { $0.output = folder.path + "/no/out.mp4" }.0) == (
                2,
                "There is no folder FOLDER/no for FOLDER/no/out.mp4. Make it first, or choose another place."
            )
        )
        #expect(
            refusal(try await make { $0.output = folder.path }.0) == (
                2, "FOLDER is a folder. Give the video a name in it."
            )
        )
        #expect(
            refusal(try await make { $0.files = [folder.path + "/gone.jpg"] }.0) == (
                2, "There is no file FOLDER/gone.jpg. Check the name."
            )
        )
        #expect(
            refusal(try await make { $0.output = folder.path + "/out.avi" }.0) == (
                2, "The video is an MP4. Call it FOLDER/out.mp4."
            )
        )
        try folder.write("song.mp3", "la")
        #expect(
            refusal(try await make { $0.files = [folder.path + "/song.mp3"] }.0) == (
                2, "There is nothing to show: give at least one photo or clip."
            )
        )
        #expect(refusal(try await make { $0.files = [] }.0).0 == 2)
        #expect(studio.calls == [])
    }

    @Test func aStudioElsewhereIsNamedBeforeFilesGoThere() async throws {
        elsewhere.state.withLock { $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"]))] }
        let (end, said) = try await make(at: elsewhere)
        guard case .made = end else {
            Issue.record("\(end)")
            return
        }
        #expect(
            said.contains("The 2 photos will be sent to studio.example, a studio that is not on this machine.\n")
        )
        ChatStore(folder: folder.path + "/state").allowUploads(to: elsewhere.origin)
        elsewhere.state.withLock { $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"]))] }
        #expect(try await !make(at: elsewhere) { $0.force = true }.1.contains("will be sent"))
    }

    @Test func anAnswerThatIsLostWithoutAnEffectMakesNoFile() async throws {
        elsewhere.state.withLock { $0.turns = [FakeStudio.Turn(items: [], breaksOff: true)] }
        let (end, _) = try await make(at: elsewhere)
        #expect(
            refusal(end) == (
                1, "The answer broke off and nothing has changed, so there is no video. Run the same command again."
            )
        )
        #expect(elsewhere.calls.count { $0.hasPrefix("turn") } == 1)
    }

    @Test func forceReplacesAnOutput() async throws {
        try folder.write("out.mp4", "old")
        studio.state.withLock { $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a"]))] }
        let (end, _) = try await make { $0.force = true }
        guard case .made = end else {
            Issue.record("\(end)")
            return
        }
        #expect(try String(contentsOfFile: folder.path + "/out.mp4", encoding: .utf8) == "video")
    }

    @Test func interruptingCallsTheExportOff() async throws {
        studio.state.withLock { state in
            state.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a"]))]
            state.renders["next"] = [FakeStudio.rendering(0.1)]
        }
        let task = Task { try await make() }
        while !studio.calls.contains(where: { $0.hasPrefix("submit") }) { await Task.yield() }
        task.cancel()
        let (end, _) = try await task.value
        #expect(refusal(end).0 == 130)
        #expect(studio.calls.last == "cancel")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.mp4"))
    }
}
