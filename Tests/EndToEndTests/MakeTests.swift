import Foundation
import ProgramKit
import TestKit
import Testing

/// One video made on the command line at full quality, opened and checked from several sides.
@Suite(.serialized)
struct MakeTests {
    /// Five photos, 15 s, a title: rendered once for all checks of this suite.
    private static let made = Result { try Made() }

    private final class Made: Sendable {
        let home: Home
        let result: Spawned.Result
        let video: Video

        init() throws {
            home = try Home()
            result = try home.kinora(
                ["make"] + Home.samples + [
                    "-p",
                    "turn these photos into a 15 second slideshow video with 1 second crossfades and background music, title 'Tom & <Ana>'",
                    "-o", "vacation.mp4", "--json",
                ]
            )
            video = Video(path: home.folder + "/vacation.mp4")
        }
    }

    private var video: Video { get throws { try Self.made.get().video } }

    @Test func printsOneObjectWithTheFactsOfTheFile() throws {
        let made = try Self.made.get()
        #expect(made.result.status == 0, "\(made.result.errors)")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(made.result.output.utf8)) as? [String: Any]
        )
        let bytes = try FileManager.default.attributesOfItem(atPath: made.video.path)[.size] as? Int
        #expect((object["path"] as? String)?.hasSuffix("vacation.mp4") == true)
        #expect(object["duration_ms"] as? Int == 15000)
        #expect(object["width"] as? Int == 1920)
        #expect(object["height"] as? Int == 1080)
        #expect(object["bytes"] as? Int == bytes)
        #expect((object["render_ms"] as? Int ?? 0) > 0)
        #expect(try made.home.files() == ["vacation.mp4"])
    }

    @Test func isWhatEveryPlayerAndPlatformTakes() throws {
        let picture = try video.stream(
            "v:0",
            "codec_name,width,height,pix_fmt,r_frame_rate,avg_frame_rate,color_space,color_primaries,color_transfer,color_range,nb_frames"
        )
        #expect(picture["codec_name"] == "h264")
        #expect(picture["width"] == "1920" && picture["height"] == "1080")
        #expect(picture["pix_fmt"] == "yuv420p")
        #expect(picture["r_frame_rate"] == "30/1" && picture["avg_frame_rate"] == "30/1")
        #expect(picture["color_space"] == "bt709" && picture["color_primaries"] == "bt709")
        #expect(picture["color_transfer"] == "bt709" && picture["color_range"] == "tv")
        #expect(picture["nb_frames"] == "450")
        let sound = try video.stream("a:0", "codec_name,sample_rate,channels")
        #expect(sound == ["codec_name": "aac", "sample_rate": "48000", "channels": "2"])
        let boxes = try video.boxes()
        let index = try #require(boxes.firstIndex(of: "moov"))
        let data = try #require(boxes.firstIndex(of: "mdat"))
        #expect(index < data, "the index comes first: \(boxes)")
    }

    @Test func pictureAndSoundAreAsLongAsTheTimeline() throws {
        let picture = try #require(Double(try video.stream("v:0", "duration")["duration"] ?? ""))
        let sound = try #require(Double(try video.stream("a:0", "duration")["duration"] ?? ""))
        #expect(abs(picture - 15) < 0.05)
        #expect(abs(sound - 15) < 0.05)
        let times = try video.frameTimes()
        #expect(times.count == 450)
        #expect(abs((times.first ?? 1) - 0) < 0.001)
        for (one, next) in zip(times, times.dropFirst()) { #expect(abs(next - one - 1.0 / 30) < 0.0005) }
    }

    @Test func noFrameIsBlackAndEveryFrameMoves() throws {
        let frames = try video.luma(width: 480, height: 270)
        #expect(frames.count == 450)
        for (index, frame) in frames.enumerated() {
            let mean = frame.reduce(0) { $0 + Int($1) } / frame.count
            #expect(mean > 20, "frame \(index) is black")
            if index > 0 { #expect(difference(frames[index - 1], frame) > 0.05, "frame \(index) stands still") }
        }
    }

    @Test func eachPhotoIsSeenInItsTurn() throws {
        // The middle of each photo's time looks like that photo more than like any other.
        let photos = try Home.samples.map(fingerprint)
        for index in 0..<5 {
            let shown = try video.rgb(frame: 45 + 90 * index, width: 32, height: 18)
            let likeness = photos.map { difference(middle(shown), $0) }
            #expect(likeness.min() == likeness[index], "photo \(index + 1): \(likeness)")
        }
    }

    /// The middle 12 of a frame's 32 columns: what both a photo that fills the frame and a portrait photo on its
    /// blurred copy show of themselves.
    private func middle(_ frame: [UInt8]) -> [UInt8] {
        (0..<18).flatMap { frame[($0 * 32 + 10) * 3..<($0 * 32 + 22) * 3] }
    }

    /// The middle of a photo as it stands in a 16:9 frame, at 12 x 18 pixels.
    private func fingerprint(_ path: String) throws -> [UInt8] {
        let scratch = TemporaryFolder()
        let isPortrait = path.contains("04-friends")
        let fit = isPortrait ? "scale=180:270" : "scale=480:270:force_original_aspect_ratio=increase"
        let result = try Spawned.run(
            [
                "ffmpeg", "-v", "error", "-y", "-i", path, "-vf", "\(fit),crop=180:270,scale=12:18:flags=area",
                "-pix_fmt", "rgb24", "-f", "rawvideo", scratch["raw"],
            ],
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"]
        )
        #expect(result.status == 0, "\(result.errors)")
        return [UInt8](try Data(contentsOf: URL(filePath: scratch["raw"])))
    }

    @Test func theMiddleOfACrossfadeIsAMixOfItsNeighbours() throws {
        // The cut from the first to the second photo is at 3 s, frame 90; the fade takes frames 75 to 104.
        let frames = try video.luma(width: 96, height: 54)
        let (before, middle, after) = (frames[74], frames[90], frames[106])
        let mix = zip(before, after).map { UInt8((Int($0) + Int($1) + 1) / 2) }
        #expect(difference(middle, mix) < 0.4 * min(difference(middle, before), difference(middle, after)))
    }

    @Test func theTitleIsThereAtItsTime() throws {
        // White letters, over the same photo with and without them: at frame 0 the fade-in has not begun, at 1.5 s it
        // is over, and at 3.2 s the title has gone while the photo is still there.
        let frames = try video.luma(width: 960, height: 540)
        #expect(letters(frames[45]) > letters(frames[0]) + 1000)
        #expect(letters(frames[96]) < letters(frames[45]) / 2)
    }

    /// Pixels that are near white with a dark neighbour close by, as letters with an outline have them.
    private func letters(_ frame: [UInt8]) -> Int {
        var count = 0
        for y in 120..<420 {
            for x in 100..<860 where frame[y * 960 + x] > 225 {
                let row = y * 960 + x
                if frame[row - 8] < 140 || frame[row + 8] < 140 { count += 1 }
            }
        }
        return count
    }

    @Test func theMixHasThePlatformsLoudness() throws {
        let loudness = try video.loudness()
        #expect(abs(loudness.integrated + 14) <= 1)
        #expect(loudness.truePeak < -1 + 0.1, "AAC may overshoot the mix by a little: \(loudness.truePeak)")
    }

    @Test func theMusicBeginsAtOnceAndEndsInSilence() throws {
        let sound = try video.sound()
        func level(_ from: Double, _ to: Double) -> Float {
            let part = sound[Int(from * 48000)..<min(sound.count, Int(to * 48000))]
            return (part.reduce(0) { $0 + $1 * $1 } / Float(max(part.count, 1))).squareRoot()
        }
        #expect(level(0, 0.5) > 0.003, "begins with the picture")
        #expect(level(14.97, 15) < 0.01, "has ended with it")
        for second in 0..<13 { #expect(level(Double(second), Double(second) + 1.5) > 0.003, "silence at \(second) s") }
    }

    @Test func aDraftIsMuchSmallerThanTheVideo() throws {
        let made = try Self.made.get()
        let result = try made.home.kinora(
            ["make"] + Home.samples + [
                "-p", "a 15 second slideshow with no music", "--quality", "draft", "-o", "draft.mp4",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        let path = made.home.folder + "/draft.mp4"
        func bytes(_ path: String) throws -> Int {
            try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
        }
        #expect(try bytes(path) * 3 < bytes(made.video.path) * 2)
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func theSameAgainComesFromTheCache() throws {
        let made = try Self.made.get()
        let again = try made.home.kinora(
            ["make"] + Home.samples + [
                "-p",
                "turn these photos into a 15 second slideshow video with 1 second crossfades and background music, title 'Tom & <Ana>'",
                "-o", "again.mp4",
            ]
        )
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output == made.home.folder + "/again.mp4\n" || again.output == "again.mp4\n")
        let first = try Data(contentsOf: URL(filePath: made.video.path))
        let second = try Data(contentsOf: URL(filePath: made.home.folder + "/again.mp4"))
        #expect(first == second)
        try FileManager.default.removeItem(atPath: made.home.folder + "/again.mp4")
    }
}
