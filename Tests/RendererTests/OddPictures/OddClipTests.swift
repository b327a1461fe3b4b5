import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

/// However a clip is stored, an export shows its picture upright for all its time, and plays its sound.
@Suite struct OddClipTests {
    struct OddClip: Sendable, CustomStringConvertible {
        var name: String
        var rate = "30"
        /// Of the picture and of the sound, in seconds.
        var picture = 0.8
        var sound: Double?
        /// A quarter turn or more, as phones write it.
        var turn = 0

        var description: String { name }
    }

    static let clips = [
        OddClip(name: "single.mp4", picture: 0.04), OddClip(name: "without sound.mp4"),
        OddClip(name: "long sound.mp4", picture: 0.5, sound: 1.4), OddClip(name: "short sound.mp4", sound: 0.3),
        OddClip(name: "fifty.mp4", rate: "50", sound: 0.8), OddClip(name: "ntsc.mov", rate: "60000/1001", sound: 0.8),
        OddClip(name: "right.mp4", turn: 90), OddClip(name: "over.mov", turn: 180),
        OddClip(name: "left.mp4", turn: 270),
    ]

    let scratch: Scratch
    let prober = MediaProber(launch: testLaunch())

    init() throws {
        scratch = try Scratch()
    }

    private func make(_ clip: OddClip) throws {
        let tools = PictureTools(scratch: scratch)
        try tools.quarters("quarters.ppm")
        let path = scratch.file(clip.name)
        var arguments = [
            "-y", "-loop", "1", "-r", clip.rate, "-t", "\(clip.picture)", "-i", scratch.file("quarters.ppm"),
        ]
        if let sound = clip.sound { arguments += ["-f", "lavfi", "-i", "sine=440:d=\(sound)"] }
        arguments += ["-pix_fmt", "yuv420p", "-vf", "scale=out_color_matrix=bt709", "-colorspace", "bt709", "-qp", "8"]
        try shell("ffmpeg", arguments + [clip.turn == 0 ? path : scratch.file("flat.mp4")])
        guard clip.turn != 0 else { return }
        let turn = ["-c", "copy", "-metadata:s:v", "rotate=\(clip.turn)"]
        try shell("ffmpeg", ["-y", "-i", scratch.file("flat.mp4")] + turn + [path])
    }

    @Test(arguments: clips) func anExportShowsAndPlaysIt(clip: OddClip) async throws {
        try make(clip)
        let path = scratch.file(clip.name)
        let item = try await prober.probe(path: path, name: clip.name)
        #expect(item.kind == .clip)
        #expect(item.hasSound == (clip.sound != nil))
        let size = try #require(item.size)
        let isUpright = clip.turn % 180 != 0
        #expect(size == (isUpright ? PixelSize(width: 96, height: 160) : PixelSize(width: 160, height: 96)))
        let length = max(clip.picture, clip.sound ?? 0)
        let duration = try #require(item.duration)
        #expect(abs(duration.seconds - length) < 0.07, "\(duration.seconds) s")

        var photos = Photos(scratch)
        photos.add(item.id, path: path)
        var segment = photos.segment(item.id, ms: max(duration.rawValue, 300), size: size)
        segment.kind = item.kind
        segment.name = item.name
        segment.fit = .fill
        var job = photos.job(Timeline(segments: [segment]), cache: ChunkCache(folder: scratch.file("cache")))
        job.settings.size = PixelSize(width: 128, height: 128)
        _ = try await job.run(to: scratch.file("out.mp4"))

        // Another program's word for what is upright.
        let upright = try #require(corners(of: path).first)
        if clip.turn != 0 { #expect(!upright.isNear(.usual, within: 20)) }
        let frames = try corners(of: scratch.file("out.mp4"))
        #expect(frames.count == (segment.duration.rawValue * 30 + 500) / 1000)
        for (index, frame) in frames.enumerated() {
            #expect(frame.isNear(upright, within: 10), "frame \(index) shows \(frame) for \(upright)")
        }
        try checkSound(clip, seconds: Double(frames.count) / 30)
    }

    /// It is heard as long as it lasts, and nothing is heard after it.
    private func checkSound(_ clip: OddClip, seconds: Double) throws {
        let arguments = ["-i", scratch.file("out.mp4"), "-ac", "1", "-ar", "48000", "-f", "f32le", "-"]
        let samples = try shell("ffmpeg", arguments).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        func loudest(_ from: Double, _ to: Double) -> Float {
            let (start, end) = (Int(max(from, 0) * 48_000), min(Int(to * 48_000), samples.count))
            return start < end ? samples[start..<end].reduce(0) { max($0, abs($1)) } : 0
        }
        let heard = clip.sound ?? 0
        if heard > 0 { #expect(loudest(heard - 0.25, heard - 0.15) > 0.02, "\(clip) is heard to its end") }
        #expect(loudest(heard + 0.1, seconds) < 0.005, "nothing is heard after \(clip)")
    }

    /// Red for half a second, then blue.
    @Test(arguments: ["gif", "webp"]) func anAnimationPlays(type: String) async throws {
        let name = "two.\(type)"
        let source = "color=0xBE5046:s=64x64:r=10:d=1,drawbox=t=fill:c=0x465AAA:enable='gte(t,0.5)'"
        let coder = type == "webp" ? ["-c:v", "libwebp_anim", "-lossless", "1"] : []
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", source] + coder + ["-loop", "0", scratch.file(name)])
        let item = try await prober.probe(path: scratch.file(name), name: name)
        #expect(item.kind == .animation)
        #expect(item.duration == Milliseconds(1000))
        var photos = Photos(scratch)
        photos.add(item.id, path: scratch.file(name))
        var segment = photos.segment(item.id, ms: 1000, size: try #require(item.size))
        segment.kind = item.kind
        var job = photos.job(Timeline(segments: [segment]), cache: ChunkCache(folder: scratch.file("cache")))
        job.settings.size = PixelSize(width: 128, height: 128)
        _ = try await job.run(to: scratch.file("out.mp4"))
        let frames = try corners(of: scratch.file("out.mp4"))
        #expect(frames.count == 30)
        for (index, frame) in frames.enumerated() where abs(index - 15) > 2 {
            let color = index < 15 ? RGBColor(190, 80, 70) : RGBColor(70, 90, 170)
            for corner in frame.colors { #expect(corner.isNear(color, within: 12), "frame \(index): \(corner)") }
        }
    }
}
