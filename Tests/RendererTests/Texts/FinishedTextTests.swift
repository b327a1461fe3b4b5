import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Texts as they are seen in a finished file: the decoded frames tell.
@Suite struct FinishedTextTests {
    static let size = PixelSize(width: 320, height: 180)

    private static func text(
        _ kind: TextKind,
        _ words: String,
        _ start: Double,
        _ length: Double,
        _ change: (inout TextStyle) -> Void = { _ in }
    ) -> TextSegment {
        TextTests.text(kind, words, start: Int(start * 1000), ms: Int(length * 1000), change)
    }

    private static let texts = [
        text(.title, "ABCDEFGHIJ", 0, 3) {
            ($0.entrance, $0.fadeIn, $0.exit) = (.typewriter, .seconds(1.5), .none)
        },
        // As long as the second photo.
        text(.lowerThird, "Anna Rossi\nguide", 4, 4),
        text(.title, "Rise", 8.5, 3) { ($0.entrance, $0.fadeIn, $0.exit) = (.rise, .seconds(1), .none) },
        text(.title, "One", 12, 2) { $0.color = "yellow" },
        text(.title, "Two", 12, 2) { $0.color = "cyan" },
        text(.caption, "Three", 12, 2) { $0.color = "magenta" },
        text(.title, "שלום עולם", 14, 2) { ($0.entrance, $0.fadeIn) = (.typewriter, .seconds(1)) },
        text(.title, "😀 ❤️", 16, 1.5),
        text(.endCard, "Thanks", 18, 2),
    ]

    /// Five plain photos of 4 s with all these texts, rendered once for all tests of the suite: each third frame.
    private static let video = Task {
        let (scratch, out) = (try Scratch(), try Scratch())
        var photos = Photos(scratch)
        for id in 0..<5 { try photos.add("p\(id)", "color=0x58585\(id):s=640x360") }
        let timeline = Timeline(segments: (0..<5).map { photos.segment("p\($0)", ms: 4000) }, texts: texts)
        let path = out.file("texts.mp4")
        let cache = ChunkCache(folder: scratch.file("cache"))
        _ = try await photos.job(timeline, cache: cache).run(to: path)
        return try ColorFrames(path, size: size, every: 3)
    }

    private var video: ColorFrames { get async throws { try await Self.video.value } }

    @Test func thereIsAFrameForEachTenthOfASecond() async throws {
        #expect(try await video.frames.count == 200)
    }

    @Test func typedLettersBecomeMoreAndAreAllThereInTime() async throws {
        let ink = try await (0..<40).map { [video] in video.ink($0).count }
        let whole = ink[25]
        #expect(whole > 400)
        #expect(ink[0] > 0 && ink[0] < whole / 4, "it begins with one letter: \(ink)")
        // Coding takes a pixel here and there.
        for (one, next) in zip(ink[..<15], ink[1..<16]) { #expect(next >= one - whole / 50, "\(ink)") }
        #expect(ink[3] < ink[7] && ink[7] < ink[11] && ink[11] < ink[15], "\(ink)")
        for count in ink[15..<30] { #expect(abs(count - whole) <= whole / 50, "all of it stays: \(ink)") }
        #expect(ink[30...].allSatisfy { $0 == 0 }, "then it is gone: \(ink)")
    }

    @Test func aLowerThirdStandsInTheLowerThirdWhileItsPhotoIsShown() async throws {
        let video = try await video
        for index in 47..<75 {
            let ink = video.ink(index)
            #expect(ink.count > 80 && ink.isSafe(in: Self.size), "\(index): \(ink)")
            #expect(ink.top >= Self.size.height * 2 / 3 && ink.right < Self.size.width / 2, "\(index): \(ink)")
        }
        #expect(video.ink(39).count == 0 && video.ink(80).count == 0, "not before, not after")
    }

    @Test func whatRisesNeverFalls() async throws {
        let video = try await video
        let centers = (87..<114).map { video.ink($0) }.filter { $0.count > 50 }.map(\.center)
        #expect(centers.count > 20)
        for (one, next) in zip(centers, centers.dropFirst()) { #expect(next <= one + 0.1, "\(centers)") }
        #expect(centers[0] - centers[centers.count - 1] > 0.5, "it has come from below: \(centers)")
    }

    @Test func textsAtTheSameTimeLieBesideEachOther() async throws {
        let video = try await video
        let inks = [
            video.ink(130) { $0.red > 170 && $0.green > 170 && $0.blue < 110 },
            video.ink(130) { $0.red < 110 && $0.green > 170 && $0.blue > 170 },
            video.ink(130) { $0.red > 170 && $0.green < 110 && $0.blue > 170 },
        ]
        for (index, one) in inks.enumerated() {
            #expect(one.count > 15 && one.isSafe(in: Self.size), "\(index): \(one)")
            for other in inks[(index + 1)...] { #expect(!one.meets(other), "\(one) \(other)") }
        }
    }

    @Test func whatIsReadFromTheRightBeginsAtTheRight() async throws {
        let video = try await video
        let (first, whole) = (video.ink(142), video.ink(153))
        #expect(first.count > 20 && whole.count > 3 * first.count)
        #expect(first.left > (whole.left + whole.right) / 2, "\(first) of \(whole)")
        #expect(abs(first.right - whole.right) <= 2)
    }

    @Test func emojiHaveTheirColors() async throws {
        let video = try await video
        let face = video.ink(167) { $0.red > 170 && $0.green > 120 && $0.blue < 110 }
        let heart = video.ink(167) { $0.red > 150 && $0.green < 90 && $0.blue < 110 }
        #expect(face.count > 60 && heart.count > 60, "\(face) \(heart)")
        #expect(face.center < 120 && abs(face.center - heart.center) < 8 && face.left < heart.left)
        #expect(face.isSafe(in: Self.size) && heart.isSafe(in: Self.size))
    }

    @Test func anEndCardComesAtTheEndOverADarkerPicture() async throws {
        let video = try await video
        let corner = { (index: Int) in video.color(index, 8, 8).green }
        #expect(video.ink(179).count == 0 && corner(179) > 75)
        for index in 189..<196 {
            let ink = video.ink(index)
            #expect(ink.count > 150 && ink.isSafe(in: Self.size), "\(index): \(ink)")
            #expect(corner(index) < 60, "\(index)")
        }
        #expect(video.ink(199).count < video.ink(190).count, "it leaves with the last frames")
    }
}
