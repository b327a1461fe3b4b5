import Foundation
import Testing
import Timeline

@testable import Renderer

/// What happens to a render when something goes wrong under it.
@Suite struct RenderTroubleTests {
    let scratch: Scratch
    let out: Scratch
    var photos: Photos
    let cache: ChunkCache
    let tag = UUID().uuidString

    init() throws {
        scratch = try Scratch()
        out = try Scratch()
        photos = Photos(scratch)
        try photos.add("red", "color=red:s=320x180")
        try photos.add("test", "testsrc2=s=640x360")
        cache = ChunkCache(folder: scratch.file("cache"))
    }

    /// So many chunks of two seconds each, none like another.
    func long(_ count: Int) -> Timeline {
        Timeline(
            segments: (0..<count).map { index in
                var segment = photos.segment("test", ms: 2000, move: .zoomIn)
                segment.motion.strength = 0.1 + Double(index) / 100
                return segment
            }
        )
    }

    /// Whether two chunks of a job's video are finished. How far the job has come does not tell: the sound counts, too.
    func hasTwoChunks(of job: RenderJob) throws -> @Sendable () -> Bool {
        let plan = RenderPlan(job.timeline, settings: job.settings)
        let names = try plan.chunks.map { try $0.description.name() }
        return { [cache] in names.count(where: cache.contains) >= 2 }
    }

    func partials() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.file("cache/partial"))
    }

    @Test func aKilledWorkerIsStartedAgainAndTheVideoIsWhole() async throws {
        let killed = Once()
        let job = photos.job(long(6), cache: cache, launch: testLaunch(tag: tag))
        let result = try await job.run(to: out.file("a.mp4")) { [tag] progress in
            if progress.fraction > 0.3, killed.take() { killWorkers(tagged: tag) }
        }
        #expect(killed.isTaken)
        #expect(result.chunksEncoded == 6)
        #expect(try GrayFrames(out.file("a.mp4")).frames.count == 360)
        #expect(try partials().isEmpty)
    }

    @Test func aWorkerThatDiesTwiceFailsTheJobButNotTheFinishedChunks() async throws {
        let job = photos.job(long(6), cache: cache, launch: testLaunch(encoders: 1, tag: tag))
        let hasTwo = try hasTwoChunks(of: job)
        let error = await #expect(throws: RenderError.self) {
            _ = try await job.run(to: out.file("a.mp4")) { [tag] _ in
                if hasTwo() { killWorkers(tagged: tag) }
            }
        }
        #expect(error?.code == .workerDied)
        #expect(try out.contents().isEmpty)
        #expect(try partials().isEmpty)

        let result = try await photos.job(long(6), cache: cache).run(to: out.file("a.mp4"))
        #expect(result.chunksReused >= 2)
        #expect(result.chunksEncoded + result.chunksReused == 6)
        #expect(try GrayFrames(out.file("a.mp4")).frames.count == 360)
    }

    @Test func aCancelledJobLeavesNoFileAndGoesOnFromWhatItFinished() async throws {
        let (progressed, tell) = AsyncStream.makeStream(of: Void.self)
        let job = photos.job(long(6), cache: cache, launch: testLaunch(encoders: 1, tag: tag))
        let path = out.file("a.mp4")
        let hasTwo = try hasTwoChunks(of: job)
        let task = Task {
            try await job.run(to: path) { _ in if hasTwo() { tell.yield() } }
        }
        for await _ in progressed { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(try out.contents().isEmpty)
        #expect(try partials().isEmpty)

        let result = try await photos.job(long(6), cache: cache).run(to: path)
        #expect(result.chunksReused >= 2)
        #expect(try out.contents() == ["a.mp4"])
    }

    @Test func aMissingPhotoIsNamedBeforeAnythingIsRendered() async throws {
        let timeline = Timeline(segments: [photos.segment("red"), photos.segment("gone")])
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(timeline, cache: cache).run(to: out.file("a.mp4"))
        }
        #expect(error?.code == .missingMedium)
        #expect(error?.message.contains("gone.jpg") == true)
        #expect(try out.contents().isEmpty)
    }

    @Test func aDamagedPhotoIsNamed() async throws {
        var photos = photos
        let whole = try Data(contentsOf: URL(fileURLWithPath: scratch.file("test.jpg")))
        photos.add("cut", path: try scratch.write("cut.jpg", whole.prefix(whole.count / 3)))
        let timeline = Timeline(segments: [photos.segment("red"), photos.segment("cut", move: .zoomIn)])
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(timeline, cache: cache).run(to: out.file("a.mp4"))
        }
        #expect(error?.code == .badMedium)
        #expect(error?.message.contains("cut.jpg") == true)
        #expect(try out.contents().isEmpty)
    }

    @Test func aFolderThatIsNotThereIsNamed() async throws {
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(long(1), cache: cache).run(to: out.file("nowhere/a.mp4"))
        }
        #expect(error?.code == .notWritable)
        #expect(error?.message.contains("nowhere") == true)
    }

    @Test func aCacheThatCannotBeWrittenIsNamed() async throws {
        let cache = ChunkCache(folder: try scratch.write("file", Data()) + "/cache")
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(long(1), cache: cache).run(to: out.file("a.mp4"))
        }
        #expect(error?.code == .notWritable)
        #expect(error?.message.contains(cache.folder) == true)
        #expect(try out.contents().isEmpty)
    }

    @Test func aWorkerThatCannotBeStartedIsSaidSo() async throws {
        let launch = WorkerLaunch(executable: "/nonexistent/worker", encoders: 1)
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(long(1), cache: cache, launch: launch).run(to: out.file("a.mp4"))
        }
        #expect(error?.code == .workerDied)
        #expect(try out.contents().isEmpty)
    }

    @Test func anEmptyTimelineIsSaidSo() async throws {
        let error = await #expect(throws: RenderError.self) {
            _ = try await photos.job(Timeline(), cache: cache).run(to: out.file("a.mp4"))
        }
        #expect(error?.code == .nothingToRender)
    }
}
