import Foundation
import Testing
import Timeline

@testable import Media

/// What a photo is of, as the probe finds it.
@Suite struct SubjectTests {
    private let fixtures: Fixtures

    init() throws {
        fixtures = try Fixtures()
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    /// A portrait, 480 x 480, with the face where a person sees it.
    private static let portrait = root.appending(path: "Support/Photos/astronaut.jpg").path
    private static let face = UnitRect(x: 0.345, y: 0.14, width: 0.19, height: 0.2)
    private static let samples = root.deletingLastPathComponent().appending(path: "Docs/samples").path

    private func subject(_ name: String) throws -> Subject {
        try #require(try MediaProbe.probe(try fixtures.file(name)).subject)
    }

    private func expect(
        _ subject: Subject,
        oneFaceAt place: UnitRect,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(subject.faces.count == 1, sourceLocation: sourceLocation)
        guard let face = subject.faces.first else { return }
        #expect(abs(face.middle.x - place.middle.x) < place.width / 4, sourceLocation: sourceLocation)
        #expect(abs(face.middle.y - place.middle.y) < place.height / 4, sourceLocation: sourceLocation)
        #expect((0.7...1.4).contains(face.width / place.width), sourceLocation: sourceLocation)
        #expect(subject.focus.isNear(face.middle, within: 0.001), sourceLocation: sourceLocation)
    }

    @Test func aFaceIsFoundWhereItIs() throws {
        try fixtures.run("cp", Self.portrait, "face.jpg")
        expect(try subject("face.jpg"), oneFaceAt: Self.face)
    }

    /// The file's pixels are turned so that the EXIF note makes them upright again.
    @Test(arguments: [(3, "d180"), (6, "d270"), (8, "d90")])
    func aFaceIsSoughtInTheUprightPhoto(note: Int, turn: String) throws {
        try fixtures.run("vips", "crop", Self.portrait, "wide.v", "0", "0", "480", "360")
        try fixtures.run("vips", "rot", "wide.v", "lying.jpg[Q=92]", turn)
        try fixtures.write(EXIF.turn(try fixtures.bytes("lying.jpg"), orientation: UInt8(note)), "turned.jpg")
        #expect(try MediaProbe.probe(try fixtures.file("turned.jpg")).size == PixelSize(width: 480, height: 360))
        let place = UnitRect(x: 0.345, y: 0.14 * 4 / 3, width: 0.19, height: 0.2 * 4 / 3)
        expect(try subject("turned.jpg"), oneFaceAt: place)
    }

    @Test(arguments: ["small.png", "small.webp", "grey.jpg", "large.jpg", "clear.png"])
    func aFaceIsFoundInEveryKindOfPhoto(name: String) throws {
        switch name {
        case "grey.jpg": try fixtures.run("vips", "colourspace", Self.portrait, name, "b-w")
        case "large.jpg": try fixtures.run("vips", "resize", Self.portrait, name, "8.4")
        case "clear.png": try fixtures.run("vips", "bandjoin_const", Self.portrait, name, "255")
        default: try fixtures.run("vips", "copy", Self.portrait, name)
        }
        expect(try subject(name), oneFaceAt: Self.face)
    }

    /// Two of one size at the sides of a wide picture, and a larger one between them.
    @Test func severalFacesComeInTheOrderOfTheirSize() throws {
        try fixtures.run("vips", "resize", Self.portrait, "less.v", "0.8")
        try fixtures.run("vips", "crop", "less.v", "side.v", "64", "0", "176", "384")
        try fixtures.run("vips", "embed", "side.v", "left.v", "0", "48", "572", "480", "--extend", "copy")
        try fixtures.run("vips", "insert", "left.v", "side.v", "both.v", "396", "48")
        try fixtures.run("vips", "crop", Self.portrait, "middle.v", "80", "0", "220", "480")
        try fixtures.run("vips", "insert", "both.v", "middle.v", "three.png", "176", "0")
        let subject = try subject("three.png")
        try #require(subject.faces.count == 3)
        #expect(subject.faces[0].middle.isNear(UnitPoint(x: 0.537, y: 0.24), within: 0.03))
        #expect(subject.faces[0].width > subject.faces[1].width * 1.1)
        let bounds = try #require(subject.faceBounds)
        #expect(bounds.x < 0.16 && bounds.x + bounds.width > 0.9)
        // The large one counts for more, and those at the sides for the same.
        #expect(subject.focus.isNear(UnitPoint(x: 0.535, y: 0.265), within: 0.03))
    }

    @Test func theSameFileGivesTheSameSubjectOnEveryThread() async throws {
        try fixtures.run("cp", Self.portrait, "face.jpg")
        let file = try fixtures.file("face.jpg")
        let first = try MediaProbe.probe(file).subject
        let all = try await withThrowingTaskGroup(of: Subject?.self) { group in
            for _ in 0..<8 { group.addTask { try MediaProbe.probe(file).subject } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 8 && all.allSatisfy { $0 == first })
    }

    /// Rocks, mountains, a brook, dogs and a sunset: nobody's face.
    @Test(arguments: ["01-aitzgorri", "02-picos-de-europa", "03-stream", "04-friends", "05-sunset"])
    func photosWithoutPeopleHaveNoFaces(name: String) throws {
        try fixtures.run("cp", "\(Self.samples)/\(name).jpg", "photo.jpg")
        let subject = try subject("photo.jpg")
        #expect(subject.faces.isEmpty)
        #expect(subject.isWithinPicture)
        if name == "04-friends" {
            // Between the heads of the two dogs, at (0.41, 0.31) and (0.58, 0.52).
            #expect(subject.focus.isNear(UnitPoint(x: 0.5, y: 0.415), within: 0.1))
        }
    }

    /// Noise and patterns offer the finder far more of what might be a face than any photo does.
    @Test(arguments: ["gaussnoise --mean 128 --sigma 60", "perlin --cell-size 24", "worley --cell-size 30", "eye"])
    func patternsHaveNoFaces(pattern: String) throws {
        let words = pattern.split(separator: " ").map(String.init)
        try fixtures.run(arguments: ["vips", words[0], "pattern.v", "640", "480"] + words.dropFirst())
        try fixtures.run("vips", "scale", "pattern.v", "pattern.png")
        #expect(try subject("pattern.png").faces.isEmpty)
    }

    /// A red ball on grey stands out.
    @Test(arguments: [(0.2, 0.7), (0.75, 0.3)])
    func whatStandsOutIsTheFocus(x: Double, y: Double) throws {
        try fixtures.ppm("ball.ppm", 300, 200) { column, row in
            hypot(Double(column) - x * 300, Double(row) - y * 200) < 22 ? [220, 30, 20] : [128, 128, 128]
        }
        try fixtures.run("vips", "copy", "ball.ppm", "ball.png")
        #expect(try subject("ball.png").focus.isNear(UnitPoint(x: x, y: y), within: 0.12))
    }

    @Test(arguments: [(1, 1), (2, 1), (15, 15), (3000, 20), (20, 3000), (4000, 500)])
    func oddShapesHaveASubject(width: Int, height: Int) throws {
        try fixtures.run("vips", "black", "odd.jpg", "\(width)", "\(height)", "--bands", "3")
        let subject = try subject("odd.jpg")
        #expect(subject.faces.isEmpty)
        #expect(subject.isWithinPicture)
        if min(width, height) < 16 { #expect(subject.focus == .middle) }
    }

    @Test func nothingIsLookedForInWhatIsNoPhoto() throws {
        try fixtures.clip("clip.mp4")
        #expect(try MediaProbe.probe(try fixtures.file("clip.mp4")).subject == nil)
    }
}

extension UnitPoint {
    fileprivate func isNear(_ other: UnitPoint, within distance: Double) -> Bool {
        abs(x - other.x) <= distance && abs(y - other.y) <= distance
    }
}
