import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

@Suite("The first chunks of a new worker") struct FirstChunksTests {
    /// libvips reads both: it is started for the one, and the other comes to it at about the same time. Often enough
    /// that a clash is seen.
    @Test("An animation and a photo that begin at once are both drawn, every time")
    func animationBesidePhoto() async throws {
        let scratch = try Scratch()
        var photos = Photos(scratch)
        try photos.add("photo", "testsrc2=s=36x64")
        let path = scratch.file("animation.gif")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=36x64:r=10:d=0.4", path])
        photos.add("animation", path: path)

        var segments = ["photo", "animation"].map {
            photos.segment($0, ms: 300, size: PixelSize(width: 36, height: 64))
        }
        segments[1].kind = .animation
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
