import Crypto
import Foundation
import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

/// A render that is stopped at any moment leaves nothing half done, and the next one makes of what it left the same
/// bytes as one that nobody disturbed.
///
/// Three moments of each kind; KINORA_SOAK is another number.
@Suite struct StoppedRenderTests {
    private static let seeds = 0..<(ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 3)

    let scratch: Scratch
    let tag = UUID().uuidString
    var photos: Photos

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
        try photos.add("test", "testsrc2=s=320x180")
        try photos.add("mandel", "mandelbrot=s=320x180")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "sine=440:d=3", scratch.file("song.wav")])
        photos.add("song", path: scratch.file("song.wav"))
    }

    /// Five chunks and a song.
    private var timeline: Timeline {
        var timeline = Timeline(
            segments: (0..<4).map { index in
                photos.segment(
                    index % 2 == 0 ? "test" : "mandel",
                    ms: 600,
                    size: PixelSize(width: 320, height: 180),
                    transition: index == 2 ? Transition(.crossfade, duration: Milliseconds(400)) : .cut,
                    move: [.zoomIn, .panLeft, .zoomOut, .panUp][index]
                )
            }
        )
        timeline.music = Music(.song(media: "song", name: "song.wav"))
        return timeline
    }

    /// A place of its own for each moment: a cache and a folder for the video.
    private struct Place {
        let cache: String
        let folder: String
        var output: String { folder + "/summer.mp4" }

        init(_ path: String) throws {
            cache = path + "/cache"
            folder = path + "/out"
            for path in [cache, folder] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
        }

        var video: Data? { FileManager.default.contents(atPath: output) }
        var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
        var partials: [String] { (try? FileManager.default.contentsOfDirectory(atPath: cache + "/partial")) ?? [] }

        /// The files of the cache that have a name there.
        var kept: [String] {
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: cache)) ?? []
            return paths.filter { $0.contains("/") && !$0.hasPrefix("partial/") }.map { "\(cache)/\($0)" }
        }
    }

    private func job(_ place: Place) -> RenderJob {
        var job = photos.job(timeline, cache: ChunkCache(folder: place.cache), launch: testLaunch(tag: tag))
        job.settings.size = PixelSize(width: 160, height: 90)
        return job
    }

    private func place(_ name: String) throws -> Place { try Place(scratch.file(name)) }

    /// The video as it is when nobody disturbs, and how often each stage is reached on the way.
    private func undisturbed() async throws -> (video: Data, counts: [RenderStage: Int]) {
        let place = try place("undisturbed")
        let watch = try RenderWatch(cache: place.cache, output: place.output, isWhole: { _ in true })
        _ = try await job(place).run(to: place.output)
        watch.finish()
        let video = try #require(place.video)
        var counts = watch.counts
        // One is begun and not kept: what the sound flows through, which loses its name at once.
        #expect(counts[.begun] == 7 && counts[.kept] == 6, "\(counts)")
        // However fast it is written, each file grows at least once; how often that is told is chance.
        counts[.growing] = counts[.kept]
        counts[.joining] = 1
        return (video, counts)
    }

    /// What must be true of what a stopped render leaves, and of the next one.
    private func checkResuming(_ place: Place, _ video: Data, _ random: inout Random, _ moment: String) async throws {
        #expect(place.partials.isEmpty, "\(moment): \(place.partials)")
        #expect(Set(place.names).isSubset(of: ["summer.mp4"]), "\(moment): \(place.names)")
        if let seen = place.video { #expect(seen == video, "\(moment)") }
        let kept = place.kept
        for path in kept {
            let digest = SHA256.hash(data: try Data(contentsOf: URL(fileURLWithPath: path)))
            let hex = digest.map { String(format: "%02x", $0) }.joined()
            #expect(path.hasSuffix(".\(hex)"), "\(moment): \(path) is not what its name says")
        }
        // Half the time the disk, too, has done harm meanwhile.
        let harmed = random.isTrue() && !kept.isEmpty ? random.pick(kept.sorted()) : nil
        if let harmed { try harm(harmed, &random) }

        let watch = try RenderWatch(cache: place.cache, output: place.output, isWhole: { $0 == video })
        _ = try await job(place).run(to: place.output)
        watch.finish()
        #expect(watch.wrong.isEmpty, "\(moment): \(watch.wrong)")
        let made = 6 - kept.count + (harmed == nil ? 0 : 1)
        #expect(watch.counts[.kept, default: 0] == made, "\(moment): only what is missing is made")
        #expect(place.video == video, "\(moment): the bytes are those of an undisturbed render")
        #expect(place.partials.isEmpty && place.names == ["summer.mp4"], "\(moment)")
    }

    private func harm(_ path: String, _ random: inout Random) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = random.number(0...bytes.count - 1)
        if random.isTrue() { bytes.removeSubrange(place...) } else { bytes[place] ^= 0x20 }
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    // MARK: - Kill, cancel

    @Test(.timeLimit(.minutes(10))) func killedWorkers() async throws {
        let (video, counts) = try await undisturbed()
        for seed in Self.seeds {
            var random = Random(seed: UInt64(seed))
            let place = try place("killed \(seed)")
            let moment = RenderMoment(counts, using: &random)
            let watch = try RenderWatch(
                cache: place.cache,
                output: place.output,
                isWhole: { $0 == video },
                moment: moment,
                action: { [tag] in killWorkers(tagged: tag) }
            )
            // One death is made good in the same run.
            await #expect(throws: Never.self, "\(moment)") { _ = try await job(place).run(to: place.output) }
            watch.finish()
            #expect(watch.hasActed, "\(moment)")
            #expect(watch.wrong.isEmpty, "\(moment): \(watch.wrong)")
            #expect(place.video == video, "\(moment)")
            try await checkResuming(place, video, &random, "\(moment)")
        }
    }

    @Test(.timeLimit(.minutes(10))) func workersThatAreKilledAgainAndAgain() async throws {
        let (video, counts) = try await undisturbed()
        for seed in Self.seeds {
            var random = Random(seed: UInt64(1000 + seed))
            let place = try place("killed again \(seed)")
            var moment = RenderMoment(counts, using: &random)
            // Later there may be nobody left to kill.
            moment.stage = random.pick([.begun, .growing])
            moment.count = random.number(1...5)
            let isOver = Event()
            let watch = try RenderWatch(
                cache: place.cache,
                output: place.output,
                isWhole: { $0 == video },
                moment: moment,
                action: { [tag] in
                    Thread {
                        while !isOver.value {
                            killWorkers(tagged: tag)
                            usleep(2000)
                        }
                    }.start()
                }
            )
            let error = await #expect(throws: RenderError.self, "\(moment)") {
                _ = try await job(place).run(to: place.output)
            }
            isOver.set()
            watch.finish()
            #expect(error?.code == .workerDied, "\(moment): \(String(describing: error))")
            #expect(watch.wrong.isEmpty && place.video == nil, "\(moment): \(watch.wrong)")
            try await checkResuming(place, video, &random, "\(moment)")
        }
    }

    @Test(.timeLimit(.minutes(10))) func cancelledRenders() async throws {
        let (video, counts) = try await undisturbed()
        for seed in Self.seeds {
            var random = Random(seed: UInt64(2000 + seed))
            let place = try place("cancelled \(seed)")
            let moment = RenderMoment(counts, using: &random)
            let (came, tell) = AsyncStream.makeStream(of: Void.self)
            let watch = try RenderWatch(
                cache: place.cache,
                output: place.output,
                isWhole: { $0 == video },
                moment: moment,
                action: { tell.finish() }
            )
            let job = job(place)
            let render = Task {
                defer { tell.finish() }
                return try await job.run(to: place.output)
            }
            for await _ in came {}
            render.cancel()
            let result = await render.result
            watch.finish()
            #expect(watch.hasActed, "\(moment)")
            #expect(watch.wrong.isEmpty, "\(moment): \(watch.wrong)")
            switch result {
            case .success: #expect(place.video == video, "\(moment)")
            case .failure(let error):
                #expect(error is CancellationError, "\(moment): \(error)")
                #expect(place.video == nil, "\(moment)")
            }
            try await checkResuming(place, video, &random, "\(moment)")
        }
    }

    // MARK: - Full disks

    /// A small file system of its own stands for the disk. Where none can be mounted, the encoders' and muxer's own
    /// tests of a full device stand alone.
    @Test(.timeLimit(.minutes(10)), arguments: ["cache", "out"])
    func fullDisks(folder: String) async throws {
        let (video, _) = try await undisturbed()
        let whole = try place("undisturbed")
        let sizes = whole.kept.map { (try? Data(contentsOf: URL(fileURLWithPath: $0)).count) ?? 0 }
        let needed = folder == "cache" ? sizes.reduce(0, +) : video.count
        for seed in Self.seeds {
            var random = Random(seed: UInt64(3000 + seed))
            let place = try place("full \(folder) \(seed)")
            let disk = "\(scratch.file("full \(folder) \(seed)"))/\(folder)"
            // In pages, of which folders and the file system itself take a few.
            let pages = random.number(3...max(3, needed / 4096))
            guard (try? shell("mount", ["-t", "tmpfs", "-o", "size=\(pages * 4)k", "tmpfs", disk])) != nil else {
                return
            }
            defer { _ = try? shell("umount", ["-l", disk]) }
            let watch = try RenderWatch(cache: place.cache, output: place.output, isWhole: { $0 == video })
            let error = await #expect(throws: RenderError.self, "\(pages) pages") {
                _ = try await job(place).run(to: place.output)
            }
            watch.finish()
            #expect(error?.code == .diskFull, "\(pages) pages: \(String(describing: error))")
            #expect(error?.message.contains(disk) == true, "\(error?.message ?? "")")
            #expect(watch.wrong.isEmpty && place.video == nil, "\(pages) pages: \(watch.wrong)")
            try shell("mount", ["-o", "remount,size=64m", disk])
            try await checkResuming(place, video, &random, "\(pages) pages of \(folder)")
        }
    }
}
