import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct SoundTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    /// How often the sound passes zero upward in a second: the pitch of a tone.
    func pitch(_ samples: ArraySlice<Float>) -> Double {
        let crossings = zip(samples, samples.dropFirst()).count { $0 < 0 && $1 >= 0 }
        return Double(crossings) * 48_000 / Double(samples.count)
    }

    @Test(arguments: ["a.mp3", "a.wav", "a.m4a", "a.aac", "a.mkv"])
    func songsOfEveryTypeBecome48kHzStereo(name: String) throws {
        try fixtures.make(name, from: "sine=440:d=3:r=44100")
        let sound = try SoundReader.read(fixtures.file(name), limit: Milliseconds(60_000))
        #expect(sound.left.count == sound.right.count)
        #expect(abs(sound.left.count - 144_000) < 4000)
        #expect(abs(pitch(sound.left[24_000..<120_000]) - 440) < 2)
        #expect(abs(pitch(sound.right[24_000..<120_000]) - 440) < 2)
    }

    @Test func theLimitIsKept() throws {
        try fixtures.make("a.mp3", from: "sine=440:d=5")
        let sound = try SoundReader.read(fixtures.file("a.mp3"), limit: Milliseconds(1234))
        #expect(sound.left.count == 1234 * 48)
    }

    @Test(arguments: ["a.mp4", "a.mkv", "a.mp3", "a.wav"])
    func readingBeginsAtTheSampleAskedFor(name: String) throws {
        // A click at 2 s.
        try fixtures.make(name, from: "aevalsrc=if(between(t\\,2\\,2.002)\\,0.9\\,0):s=48000:d=4")
        let sound = try SoundReader.read(fixtures.file(name), from: Milliseconds(1500), limit: Milliseconds(1000))
        let click = sound.left.indices.max { abs(sound.left[$0]) < abs(sound.left[$1]) } ?? 0
        #expect(abs(click - 24_048) < 100, "\(click)")
    }

    @Test func aPictureHasNoSound() throws {
        try fixtures.quarters("a.png", options: "compression=1")
        #expect(throws: MediaError.self) { try SoundReader.read(fixtures.file("a.png"), limit: Milliseconds(1000)) }
    }

    @Test func equalSoundGivesEqualBytes() throws {
        let noise = (0..<50_000).map { Float(($0 * 7919) % 1000) / 1000 - 0.5 }
        func encoded(_ name: String, piece: Int) throws -> Data {
            let descriptor = fixtures.create(name)
            defer { close(descriptor) }
            let encoder = try AACEncoder(writingTo: descriptor)
            for start in stride(from: 0, to: noise.count, by: piece) {
                let part = noise[start..<min(start + piece, noise.count)]
                try encoder.append(left: part, right: part)
            }
            try encoder.finish()
            return try Data(contentsOf: URL(fileURLWithPath: fixtures.path(name)))
        }
        let whole = try encoded("whole", piece: noise.count)
        #expect(try encoded("pieces", piece: 777) == whole)
        #expect(whole.count > 10_000)
    }

    @Test func aSoundFileThatWasCutOffIsNoticed() throws {
        let whole = fixtures.create("whole")
        defer { close(whole) }
        let encoder = try AACEncoder(writingTo: whole)
        let tone = [Float](repeating: 0.1, count: 48_000)
        try encoder.append(left: tone[...], right: tone[...])
        try encoder.finish()
        #expect(try EncodedSound(descriptor: whole).frameCount == 48_000)
        for cut in [1, 20, 400] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: fixtures.path("whole"))).dropLast(cut)
            try bytes.write(to: URL(fileURLWithPath: fixtures.path("cut")))
            let descriptor = open(fixtures.path("cut"), O_RDONLY)
            defer { close(descriptor) }
            let error = #expect(throws: MediaError.self) { _ = try EncodedSound(descriptor: descriptor) }
            #expect(error?.code == .damaged)
        }
    }
}

@Suite struct ClipTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    /// A clip in which each frame is a shade of its own: 20 + 5 times its number.
    func shades(_ name: String, rate: Int = 25, options: String...) throws {
        let source = "color=black:s=128x72:r=\(rate):d=1.6,format=yuv420p,geq=lum='20+5*N':cb=128:cr=128"
        try fixtures.make(name, from: source, options: ["-qp", "0"] + options)
    }

    func frameNumber(_ plate: Plate) -> Int {
        Int((Double(plate.sample(at: 0.5, 0.5).luma - 20) / 5).rounded())
    }

    func reader(_ name: String) throws -> ClipReader {
        try ClipReader(fixtures.file(name), placement: .covering(PixelSize(width: 128, height: 72)))
    }

    @Test(arguments: ["a.mp4", "a.mkv", "a.avi", "a.mov"])
    func thePictureOnScreenIsTheOneOfThatTime(name: String) throws {
        // AVI cannot tell the times of reordered frames, so there are none; its MPEG-4 is made as exact as it gets.
        try shades(name, options: "-bf", "0", "-q:v", "1")
        let clip = try reader(name)
        // 30 pictures a second out of 25: the one whose turn it is.
        for frame in 0..<45 {
            let time = Milliseconds(frame * 1000 / 30)
            #expect(frameNumber(try clip.plate(at: time)) == min(39, time.rawValue * 25 / 1000), "\(time.rawValue) ms")
        }
    }

    @Test func seekingBackAndForthFindsTheSamePictures() throws {
        try shades("a.mp4", options: "-g", "10")
        let clip = try reader("a.mp4")
        for time in [1200, 200, 0, 1560, 40, 800, 5000, 600] {
            #expect(frameNumber(try clip.plate(at: Milliseconds(time))) == min(39, time / 40), "\(time) ms")
        }
    }

    @Test func aClipIsTurnedUpright() throws {
        // Bright at the top; the tag asks for a quarter turn counterclockwise, which brings it to the left.
        try fixtures.make(
            "flat.mp4",
            from: "color=black:s=128x72:d=0.2,geq=lum='if(lt(Y,36),200,40)':cb=128:cr=128",
            "-qp",
            "0"
        )
        try fixtures.run("ffmpeg", "-v", "error", "-i", "flat.mp4", "-c", "copy", "-metadata:s:v", "rotate=90", "a.mp4")
        let plate = try reader("a.mp4").plate(at: .zero)
        #expect(plate.size == PixelSize(width: 72, height: 128))
        #expect(plate.sample(at: 0.1, 0.5).luma > 150)
        #expect(plate.sample(at: 0.9, 0.5).luma < 60)
    }

    @Test func olderColoursBecomeBT709() throws {
        try fixtures.quarters("a.png", 320, 192, options: "compression=1")
        try fixtures.run(
            "ffmpeg",
            "-v",
            "error",
            "-loop",
            "1",
            "-i",
            "a.png",
            "-t",
            "0.2",
            "-vf",
            "scale=out_color_matrix=bt601",
            "-pix_fmt",
            "yuv420p",
            "-qp",
            "0",
            "-colorspace",
            "smpte170m",
            "a.mp4"
        )
        let plate = try ClipReader(fixtures.file("a.mp4"), placement: .covering(PixelSize(width: 320, height: 192)))
            .plate(at: .zero)
        #expect(plate.sample(at: 0.25, 0.25).isNear(PlateTests.red, within: 4), "\(plate.sample(at: 0.25, 0.25))")
        #expect(plate.sample(at: 0.75, 0.75).isNear(PlateTests.blue, within: 4), "\(plate.sample(at: 0.75, 0.75))")
    }

    @Test func aClipOfAnotherShapeStandsOnItsBlurredCopy() throws {
        try shades("a.mp4")
        let clip = try ClipReader(
            fixtures.file("a.mp4"),
            placement: .onBlurredCopy(PixelSize(width: 72, height: 128))
        )
        let plate = try clip.plate(at: Milliseconds(1000))
        #expect(plate.size == PixelSize(width: 72, height: 128))
        #expect(abs(frameNumber(plate) - 25) <= 1)
        #expect(plate.sample(at: 0.5, 0.05).luma < 125)
    }

    @Test func aPlaylistIsNotOpened() throws {
        try fixtures.clip("other.mp4", "-c:v", "libx264")
        try fixtures.write(Array("#EXTM3U\n#EXTINF:1,\nother.mp4\n#EXT-X-ENDLIST\n".utf8), "y.mp4")
        #expect(throws: MediaError.self) { try reader("y.mp4") }
    }
}
