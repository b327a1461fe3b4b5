import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

@Suite("The first chunks of a new worker") struct FirstChunksTests {
    /// Both on a blurred copy of themselves, which libvips makes: for the photo it is started, and the clip, which is
    /// decoded without it, comes to it at about the same time. Often enough that a clash is seen.
    @Test("A clip and a photo that begin at once are both drawn, every time")
    func clipBesidePhoto() async throws {
        let scratch = try Scratch()
        var photos = Photos(scratch)
        try photos.add("photo", "testsrc2=s=36x64")
        let path = scratch.file("clip.mp4")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=36x64:r=30:d=0.4", "-pix_fmt", "yuv420p", path])
        photos.add("clip", path: path)

        var segments = ["photo", "clip"].map {
            photos.segment($0, ms: 300, size: PixelSize(width: 36, height: 64))
        }
        segments[1].kind = .clip
        for round in 0..<20 {
            var job = photos.job(
                Timeline(segments: segments),
                cache: ChunkCache(folder: scratch.file("\(round)"))
            )
            job.settings.size = PixelSize(width: 96, height: 54)
            let result = try await job.run(to: scratch.file("\(round).mp4"))
            #expect(result.chunksEncoded == 2, "round \(round)")
        }
    }
}
