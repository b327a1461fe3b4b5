import Foundation
import Testing
import Timeline

@testable import Renderer

/// The pictures of a contact sheet.
@Suite struct SegmentStillTests {
    let scratch: Scratch
    var photos: Photos
    let thumbnailer: MediaThumbnailer

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
        thumbnailer = MediaThumbnailer(
            prober: MediaProber(launch: testLaunch()),
            folder: scratch.file("thumbnails")
        )
    }

    private struct Pixels {
        var width: Int
        var height: Int
        var rgb: [UInt8]

        /// A PPM in the plainest form.
        init(_ file: Data) throws {
            let parts = file.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
            try #require(parts.count == 4)
            let size = String(decoding: parts[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
            try #require(parts[0] == Data("P6".utf8) && size.count == 2 && parts[2] == Data("255".utf8))
            (width, height, rgb) = (size[0], size[1], Array(parts[3]))
            try #require(rgb.count == width * height * 3)
        }

        /// Red, green and blue at a point, in parts of the width and height.
        func color(_ x: Double, _ y: Double) -> [Int] {
            let index = (Int(y * Double(height)) * width + Int(x * Double(width))) * 3
            return rgb[index..<index + 3].map(Int.init)
        }
    }

    private func picture(_ segment: Segment, aspect: Aspect = .landscape, side: Int = 160) async throws -> Pixels {
        let still = try #require(SegmentStill(segment, aspect: aspect))
        let file = try await thumbnailer.picture(of: still, side: side, form: .ppm) { [photos] in photos.paths[$0] }
        return try Pixels(file)
    }

    private func refusal(of segment: Segment) async -> MediaRefusal? {
        do {
            _ = try await picture(segment)
            return nil
        } catch {
            return error as? MediaRefusal
        }
    }

    private func near(_ color: [Int], _ other: [Int], within tolerance: Int = 12) -> Bool {
        zip(color, other).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test mutating func itShowsTheColoursAndTheShapeOfTheVideo() async throws {
        // Red on the left, blue on the right.
        try photos.add("halves", "color=red:s=320x360[l];color=blue:s=320x360[r];[l][r]hstack")
        let plain = try await picture(photos.segment("halves"))
        #expect(plain.width == 160 && plain.height == 90)
        #expect(near(plain.color(0.2, 0.5), [254, 0, 0]))
        #expect(near(plain.color(0.8, 0.5), [0, 0, 254]))
        let square = try await picture(photos.segment("halves"), aspect: .square)
        #expect(square.width == 160 && square.height == 160)
        let tall = try await picture(photos.segment("halves"), aspect: .portrait)
        #expect(tall.width == 90 && tall.height == 160)
    }

    @Test mutating func aLookIsSeen() async throws {
        try photos.add("red", "color=red:s=640x360")
        var segment = photos.segment("red")
        segment.look = Look(.blackAndWhite)
        let color = try await picture(segment).color(0.5, 0.5)
        #expect(color.max()! - color.min()! <= 4, "\(color)")
    }

    @Test mutating func anotherPictureHasAnotherKeyAndANeighbourChangesNothing() throws {
        try photos.add("red", "color=red:s=640x360")
        let segment = photos.segment("red")
        let key = SegmentStill(segment, aspect: .landscape)?.key
        var renamed = segment
        renamed.id = "other"
        renamed.name = "other.jpg"
        renamed.transition = Transition(.crossfade)
        #expect(SegmentStill(renamed, aspect: .landscape)?.key == key)
        var changed = segment
        changed.look = Look(.sepia)
        #expect(SegmentStill(changed, aspect: .landscape)?.key != key)
        changed = segment
        changed.motion = Motion(.zoomIn)
        #expect(SegmentStill(changed, aspect: .landscape)?.key != key)
        #expect(SegmentStill(segment, aspect: .square)?.key != key)
    }

    @Test mutating func itIsMadeOnceAndForgottenWithItsMedium() async throws {
        try photos.add("red", "color=red:s=640x360")
        let first = try await picture(photos.segment("red"))
        try FileManager.default.removeItem(atPath: scratch.file("red.jpg"))
        #expect(try await picture(photos.segment("red")).rgb == first.rgb)
        thumbnailer.forget("red")
        #expect(await refusal(of: photos.segment("red")) != nil)
    }

    @Test mutating func aFileThatIsNoPictureIsRefusedByItsName() async throws {
        photos.add("text", path: try scratch.write("text.jpg", Data("nothing to see".utf8)))
        let refusal = await refusal(of: photos.segment("text"))
        #expect(refusal?.message.contains("text.jpg") == true)
    }
}
