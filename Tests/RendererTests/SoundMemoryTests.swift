import Foundation
import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

/// Two minutes of sound; KINORA_SOAK is another number.
@Suite("The memory that sound takes") struct SoundMemoryTests {
    private static let minutes = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 2

    let scratch: Scratch
    var photos: Photos

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
    }

    /// The most memory that a worker takes while it makes the sound of a video, in MiB: a song of 7 s over and over,
    /// and a clip as long as the video for which it steps back.
    func peak(ofSeconds seconds: Int) async throws -> Double {
        let (song, clip) = try (
            OpenFile(scratch.file("song.wav"), O_RDONLY), OpenFile(scratch.file("clip.mkv"), O_RDONLY)
        )
        var segment = photos.segment("clip", ms: seconds * 1000)
        segment.kind = .clip
        var timeline = Timeline(segments: [segment])
        timeline.music = Music(.song(media: "song", name: "song.wav"))
        let plan = RenderPlan(timeline, settings: VideoSettings(size: PixelSize(width: 320, height: 180)))
        let sound = SoundDescription(timeline, plan: plan, instruments: nil)
        let output = try OpenFile(scratch.file("sound-\(seconds)"), O_RDWR | O_CREAT)
        let spool = try OpenFile(scratch.file("spool-\(seconds)"), O_RDWR | O_CREAT)
        let worker = try await WorkerProcess(testLaunch())
        let media = [WireMedium(id: "song", name: "song.wav"), WireMedium(id: "clip", name: "clip.mkv")]
        _ = try await worker.perform(
            .sound(sound, soundFont: "/nonexistent", media: media),
            files: [output, spool, song, clip]
        )
        #expect(try EncodedSound(descriptor: output.descriptor).frameCount == seconds * 48_000)
        return try #require(ProcessMemory.mebibytes("VmHWM", of: worker.id))
    }

    @Test("Sound many times as long takes no more memory")
    func long() async throws {
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "sine=f=330:d=7,volume=0.5", scratch.file("song.wav")])
        let speech = "aevalsrc='0.3*sin(2*PI*500*t)*gt(sin(t),0.8)':d=\(Self.minutes * 60):s=48000"
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", speech, "-c:a", "libopus", scratch.file("clip.mkv")])
        let short = try await peak(ofSeconds: 10)
        let long = try await peak(ofSeconds: Self.minutes * 60)
        // A minute is 23 MB as it is mixed, and the clip is as much again.
        #expect(long - short < 8, "\(short) and \(long) MiB")
    }
}
