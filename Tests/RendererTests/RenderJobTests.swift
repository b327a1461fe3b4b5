import Foundation
import Testing
import Timeline

@testable import Renderer

@Suite struct RenderJobTests {
    let scratch: Scratch
    let out: Scratch
    var photos: Photos
    let cache: ChunkCache

    init() throws {
        scratch = try Scratch()
        out = try Scratch()
        photos = Photos(scratch)
        try photos.add("red", "color=red:s=640x360")
        try photos.add("white", "color=white:s=640x360")
        try photos.add("black", "color=black:s=640x360")
        try photos.add("test", "testsrc2=s=1280x720")
        try photos.add("mandel", "mandelbrot=s=1280x720")
        cache = ChunkCache(folder: scratch.file("cache"))
    }

    func big(_ id: MediaID, ms: Int = 1500, move: Move, transition: Transition = .cut) -> Segment {
        photos.segment(id, ms: ms, size: PixelSize(width: 1280, height: 720), transition: transition, move: move)
    }

    @Test func theVideoIsAsLongAsItsTimeline() async throws {
        var timeline = Timeline(segments: [
            photos.segment("red", ms: 1234), photos.segment("white", ms: 777, transition: Transition(.crossfade)),
            photos.segment("black", ms: 2050, transition: Transition(.slide)),
        ])
        timeline.music = Music(.mood(.piano, seed: 3))
        let path = out.file("a.mp4")
        let result = try await photos.job(timeline, cache: cache).run(to: path)
        #expect(result.durationMS == 4067)
        #expect(abs(result.durationMS - timeline.duration.rawValue) <= 50)
        #expect(result.width == 320 && result.height == 180)
        #expect(try GrayFrames(path).frames.count == 122)

        let probe = try shell(
            "ffprobe",
            ["-v", "error", "-show_entries", "stream=codec_name,duration", "-of", "csv=p=0", path]
        )
        let streams = String(decoding: probe, as: UTF8.self).split(separator: "\n").map { $0.split(separator: ",") }
        let durations = streams.compactMap { $0.last.flatMap { Double($0) } }
        #expect(streams.map(\.first) == ["h264", "aac"])
        #expect(durations.allSatisfy { abs($0 - 122.0 / 30) < 0.025 })
        #expect(try out.contents() == ["a.mp4"])
    }

    @Test func everyMoveMovesInEveryFrame() async throws {
        let moves = Move.allCases.filter { $0 != .none }
        let path = out.file("a.mp4")
        var timeline = Timeline(segments: moves.map { big("test", ms: 600, move: $0) })
        // In so short a time even a strong move goes a short way.
        for index in timeline.segments.indices { timeline.segments[index].motion.strength = 0.5 }
        _ = try await photos.job(timeline, cache: cache).run(to: path)
        let video = try GrayFrames(path)
        #expect(video.frames.count == 18 * moves.count)
        for index in 1..<video.frames.count {
            #expect(video.difference(index - 1, index) > 0.1, "frame \(index)")
        }
    }

    @Test func theMiddleOfACrossfadeIsAMixOfItsNeighbours() async throws {
        let path = out.file("a.mp4")
        let timeline = Timeline(segments: [
            photos.segment("black"), photos.segment("white", transition: Transition(.crossfade)),
        ])
        _ = try await photos.job(timeline, cache: cache).run(to: path)
        let video = try GrayFrames(path)
        let (black, white) = (video.mean(2), video.mean(57))
        #expect(white - black > 200)
        #expect(abs((video.mean(29) + video.mean(30)) / 2 - (black + white) / 2) < 3)
        for index in 1..<60 { #expect(video.mean(index) >= video.mean(index - 1) - 1) }
    }

    @Test(arguments: [TransitionStyle.fadeThroughBlack, .slide, .wipe])
    func otherTransitionsLeadFromOneToTheOther(style: TransitionStyle) async throws {
        let path = out.file("a.mp4")
        let timeline = Timeline(segments: [
            photos.segment("red"), photos.segment("white", transition: Transition(style)),
        ])
        _ = try await photos.job(timeline, cache: cache).run(to: path)
        let video = try GrayFrames(path)
        #expect(video.frames.count == 60)
        #expect(abs(video.mean(14) - video.mean(2)) < 3)
        #expect(video.mean(46) > 225)
        if style == .fadeThroughBlack {
            #expect(video.mean(29) < 30)
        } else {
            // A moving edge: some of the frame is still as before, some is as after.
            let middle = video.frames[30]
            let red = video.mean(2)
            let before = middle.count { abs(Double($0) - red) < 6 }
            let after = middle.count { $0 > 225 }
            #expect(before > middle.count / 4 && after > middle.count / 4)
        }
    }

    @Test func aTitleIsSeenAtItsTimeAndAsTyped() async throws {
        let path = out.file("a.mp4")
        var timeline = Timeline(segments: [photos.segment("black", ms: 3000)])
        timeline.texts = [
            TextSegment(
                id: "t",
                text: "<b>Tom & \"Jerry\"</b> 你好 🎉",
                start: Milliseconds(1000),
                duration: Milliseconds(1000)
            )
        ]
        _ = try await photos.job(timeline, cache: cache).run(to: path)
        let video = try GrayFrames(path)
        func bright(_ index: Int) -> Int { video.frames[index].count { $0 > 150 } }
        #expect(bright(25) == 0)
        #expect(bright(45) > 60)
        #expect(bright(33) < bright(45))
        #expect(bright(62) == 0)
    }

    @Test func oneEncoderAndTwoMakeTheSameBytes() async throws {
        var timeline = Timeline(segments: [
            big("test", move: .zoomIn), big("mandel", move: .panLeft, transition: Transition(.crossfade)),
            big("test", move: .panUp, transition: Transition(.wipe)),
        ])
        timeline.music = Music(.mood(.lofi, seed: 1))
        timeline.texts = [TextSegment(id: "t", text: "Summer", start: Milliseconds(700), duration: Milliseconds(1500))]
        let caches = (1...2).map { ChunkCache(folder: scratch.file("cache-\($0)")) }
        for encoders in 1...2 {
            let job = photos.job(timeline, cache: caches[encoders - 1], launch: testLaunch(encoders: encoders))
            _ = try await job.run(to: out.file("\(encoders).mp4"))
        }
        let bytes = try (1...2).map { try Data(contentsOf: URL(fileURLWithPath: out.file("\($0).mp4"))) }
        #expect(bytes[0] == bytes[1])
    }

    @Test func aSecondRenderTakesEverythingFromTheCache() async throws {
        let timeline = Timeline(segments: [big("test", move: .zoomIn), big("mandel", move: .panLeft)])
        let first = try await photos.job(timeline, cache: cache).run(to: out.file("1.mp4"))
        let second = try await photos.job(timeline, cache: cache).run(to: out.file("2.mp4"))
        #expect(first.chunksEncoded == 2 && first.chunksReused == 0)
        #expect(second.chunksEncoded == 0 && second.chunksReused == 2)
        let bytes = try (1...2).map { try Data(contentsOf: URL(fileURLWithPath: out.file("\($0).mp4"))) }
        #expect(bytes[0] == bytes[1])
    }

    @Test func aDamagedChunkIsMadeAnew() async throws {
        let timeline = Timeline(segments: [big("test", move: .zoomIn), big("mandel", move: .panLeft)])
        _ = try await photos.job(timeline, cache: cache).run(to: out.file("1.mp4"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: scratch.file("cache"))
        let largest = try #require(
            files.map { scratch.file("cache/\($0)") }.max { size(of: $0) < size(of: $1) }
        )
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: largest))
        try handle.seek(toOffset: 1000)
        try handle.write(contentsOf: Data([1, 2, 3, 4]))
        try handle.close()
        let second = try await photos.job(timeline, cache: cache).run(to: out.file("2.mp4"))
        #expect(second.chunksEncoded == 1 && second.chunksReused == 1)
        let bytes = try (1...2).map { try Data(contentsOf: URL(fileURLWithPath: out.file("\($0).mp4"))) }
        #expect(bytes[0] == bytes[1])
    }

    func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular ? attributes?[.size] as? Int ?? 0 : 0
    }

    @Test func progressGrowsToOne() async throws {
        let told = Told()
        let timeline = Timeline(segments: [big("test", move: .zoomIn), big("mandel", move: .panLeft)])
        _ = try await photos.job(timeline, cache: cache).run(to: out.file("a.mp4")) { told.add($0) }
        let fractions = told.all.map(\.fraction)
        #expect(fractions == fractions.sorted())
        #expect(fractions.first == 0 && fractions.last == 1)
        #expect(told.all.contains { ($0.etaMS ?? 0) > 0 })
    }
}
