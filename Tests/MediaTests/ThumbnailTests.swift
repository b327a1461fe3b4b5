import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct ThumbnailTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    static let box = PixelSize(width: 480, height: 480)

    /// A thumbnail's bytes, and the same read back as a picture.
    func thumbnail(_ name: String, at time: Milliseconds = .zero) throws -> (bytes: [UInt8], plate: Plate) {
        let bytes = try Thumbnail.jpeg(of: fixtures.file(name), fitting: Self.box, at: time)
        try fixtures.write(bytes, "thumbnail")
        let file = try fixtures.file("thumbnail")
        #expect(try MediaProbe.probe(file).format == .jpg)
        return (bytes, try Plate.load(file, covering: Self.box))
    }

    @Test func itIsSmallAndUprightAndTellsNothingElseOfThePhoto() throws {
        try fixtures.quarters("a.jpg", 1600, 960, options: "Q=95")
        // Turned by a quarter clockwise.
        try fixtures.write(EXIF.turn(try fixtures.bytes("a.jpg"), orientation: 6), "b.jpg")
        #expect(String(decoding: try fixtures.bytes("b.jpg"), as: Unicode.ASCII.self).contains("Exif"))
        let (bytes, plate) = try thumbnail("b.jpg")
        #expect(plate.size == PixelSize(width: 288, height: 480))
        #expect(plate.sample(at: 0.25, 0.25).isNear(.color(255, 255, 255), within: 6))
        #expect(plate.sample(at: 0.75, 0.25).isNear(.color(255, 0, 0), within: 6))
        #expect(plate.sample(at: 0.75, 0.75).isNear(.color(0, 255, 0), within: 6))
        #expect(bytes.count < 20_000)
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        #expect(!text.contains("Exif") && !text.contains("ICC_PROFILE"))
    }

    @Test func aWideProfileIsConvertedAndLeftOut() throws {
        try fixtures.ppm("s.ppm", 64, 64) { _, _ in [200, 60, 60] }
        try fixtures.run("vips", "icc_transform", "s.ppm", "p3.png[compression=1]", "p3", "--input-profile", "srgb")
        let (bytes, plate) = try thumbnail("p3.png")
        #expect(plate.size == PixelSize(width: 64, height: 64), "a small picture stays as it is")
        #expect(plate.sample(at: 0.5, 0.5).isNear(.color(200, 60, 60), within: 4))
        #expect(!String(decoding: bytes, as: Unicode.ASCII.self).contains("ICC_PROFILE"))
    }

    @Test func whatIsTransparentLiesOnWhite() throws {
        try fixtures.ppm("s.ppm", 64, 64) { _, _ in [0, 0, 255] }
        try fixtures.ppm("a.ppm", 64, 64) { x, _ in x < 32 ? [0, 0, 0] : [255, 255, 255] }
        try fixtures.run("vips", "extract_band", "a.ppm", "alpha.v", "0")
        try fixtures.run("vips", "bandjoin", "s.ppm alpha.v", "a.png")
        let plate = try thumbnail("a.png").plate
        #expect(plate.sample(at: 0.2, 0.5).isNear(.color(255, 255, 255), within: 3))
        #expect(plate.sample(at: 0.8, 0.5).isNear(.color(0, 0, 255), within: 6))
    }

    @Test func aClipIsShownAtTheTimeAskedForAndUpright() throws {
        // Black for a second, then white; stored lying on its side.
        let source = "color=black:s=640x360:r=30:d=2,drawbox=t=fill:c=white:enable='gte(t,1)'"
        try fixtures.make("a.mp4", from: source, "-pix_fmt", "yuv420p")
        let turn = ["-c", "copy", "-metadata:s:v", "rotate=90"]
        try fixtures.run(arguments: ["ffmpeg", "-v", "error", "-i", "a.mp4"] + turn + ["b.mp4"])
        for (time, shade) in [(0, UInt8(0)), (900, 0), (1100, 255), (60_000, 255)] {
            let plate = try thumbnail("b.mp4", at: Milliseconds(time)).plate
            #expect(plate.size == PixelSize(width: 270, height: 480))
            #expect(plate.sample(at: 0.5, 0.5).isNear(.color(shade, shade, shade), within: 3), "at \(time) ms")
        }
    }

    @Test func anAnimationIsShownByItsFirstPicture() throws {
        let source = "color=red:s=64x64:r=10:d=1,drawbox=t=fill:c=blue:enable='gte(t,0.2)'"
        try fixtures.make("a.gif", from: source)
        #expect(try thumbnail("a.gif").plate.sample(at: 0.5, 0.5).isNear(.color(255, 0, 0), within: 8))
    }

    @Test func whatHasNoPictureIsRefusedByName() throws {
        try fixtures.make("a.wav", from: "sine=440:d=1")
        #expect(refusal(naming: "a.wav") { _ = try thumbnail("a.wav") } == .unsupported)
        try fixtures.quarters("a.jpg", 800, 600)
        let whole = try fixtures.bytes("a.jpg")
        try fixtures.write(Array(whole.prefix(whole.count / 2)), "cut.jpg")
        #expect(refusal(naming: "cut.jpg") { _ = try thumbnail("cut.jpg") } == .damaged)
    }
}
