import Foundation
import TestKit
import Testing
import Timeline

@testable import Renderer

@Suite("The sound of clips in an export") struct ClipSoundTests {
    let scratch: Scratch
    var photos: Photos
    let cache: ChunkCache

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
        cache = ChunkCache(folder: scratch.file("cache"))
        try photos.add("photo", "color=gray:s=128x72")
        for (id, pitch) in [("low", 500), ("high", 2000)] {
            let path = scratch.file("\(id).mp4")
            try shell(
                "ffmpeg",
                [
                    "-y", "-f", "lavfi", "-i", "color=gray:s=128x72:r=30:d=5", "-f", "lavfi", "-i",
                    "sine=\(pitch):d=5:r=48000", path,
                ]
            )
            photos.add(id, path: path)
        }
    }

    func clip(_ id: MediaID, from start: Int = 1000, ms: Int = 2000, transition: Transition = .cut) -> Segment {
        var segment = photos.segment(id, ms: ms, size: PixelSize(width: 128, height: 72), transition: transition)
        segment.kind = .clip
        segment.sourceStart = Milliseconds(start)
        return segment
    }

    /// The power of a tone in tenths of a second, by Goertzel's algorithm.
    func power(of pitch: Double, in samples: [Float]) -> [Double] {
        stride(from: 0, to: samples.count - 4799, by: 4800).map { start in
            let factor = 2 * cos(2 * .pi * pitch / 48_000)
            var (last, before) = (0.0, 0.0)
            for index in start..<start + 4800 {
                (last, before) = (Double(samples[index]) + factor * last - before, last)
            }
            return (last * last + before * before - factor * last * before) / (2400 * 2400)
        }
    }

    func export(_ timeline: Timeline, _ name: String) async throws -> (RenderResult, [Float]) {
        let result = try await photos.job(timeline, cache: cache).run(to: scratch.file(name))
        return (result, try FlashClip.samples(of: scratch.file(name)))
    }

    @Test("Two clips cross as their pictures do, and each is heard as long as it is seen")
    func crossfade() async throws {
        let timeline = Timeline(
            segments: [
                photos.segment("photo", ms: 1000), clip("low"), clip("high", transition: Transition(.crossfade)),
                photos.segment("photo", ms: 1000),
            ].enumerated().map { index, segment in
                var segment = segment
                segment.id = "s\(index)"
                return segment
            }
        )
        let (_, samples) = try await export(timeline, "a.mp4")
        #expect(abs(samples.count - 6 * 48_000) <= 1600)
        let (low, high) = (power(of: 500, in: samples), power(of: 2000, in: samples))
        let full = low[15]
        #expect(low[8] < full / 1000 && high[8] < full / 1000)
        #expect(low[11] > full * 0.7 && high[22] < full / 100)
        // Equally loud, which at another pitch is another power.
        let highFull = high[43]
        #expect((0.4...2.5).contains(highFull / full))
        // The cut is at 3 s, the crossfade from 2.5 to 3.5 s: in its middle half the power of each.
        for (index, part) in [(26, 0.1), (30, 0.5), (33, 0.9)] {
            #expect(abs(high[index] / highFull - part) < 0.15 && abs(low[index] / full - 1 + part) < 0.15, "\(index)")
        }
        #expect(low[37] < full / 100 && high[45] > highFull * 0.7)
        #expect(high[52] < full / 1000)
    }

    @Test("Muting a clip leaves all pictures in the cache; a video without music has the sound of its clips")
    func mute() async throws {
        var timeline = Timeline(segments: [photos.segment("photo", ms: 1000), clip("low")])
        let (first, heard) = try await export(timeline, "a.mp4")
        #expect(first.chunksEncoded > 0)
        #expect(heard.contains { abs($0) > 0.05 })
        timeline.segments[1].sound = ClipSound(volume: 0)
        let (second, silent) = try await export(timeline, "b.mp4")
        #expect(second.chunksEncoded == 0 && second.chunksReused == first.chunksEncoded)
        #expect(silent.allSatisfy { abs($0) < 0.001 })
    }

    @Test("Composed music goes down under a clip, unless it shall not")
    func duck() async throws {
        var timeline = Timeline(segments: [photos.segment("photo", ms: 4000), clip("high", from: 0, ms: 5000)])
        timeline.music = Music(.mood(.piano, seed: 2))
        func bass(_ name: String) async throws -> Double {
            let (_, samples) = try await export(timeline, name)
            // All that is not the clip's tone.
            func level(_ seconds: Range<Int>) -> Double {
                let part = Array(samples[seconds.lowerBound * 48_000..<seconds.upperBound * 48_000])
                var low: Float = 0
                return part.reduce(0.0) { sum, sample in
                    low += 0.03 * (sample - low)
                    return sum + Double(low * low)
                } / Double(part.count)
            }
            return 10 * log10(level(5..<8) / level(1..<3))
        }
        let ducked = try await bass("a.mp4")
        timeline.segments[1].sound.ducksMusic = false
        let plain = try await bass("b.mp4")
        #expect((9...14).contains(plain - ducked), "\(plain) \(ducked)")
    }

    @Test("A clip of a chunk late in it is found by seeking, and one encoder or two make the same bytes")
    func manyCores() async throws {
        var segment = clip("low", from: 333, ms: 4500)
        segment.transition = Transition(.crossfade)
        let timeline = Timeline(segments: [photos.segment("photo", ms: 1000), segment])
        for encoders in 1...2 {
            let fresh = ChunkCache(folder: scratch.file("cache-\(encoders)"))
            let job = photos.job(timeline, cache: fresh, launch: testLaunch(encoders: encoders))
            _ = try await job.run(to: scratch.file("\(encoders).mp4"))
        }
        let bytes = try (1...2).map { try Data(contentsOf: URL(fileURLWithPath: scratch.file("\($0).mp4"))) }
        #expect(bytes[0] == bytes[1])
    }
}
