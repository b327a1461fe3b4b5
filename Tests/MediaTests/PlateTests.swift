import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct PlateTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    static let red = Sample.color(255, 0, 0)
    static let green = Sample.color(0, 255, 0)
    static let blue = Sample.color(0, 0, 255)
    static let white = Sample.color(255, 255, 255)

    func load(_ name: String, _ width: Int = 4000, _ height: Int = 4000) throws -> Plate {
        try Plate.load(fixtures.file(name), covering: PixelSize(width: width, height: height))
    }

    /// The colours of the four quarters, clockwise from the top left.
    func quarters(_ plate: Plate) -> [Sample] {
        [
            plate.sample(at: 0.25, 0.25), plate.sample(at: 0.75, 0.25), plate.sample(at: 0.75, 0.75),
            plate.sample(at: 0.25, 0.75),
        ]
    }

    func expect(_ plate: Plate, _ colors: [Sample], within levels: Int = 2) {
        for (found, wanted) in zip(quarters(plate), colors) {
            #expect(found.isNear(wanted, within: levels), "\(found) for \(wanted)")
        }
    }

    @Test func coloursAreThoseOfBT709() throws {
        try fixtures.quarters("a.png", options: "compression=1")
        let plate = try load("a.png")
        #expect(plate.size == PixelSize(width: 160, height: 96))
        expect(plate, [Self.red, Self.green, Self.blue, Self.white])
        #expect(Self.white == Sample(luma: 235, blue: 128, red: 128))
        #expect(Self.red == Sample(luma: 63, blue: 102, red: 240))
    }

    /// Where the quarters of the upright picture lie for each EXIF orientation.
    @Test(arguments: 1...8)
    func everyEXIFTurn(orientation: Int) throws {
        try fixtures.quarters("a.jpg", 160, 96, options: "Q=98,no-subsample=true")
        try fixtures.write(EXIF.turn(try fixtures.bytes("a.jpg"), orientation: UInt8(orientation)), "b.jpg")
        let (red, green, blue, white) = (Self.red, Self.green, Self.blue, Self.white)
        let expected: [[Sample]] = [
            [red, green, blue, white], [green, red, white, blue], [blue, white, red, green], [white, blue, green, red],
            [red, white, blue, green], [white, red, green, blue], [blue, green, red, white], [green, blue, white, red],
        ]
        let plate = try load("b.jpg")
        let isTurned = orientation > 4
        #expect(plate.size == (isTurned ? PixelSize(width: 96, height: 160) : PixelSize(width: 160, height: 96)))
        #expect(try MediaProbe.probe(fixtures.file("b.jpg")).size == plate.size)
        expect(plate, expected[orientation - 1], within: 6)
    }

    @Test func aWiderProfileIsBroughtToSRGB() throws {
        // The sRGB colour (200, 60, 60), as its values in the P3 profile, must come back as itself.
        try fixtures.ppm("s.ppm", 64, 64) { _, _ in [200, 60, 60] }
        try fixtures.run("vips", "icc_transform", "s.ppm", "p3.png[compression=1]", "p3", "--input-profile", "srgb")
        try fixtures.run("vips", "icc_export", "s.ppm", "raw.png[compression=1,strip]", "--output-profile", "p3")
        let withProfile = try load("p3.png").sample(at: 0.5, 0.5)
        let withoutProfile = try load("raw.png").sample(at: 0.5, 0.5)
        #expect(withProfile.isNear(.color(200, 60, 60), within: 2), "\(withProfile)")
        #expect(!withoutProfile.isNear(.color(200, 60, 60), within: 5), "the fixture's values really are others")
    }

    @Test func transparentPicturesLieOnWhite() throws {
        try fixtures.ppm("s.ppm", 64, 64) { _, _ in [0, 0, 255] }
        try fixtures.ppm("a.ppm", 64, 64) { x, _ in x < 32 ? [0, 0, 0] : [255, 255, 255] }
        try fixtures.run("vips", "extract_band", "a.ppm", "alpha.v", "0")
        try fixtures.run("vips", "bandjoin", "s.ppm alpha.v", "a.png")
        let plate = try load("a.png")
        #expect(plate.sample(at: 0.25, 0.5).isNear(Self.white, within: 1))
        #expect(plate.sample(at: 0.75, 0.5).isNear(Self.blue, within: 1))
    }

    @Test func deepAndGreyPicturesAreRead() throws {
        try fixtures.quarters("a.png", options: "compression=1")
        try fixtures.run("vips", "colourspace", "a.png", "deep.png", "rgb16")
        try fixtures.run("vips", "colourspace", "a.png", "grey.png", "b-w")
        try fixtures.run("vips", "colourspace", "a.png", "grey16.png", "grey16")
        expect(try load("deep.png"), [Self.red, Self.green, Self.blue, Self.white])
        for name in ["grey.png", "grey16.png"] {
            let plate = try load(name)
            for color in quarters(plate) { #expect(abs(color.blue - 128) <= 1 && abs(color.red - 128) <= 1) }
            #expect(plate.sample(at: 0.25, 0.75).isNear(Self.white, within: 2))
        }
    }

    @Test func cmykPicturesKeepTheirColours() throws {
        // Colours that printing inks can make.
        try fixtures.ppm("a.ppm", 64, 64) { x, _ in x < 32 ? [170, 90, 80] : [90, 140, 100] }
        try fixtures.run("vips", "icc_export", "a.ppm", "cmyk.jpg[Q=98]", "--output-profile", "cmyk")
        let plate = try load("cmyk.jpg")
        #expect(plate.sample(at: 0.25, 0.5).isNear(.color(170, 90, 80), within: 5), "\(plate.sample(at: 0.25, 0.5))")
        #expect(plate.sample(at: 0.75, 0.5).isNear(.color(90, 140, 100), within: 5), "\(plate.sample(at: 0.75, 0.5))")
    }

    @Test func heicAndAnimationsAreRead() throws {
        try fixtures.quarters("a.png", 320, 192, options: "compression=1")
        try fixtures.run("heif-enc", "-q", "95", "a.png", "-o", "a.heic")
        try fixtures.run("vips", "copy", "a.png", "a.webp[lossless]")
        try fixtures.run("vips", "copy", "a.png", "a.gif")
        expect(try load("a.heic"), [Self.red, Self.green, Self.blue, Self.white], within: 8)
        expect(try load("a.webp"), [Self.red, Self.green, Self.blue, Self.white])
        expect(try load("a.gif"), [Self.red, Self.green, Self.blue, Self.white], within: 4)
    }

    @Test func aPlateJustCoversWhatIsAskedFor() throws {
        try fixtures.quarters("a.jpg", 2000, 1500)
        #expect(try load("a.jpg", 960, 540).size == PixelSize(width: 960, height: 720))
        #expect(try load("a.jpg", 540, 960).size == PixelSize(width: 1280, height: 960))
        #expect(try load("a.jpg", 4000, 4000).size == PixelSize(width: 2000, height: 1500))
    }

    @Test func theSmallestAndTheThinnestPicturesWork() throws {
        try fixtures.ppm("dot.ppm", 1, 1) { _, _ in [0, 0, 255] }
        try fixtures.run("vips", "copy", "dot.ppm", "dot.png")
        try fixtures.quarters("thin.png", 3001, 21, options: "compression=1")
        let frame = try Frame(PixelSize(width: 320, height: 180))
        let sampler = PlateSampler()
        for name in ["dot.png", "thin.png"] {
            let plate = try load(name, 384, 216)
            sampler.sample(
                plate,
                region: Region(x: 0, y: 0, width: Double(plate.size.width), height: Double(plate.size.height)),
                into: frame
            )
            let blurred = try Plate.onBlurredCopy(fixtures.file(name), size: PixelSize(width: 384, height: 216))
            #expect(blurred.size == PixelSize(width: 384, height: 216))
        }
        #expect(try load("dot.png").sample(0, 0).isNear(Self.blue, within: 1))
    }

    @Test func aPictureOfAnotherShapeStandsWholeOnItsBlurredCopy() throws {
        try fixtures.quarters("tall.png", 200, 400, options: "compression=1")
        let plate = try Plate.onBlurredCopy(fixtures.file("tall.png"), size: PixelSize(width: 640, height: 360))
        #expect(plate.size == PixelSize(width: 640, height: 360))
        // The picture is 180 pixels wide, in the middle.
        #expect(plate.sample(234, 4).isNear(Self.red, within: 2))
        #expect(plate.sample(405, 355).isNear(Self.blue, within: 2))
        // Beside it the background: of the same colours, darker.
        let beside = plate.sample(20, 20)
        #expect(beside.luma < Self.red.luma - 8 && beside.red > 160)
    }
}

/// Orientation tags.
enum EXIF {
    /// Puts an EXIF segment with nothing but the orientation behind the start of a JPEG.
    static func turn(_ jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] =
            Array("MM".utf8) + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
            ]
        let body = Array("Exif".utf8) + [0, 0] + tiff
        return Array(jpeg.prefix(2)) + [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body + Array(jpeg.dropFirst(2))
    }
}
