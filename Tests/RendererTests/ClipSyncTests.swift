import Foundation
import TestKit
import Testing
import Timeline

@testable import Renderer

/// A clip that flashes and beeps at the same moments, and when both are seen and heard in an exported video.
struct FlashClip: Sendable {
    /// Pictures a second before some of them are dropped.
    var rate: Double
    /// Which of them are kept besides those at which a flash begins: a condition over their numbers n for ffmpeg.
    var kept = "1"
    /// How far pictures are from their places, in seconds, by their numbers.
    var shake: @Sendable (Int) -> Double = { _ in 0 }
    /// The same for ffmpeg.
    var shakeWords = "0"
    /// How much later than the pictures the sound's own clock begins, in seconds.
    var soundOffset = 0.0
    var options = ["-c:a", "aac"]

    static let seconds = 4.0

    /// The numbers of the pictures at which flashes begin.
    var flashes: [Int] { [0.5, 1.7, 2.9].map { Int(($0 * rate).rounded(.up)) } }

    func write(_ path: String) throws {
        let bright = flashes.map { "between(N,\($0),\($0 + max(1, Int(rate * 0.1))))" }.joined(separator: "+")
        // The first picture stays: without it ffmpeg would take the next one for the beginning of the pictures alone.
        let chosen = "\(kept)+eq(n,0)+" + flashes.map { "eq(n,\($0))" }.joined(separator: "+")
        let times = flashes.map { Double($0) / rate + shake($0) - soundOffset }
        let beeps = times.map { "between(t,\($0),\($0 + 0.1))" }.joined(separator: "+")
        let picture =
            "color=black:s=128x72:r=\(rate):d=\(Self.seconds),geq=lum='16+219*min(1,\(bright))':cb=128:cr=128,"
            + "settb=1/24000,setpts='PTS+(\(shakeWords))/TB',select='\(chosen)'"
        try shell(
            "ffmpeg",
            [
                "-y", "-f", "lavfi", "-i", picture, "-itsoffset", "\(soundOffset)", "-f", "lavfi", "-i",
                "aevalsrc='0.8*sin(2*PI*1000*t)*min(1,\(beeps))':s=44100:d=\(Self.seconds - soundOffset)", "-vsync",
                "vfr", "-pix_fmt", "yuv420p",
            ] + (shakeWords == "0" ? [] : ["-enc_time_base", "1:24000"]) + options + [path]
        )
    }

    /// When flashes begin in a video, in seconds.
    static func flashes(in path: String) throws -> [Double] {
        let video = try GrayFrames(path, width: 16, height: 9)
        let isBright = video.frames.indices.map { video.mean($0) > 110 }
        return isBright.indices.dropFirst().filter { isBright[$0] && !isBright[$0 - 1] }.map { Double($0) / 30 }
    }

    /// When beeps begin, in seconds.
    static func beeps(in path: String) throws -> [Double] {
        let samples = try samples(of: path)
        var beeps: [Double] = []
        var last = -48_000
        for index in samples.indices where abs(samples[index]) > 0.15 {
            if index - last > 9600 { beeps.append(Double(index) / 48_000) }
            last = index
        }
        return beeps
    }

    static func samples(of path: String) throws -> [Float] {
        let data = try shell("ffmpeg", ["-i", path, "-map", "a:0", "-ac", "1", "-ar", "48000", "-f", "f32le", "-"])
        return data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    }
}

@Suite("Clips in sync") struct ClipSyncTests {
    let scratch: Scratch
    var photos: Photos

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
        try photos.add("black", "color=black:s=128x72")
    }

    /// - Parameter trim: Where the clip begins in its file, in ms.
    static let clips: [(name: String, trim: Int, clip: FlashClip)] = [
        ("1.mp4", 0, FlashClip(rate: 30)),
        ("2.mp4", 433, FlashClip(rate: 60_000 / 1001)),
        ("3.mov", 433, FlashClip(rate: 24_000 / 1001, soundOffset: 0.13)),
        // Two of three pictures are missing.
        ("4.mp4", 433, FlashClip(rate: 50, kept: "not(mod(n,3))")),
        // Pictures far apart, as screen recorders write them.
        ("5.mkv", 0, FlashClip(rate: 240, kept: "not(mod(n,97))")),
        // A phone's own clock.
        (
            "6.mp4", 433,
            FlashClip(
                rate: 30,
                kept: "gt(mod(n,7),1)",
                shake: { Double($0 * 7 % 5) * 0.004 },
                shakeWords: "mod(N*7,5)*0.004"
            )
        ),
        ("7.webm", 0, FlashClip(rate: 25, options: ["-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"])),
        ("8.avi", 433, FlashClip(rate: 25, options: ["-c:v", "mpeg4", "-q:v", "2", "-c:a", "pcm_s16le"])),
    ]

    @Test("A flash is seen within 20 ms of its beep", arguments: 0..<8)
    func flashAndBeep(number: Int) async throws {
        let (name, trim, clip) = Self.clips[number]
        var photos = photos
        try clip.write(scratch.file(name))
        photos.add("clip", path: scratch.file(name))
        var segment = photos.segment("clip", ms: 3500 - trim, transition: Transition(.crossfade))
        segment.kind = .clip
        segment.sourceStart = Milliseconds(trim)
        let timeline = Timeline(segments: [photos.segment("black", ms: 1000), segment])
        let path = scratch.file("out.mp4")
        _ = try await photos.job(timeline, cache: ChunkCache(folder: scratch.file("cache"))).run(to: path)
        let (flashes, beeps) = (try FlashClip.flashes(in: path), try FlashClip.beeps(in: path))
        #expect(flashes.count == 3 && beeps.count == 3, "\(name): \(flashes) \(beeps)")
        for (flash, beep) in zip(flashes, beeps) {
            #expect(abs(flash - beep) <= 0.020, "\(name): flash at \(flash), beep at \(beep)")
        }
        // And both come when the clip says so; Matroska's own times are those of its first sample, coder's silence
        // included.
        let expected = clip.flashes.map { 1 + Double($0) / clip.rate + clip.shake($0) - Double(trim) / 1000 }
        let tolerance = [".mkv", ".webm"].contains { name.hasSuffix($0) } ? 0.025 : 0.006
        for (beep, time) in zip(beeps, expected) {
            #expect(abs(beep - time) < tolerance, "\(name): \(beep), not \(time)")
        }
    }
}
