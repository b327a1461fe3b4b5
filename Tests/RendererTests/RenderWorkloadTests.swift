import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

/// What a render has to do, counted before it starts.
@Suite struct RenderWorkloadTests {
    let scratch: Scratch
    var photos: Photos
    let cache: ChunkCache

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
        for name in ["red", "blue", "green"] { try photos.add(name, "color=\(name):s=640x360") }
        cache = ChunkCache(folder: scratch.file("cache"))
    }

    private func sum(_ work: RenderWorkload, _ part: KeyPath<RenderWorkload.Chunk, Int>) -> Int {
        work.chunks.reduce(0) { $0 + $1[keyPath: part] }
    }

    /// 4 s, 4 s and 2 s, the first moving, a second of crossfade between the last two, a title of 1.5 s.
    private func timeline() -> Timeline {
        var timeline = Timeline(segments: [
            photos.segment("red", ms: 4000, move: .zoomIn), photos.segment("blue", ms: 4000),
            photos.segment("green", ms: 2000, transition: Transition(.crossfade, duration: Milliseconds(1000))),
        ])
        timeline.texts = [
            TextSegment(id: "t1", text: "Red", start: Milliseconds(500), duration: Milliseconds(1500))
        ]
        timeline.music = Music(.mood(.piano, seed: 3))
        return timeline
    }

    @Test func framesAreCountedByWhatTheyTake() throws {
        let work = try photos.job(timeline(), cache: cache).workload()
        #expect(sum(work, \.frames) == 300 && work.frames == 300)
        #expect(sum(work, \.moving) == 120)
        #expect(sum(work, \.changing) == 30)
        #expect(sum(work, \.still) == 150)
        #expect(sum(work, \.playing) == 0)
        #expect(sum(work, \.titled) == 45)
        #expect(work.soundSeconds == 10)
        let megapixels = work.chunks.reduce(0) { $0 + $1.megapixels }
        #expect(abs(megapixels - 3 * 0.2304) < 1e-9, "each photo is decoded once")
    }

    @Test func whatIsFinishedCountsForNothing() async throws {
        let first = timeline()
        let whole = try photos.job(first, cache: cache).workload()
        let made = try await photos.job(first, cache: cache).run(to: scratch.file("a.mp4"))
        #expect(made.workload == whole, "what was counted before is what was done")
        let again = try photos.job(first, cache: cache).workload()
        #expect(again.chunks.isEmpty && again.soundSeconds == 0 && again.frames == 300)
        #expect(again.nominalMS < whole.nominalMS / 2, "a worker starts, and frames are joined")

        var edited = first
        edited.texts[0].text = "Blue"
        let title = try photos.job(edited, cache: cache).workload()
        #expect(sum(title, \.frames) == 45, "only the title's own frames")
        #expect(title.soundSeconds == 0)
    }

    @Test func theSoundOfAnotherShapeIsThereAlready() async throws {
        let wide = timeline()
        _ = try await photos.job(wide, cache: cache).run(to: scratch.file("wide.mp4"))
        var tall = photos.job(wide.reframed(to: .portrait), cache: cache)
        tall.settings.size = PixelSize(width: 180, height: 320)
        let result = try await tall.run(to: scratch.file("tall.mp4"))
        #expect(result.workload.soundSeconds == 0, "made once")
        #expect(result.workload.chunks.reduce(0) { $0 + $1.frames } == 300, "all pictures are made anew")
        #expect(result.width == 180 && result.height == 320 && result.durationMS == 10000)
        let sounds = try ["wide", "tall"].map { name in
            try shell("ffmpeg", ["-v", "error", "-i", scratch.file("\(name).mp4"), "-map", "0:a", "-f", "md5", "-"])
        }
        #expect(sounds[0] == sounds[1])
        let counts = try ["wide", "tall"].map { try GrayFrames(scratch.file("\($0).mp4")).frames.count }
        #expect(counts == [300, 300])
    }

    @Test func moreWorkTakesLongerAndMoreEncodersLess() throws {
        func nominal(_ change: (inout Timeline) -> Void, encoders: Int = 2) throws -> Double {
            var timeline = timeline()
            change(&timeline)
            return try photos.job(timeline, cache: cache, launch: testLaunch(encoders: encoders)).workload().nominalMS
        }
        let plain = try nominal { _ in }
        #expect(try nominal { $0.music = nil } < plain + 1)
        #expect(try nominal { $0.segments[1].motion = Motion(.zoomOut) } > plain)
        #expect(try nominal { $0.segments[2].transition = .cut } < plain)
        #expect(try nominal { $0.segments[0].duration = Milliseconds(8000) } > plain)
        #expect(try nominal({ _ in }, encoders: 1) > plain)
        #expect(try nominal({ _ in }, encoders: 4) < plain)
    }

    @Test func theKindIsTheEncoderAndThePixelsOfAFrameNotItsShape() throws {
        func kind(_ quality: Quality, _ aspect: Aspect, encoders: Int = 2) throws -> String {
            try RenderJob(
                timeline: timeline().reframed(to: aspect),
                settings: RenderSettings(quality: quality),
                media: { _ in nil },
                cache: cache,
                launch: testLaunch(encoders: encoders)
            ).workload().kind
        }
        #expect(try kind(.high, .landscape) == kind(.high, .portrait))
        #expect(try kind(.high, .landscape) != kind(.high, .square))
        #expect(try kind(.high, .landscape) != kind(.best, .landscape))
        #expect(try kind(.high, .landscape) != kind(.draft, .landscape))
        #expect(try kind(.high, .landscape) != kind(.high, .landscape, encoders: 1))
    }
}
