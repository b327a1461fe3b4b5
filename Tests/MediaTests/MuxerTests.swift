import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct MuxerTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    func tone(_ count: Int) -> [Float] {
        (0..<count).map { 0.4 * sin(Float($0) * 440 * 2 * .pi / 48_000) }
    }

    func mux(_ lengths: [Int], sound: EncodedSound?, _ name: String = "a.mp4") throws {
        let settings = VideoSettings(size: Pictures.size)
        let descriptor = fixtures.create(name)
        defer { close(descriptor) }
        let muxer = try Muxer(descriptor: descriptor, settings: settings, sound: sound)
        var start = 0
        for length in lengths {
            try muxer.append(Pictures.chunk(start..<start + length))
            start += length
        }
        try muxer.finish()
    }

    func check(_ name: String = "a.mp4") throws -> VideoCheck {
        let descriptor = open(fixtures.path(name), O_RDONLY)
        defer { close(descriptor) }
        return try VideoCheck.probe(descriptor: descriptor)
    }

    @Test func threeChunksAndASoundAreOneVideo() throws {
        let sound = try fixtures.encode(tone(126 * 1600))
        try mux([65, 8, 53], sound: sound)
        let check = try check()
        #expect(check.size == Pictures.size)
        #expect(check.videoCodec == "h264" && check.soundCodec == "aac")
        #expect(check.frameCount == 126)
        #expect(check.framesPerSecond == 30)
        #expect(check.videoDuration == Milliseconds(4200))
        #expect(check.soundDuration == Milliseconds(4200))
        #expect(check.startsAtOnce)
        #expect(check.isSteady)
    }

    /// What another program makes of it: every frame is there, in order, at its time.
    @Test func everyFrameIsDecodedInItsPlace() throws {
        try mux([65, 8, 53], sound: nil)
        let raw = fixtures.path("raw.yuv")
        try fixtures.run("ffmpeg", "-v", "error", "-i", "a.mp4", "-f", "rawvideo", "-fps_mode", "passthrough", raw)
        let bytes = try fixtures.bytes("raw.yuv")
        let frameBytes = Pictures.size.width * Pictures.size.height * 3 / 2
        #expect(bytes.count == 126 * frameBytes)
        let frame = try Frame(Pictures.size)
        for index in stride(from: 0, to: 126, by: 5) {
            Pictures.draw(index, into: frame)
            let decoded = bytes[index * frameBytes..<index * frameBytes + frameBytes]
            let difference = zip(decoded, frame.allBytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
            #expect(Double(difference) / Double(frameBytes) < 4, "frame \(index)")
        }
    }

    @Test func timesTagsAndTheSoundsStartAreRight() throws {
        let sound = try fixtures.encode(tone(60 * 1600))
        try mux([60], sound: sound)
        let tags = try fixtures.run(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=start_time,color_range,color_space,color_transfer,color_primaries,pix_fmt,sample_rate,channels",
            "a.mp4"
        )
        for tag in [
            "color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709", "pix_fmt=yuv420p",
            "sample_rate=48000", "channels=2",
        ] { #expect(tags.contains(tag)) }
        #expect(tags.components(separatedBy: "start_time=0.000000").count == 3)
        // The tone starts at once, and nothing of the encoder's priming is left before it.
        let decoded = try SoundReader.read(fixtures.file("a.mp4"), limit: Milliseconds(10_000))
        #expect((96_000..<97_024).contains(decoded.left.count))
        let wanted = tone(60 * 1600)
        let error = (2000..<20_000).reduce(Float(0)) { max($0, abs(decoded.left[$1] - wanted[$1])) }
        #expect(error < 0.05)
    }

    @Test func theSameChunksGiveTheSameFile() throws {
        let sound = try fixtures.encode(tone(30 * 1600))
        try mux([20, 10], sound: sound, "a.mp4")
        try mux([20, 10], sound: sound, "b.mp4")
        #expect(try fixtures.bytes("a.mp4") == fixtures.bytes("b.mp4"))
    }

    @Test(arguments: 1...7)
    func shortChunksEndToEndKeepTheirOrder(length: Int) throws {
        try mux([length, length, length], sound: nil)
        let check = try check()
        #expect(check.frameCount == 3 * length)
        #expect(check.isSteady)
    }

    @Test func aChunkOfOtherSettingsIsRefused() throws {
        let descriptor = fixtures.create("a.mp4")
        defer { close(descriptor) }
        let muxer = try Muxer(descriptor: descriptor, settings: VideoSettings(size: Pictures.size), sound: nil)
        let other = try Pictures.chunk(0..<8, VideoSettings(size: Pictures.size, preset: .medium))
        #expect(throws: MediaError.self) { try muxer.append(other) }
    }

    @Test func aFullDiskIsTold() throws {
        let descriptor = open("/dev/full", O_RDWR)
        defer { close(descriptor) }
        let muxer = try Muxer(descriptor: descriptor, settings: VideoSettings(size: Pictures.size), sound: nil)
        let code = refusal {
            try muxer.append(Pictures.chunk(0..<20))
            try muxer.finish()
        }
        #expect(code == .notWritten)
    }

    @Test func aVideoThatIsCutOffIsNoticed() throws {
        try mux([30], sound: nil)
        let bytes = try fixtures.bytes("a.mp4")
        try fixtures.write(Array(bytes.prefix(bytes.count - 200)), "cut.mp4")
        let cut = try? check("cut.mp4")
        #expect(cut == nil || cut?.frameCount != 30)
    }
}
