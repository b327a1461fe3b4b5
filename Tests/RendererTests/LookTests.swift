import Foundation
import Testing
import Timeline

@testable import Renderer

@Suite struct LookTests {
    let scratch: Scratch
    let out: Scratch
    var photos: Photos
    let cache: ChunkCache

    init() throws {
        scratch = try Scratch()
        out = try Scratch()
        photos = Photos(scratch)
        try photos.add("black", "color=black:s=640x360")
        try photos.add("white", "color=white:s=640x360")
        cache = ChunkCache(folder: scratch.file("cache"))
    }

    func video(_ segments: [Segment], name: String = "a.mp4") async throws -> GrayFrames {
        _ = try await photos.job(Timeline(segments: segments), cache: cache).run(to: out.file(name))
        return try GrayFrames(out.file(name))
    }

    @Test func aPhotoIsSeenInItsColours() async throws {
        var bright = photos.segment("black", ms: 400)
        bright.look = Look(nil, [.brightness: 100])
        let frames = try await video([bright, photos.segment("white", ms: 400)])
        #expect(abs(frames.mean(5) - 0.4 * 255) < 4)
        #expect(frames.mean(18) > 250)
    }

    @Test func aClipIsSeenInItsColours() async throws {
        var photos = photos
        let path = scratch.file("gray.mp4")
        try shell("ffmpeg", ["-f", "lavfi", "-i", "color=black:s=320x180:d=1:r=30", path])
        photos.add("clip", path: path)
        var clip = photos.segment("clip", ms: 500)
        clip.kind = .clip
        clip.look = Look(nil, [.brightness: 100])
        _ = try await photos.job(Timeline(segments: [clip]), cache: cache).run(to: out.file("a.mp4"))
        #expect(abs(try GrayFrames(out.file("a.mp4")).mean(7) - 0.4 * 255) < 4)
    }

    /// The corners stay dark and the middle bright, however the camera moves.
    @Test func aVignetteBelongsToTheFrame() async throws {
        var photo = photos.segment("white", ms: 1000, move: .zoomIn)
        photo.look = Look(nil, [.vignette: 100])
        let video = try await video([photo])
        for frame in [video.frames[1], video.frames[28]] {
            #expect(frame[0] < 90)
            #expect(frame[67 * 240 + 120] > 250)
        }
        #expect(video.difference(1, 28) < 0.5)
    }

    @Test func thePersonsOwnTableIsUsedAndAsksForItsFile() async throws {
        var photos = photos
        // Black becomes white and white black.
        let table = "LUT_3D_SIZE 2\n1 1 1\n0 1 1\n1 0 1\n0 0 1\n1 1 0\n0 1 0\n1 0 0\n0 0 0\n"
        photos.add("table", path: try scratch.write("negative.cube", Data(table.utf8)))
        var photo = photos.segment("white", ms: 400)
        photo.look.table = Look.Table(media: "table", name: "negative.cube")
        _ = try await photos.job(Timeline(segments: [photo]), cache: cache).run(to: out.file("a.mp4"))
        #expect(try GrayFrames(out.file("a.mp4")).mean(5) < 5)

        photos.add("table", path: scratch.file("gone.cube"))
        let job = photos.job(Timeline(segments: [photo]), cache: cache)
        await #expect { _ = try await job.run(to: out.file("b.mp4")) } throws: { error in
            (error as? RenderError)?.message.contains("negative.cube") == true
        }
    }

    @Test func aTableThatIsNoneIsNamed() async throws {
        var photos = photos
        photos.add("table", path: try scratch.write("notes.txt", Data("hello".utf8)))
        var photo = photos.segment("white", ms: 400)
        photo.look.table = Look.Table(media: "table", name: "notes.cube")
        let job = photos.job(Timeline(segments: [photo]), cache: cache)
        await #expect { _ = try await job.run(to: out.file("a.mp4")) } throws: { error in
            (error as? RenderError)?.message.contains("notes.cube") == true
        }
    }

    @Test func onlyThePhotoWhoseLookChangedIsEncodedAgain() throws {
        let segments = ["a", "b", "c"].map { RenderPlanTests.photo($0, transition: .cut) }
        func names(_ change: (inout [Segment]) -> Void) throws -> [String] {
            var changed = segments
            change(&changed)
            let plan = RenderPlan(Timeline(segments: changed), settings: RenderPlanTests.settings)
            return try plan.chunks.map { try $0.description.name() }
        }
        let before = try names { _ in }
        let after = try names { $0[1].look = Look(.sepia) }
        #expect(zip(before, after).map { $0 == $1 } == [true, false, true])
        // What a table is called changes no pixel.
        let mine = try names { $0[1].look.table = Look.Table(media: "t", name: "mine.cube") }
        #expect(try names { $0[1].look.table = Look.Table(media: "t", name: "yours.cube") } == mine)
        #expect(mine != before)
    }
}
