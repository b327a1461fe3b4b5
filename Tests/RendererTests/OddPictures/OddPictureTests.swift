import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

/// However a picture is stored, an export shows its colours in their places.
@Suite struct OddPictureTests {
    let scratch: Scratch
    let prober = MediaProber(launch: testLaunch())

    init() throws {
        scratch = try Scratch()
    }

    private var tools: PictureTools { PictureTools(scratch: scratch) }

    /// Each picture for eight frames of a square video, filling it, without a move.
    private func export(_ pictures: [OddPicture]) async throws -> [Corners] {
        let square = PixelSize(width: 128, height: 128)
        let frames = try await export(pictures.map(\.name), size: square)
        #expect(frames.count == 8 * pictures.count)
        return frames
    }

    private func export(_ names: [String], size: PixelSize, ms: Int = 267, fit: Fit = .fill, move: Move = .none)
        async throws -> [Corners]
    {
        var photos = Photos(scratch)
        var segments: [Segment] = []
        for name in names {
            let item = try await prober.probe(path: scratch.file(name), name: name)
            photos.add(item.id, path: scratch.file(name))
            var segment = photos.segment(item.id, ms: ms, size: try #require(item.size, "\(name)"), move: move)
            segment.name = name
            segment.fit = fit
            segments.append(segment)
        }
        var job = photos.job(Timeline(segments: segments), cache: ChunkCache(folder: scratch.file("cache")))
        job.settings.size = size
        _ = try await job.run(to: scratch.file("out.mp4"))
        return try corners(of: scratch.file("out.mp4"))
    }

    private func check(_ pictures: [OddPicture]) async throws {
        for picture in pictures {
            let item = try await prober.probe(path: scratch.file(picture.name), name: picture.name)
            #expect(item.kind == .photo, "\(picture.name)")
            let size = try #require(item.size, "\(picture.name)")
            #expect((size.width < size.height) == picture.isTurned, "\(picture.name): \(size)")
        }
        let frames = try await export(pictures)
        guard frames.count == 8 * pictures.count else { return }
        for (index, picture) in pictures.enumerated() {
            let seen = frames[8 * index + 4]
            #expect(
                seen.isNear(picture.corners, within: picture.tolerance),
                "\(picture.name) shows \(seen) for \(picture.corners)"
            )
        }
    }

    @Test func allTurns() async throws { try await check(OddPicture.turned(tools)) }
    @Test func pngs() async throws { try await check(OddPicture.pngs(tools)) }
    @Test func jpegs() async throws { try await check(OddPicture.jpegs(tools)) }
    @Test func profiles() async throws { try await check(OddPicture.profiles(tools)) }
    @Test func heics() async throws { try await check(OddPicture.heics(tools)) }

    /// What the test above calls a grid is one to another reader, too.
    @Test func theTiledPictureIsAGrid() throws {
        _ = try OddPicture.heics(tools)
        let boxes = String(decoding: try shell("heif-info", ["-d", scratch.file("grid.heic")]), as: UTF8.self)
        #expect(boxes.contains("item_type: grid"))
        #expect(boxes.components(separatedBy: "item_type: hvc1").count == 5)
    }

    @Test func aPictureOfOnePixelFillsTheFrame() async throws {
        let color = RGBColor(190, 80, 70)
        try tools.ppm("dot.ppm", width: 1, height: 1) { _, _ in color }
        let types = ["png", "jpg[Q=98]", "webp[lossless]", "gif"]
        for type in types { try tools.vips("copy", "@dot.ppm", "@dot.\(type)") }
        for move in [Move.none, .zoomIn, .panLeft] {
            let names = ["dot.png", "dot.jpg", "dot.webp", "dot.gif"]
            let frames = try await export(names, size: PixelSize(width: 128, height: 72), fit: .auto, move: move)
            #expect(frames.count == 32)
            for (index, frame) in frames.enumerated() {
                for corner in frame.colors { #expect(corner.isNear(color, within: 8), "frame \(index): \(corner)") }
            }
        }
    }

    /// Red rises and falls along the strip, so that a move along it is seen.
    @Test(arguments: [(30_000, 200), (200, 30_000)])
    func aVeryLongPictureIsSeenAlongItsLongSide(width: Int, height: Int) async throws {
        let move: Move = width > height ? .panRight : .panDown
        let wave = (0..<400).map { RGBColor(40 + 160 * abs($0 - 200) / 200, 120, 90) }
        try tools.ppm("strip.ppm", width: width, height: height) { x, y in wave[(width > height ? x : y) % 400] }
        for type in ["png[compression=1]", "jpg[Q=95]"] { try tools.vips("copy", "@strip.ppm", "@strip.\(type)") }
        let size = PixelSize(width: 128, height: 72)
        for name in ["strip.png", "strip.jpg"] {
            for fit in [Fit.auto, .fill, .blur] {
                let frames = try await export([name], size: size, ms: 1000, fit: fit, move: move)
                #expect(frames.count == 30)
                for frame in frames {
                    for corner in frame.colors {
                        #expect(corner.green > corner.blue && corner.green < 135, "\(name), \(fit): \(frame)")
                    }
                }
                guard fit != .blur else { continue }
                #expect(!frames[1].isNear(frames[28], within: 3), "\(name), \(fit) moves: \(frames[1]) \(frames[28])")
            }
        }
    }
}
