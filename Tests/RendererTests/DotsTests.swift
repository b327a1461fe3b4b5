import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Motion as it can be measured: small bright dots go where the plan says, and nowhere else.
@Suite struct DotsTests {
    private static let isLong = ProcessInfo.processInfo.environment["KINORA_SOAK"] != nil
    /// Full size and every move when there is time for it.
    private static let frame =
        isLong ? PixelSize(width: 1920, height: 1080) : PixelSize(width: 960, height: 540)

    private struct Shot: CustomStringConvertible {
        var move: Move
        var focus = UnitPoint.middle
        var strength = 0.12
        var seconds = 2.0

        var description: String { "\(move.rawValue) \(focus.x),\(focus.y) \(strength) \(seconds) s" }
    }

    /// Every move, slow and fast, about the middle and about a point aside.
    private static let shots: [Shot] =
        Move.allCases.filter { $0 != .none }.map { Shot(move: $0) } + [
            Shot(move: .zoomIn, focus: UnitPoint(x: 0.31, y: 0.44), strength: 0.375),
            Shot(move: .zoomOut, focus: UnitPoint(x: 0.7, y: 0.6), strength: 0.06, seconds: 4),
            Shot(move: .panRight, strength: 0.05, seconds: 4),
        ]
    private static let encodedShots = isLong ? shots : [shots[0], shots[3], shots[7]]

    private let photo: DotPhoto
    private let plates = Plates(memory: 1 << 30)
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        photo = try DotPhoto(scratch)
    }

    private func plan(_ shot: Shot) -> RenderPlan {
        let motion = Motion(shot.move, focusX: shot.focus.x, focusY: shot.focus.y, strength: shot.strength)
        let segment = Segment(
            id: "s",
            media: DotPhoto.name,
            kind: .photo,
            name: DotPhoto.name,
            size: DotPhoto.size,
            duration: .seconds(shot.seconds),
            motion: motion
        )
        return RenderPlan(
            Timeline(segments: [segment]),
            settings: VideoSettings(size: Self.frame, quality: .high)
        )
    }

    private func paths(_ plan: RenderPlan) throws -> DotPaths {
        let rects = try plan.chunks.flatMap { chunk in
            let layer = try #require(chunk.description.scenes.first?.picture)
            guard case .still(let framing, let length) = layer.source else { return [SourceRect]() }
            try #require(framing.canvas == nil)
            return (0..<chunk.description.frames).map {
                framing.rect(at: Double(layer.offset + $0) / Double(length - 1))
            }
        }
        let planned = photo.dots.map { dot in rects.map { DotPhoto.seen(dot, in: $0, frame: Self.frame) } }
        return DotPaths(planned: planned, frame: Self.frame)
    }

    /// Draws the plan's frames as they go to the encoder.
    private func draw(_ plan: RenderPlan, _ take: (Frame) throws -> Void) throws {
        let canvas = try Canvas(Self.frame)
        for chunk in plan.chunks {
            let layer = try #require(chunk.description.scenes.first?.picture)
            let painter = try LayerPainter(layer, frame: Self.frame, plates: plates, file: photo.file())
            for index in 0..<chunk.description.frames {
                var canvas = canvas
                try canvas.draw(painter, index: index)
                try take(canvas.frame)
            }
        }
    }

    @Test func dotsGoAsPlannedOnTheirWayToTheEncoder() throws {
        for shot in Self.shots { try checkDrawing(of: shot) }
    }

    private func checkDrawing(of shot: Shot) throws {
        let plan = plan(shot)
        var paths = try paths(plan)
        #expect(paths.count > 50)
        try draw(plan) { frame in paths.add { UnsafePointer(frame.luma.row($0)) } }
        let back = paths.stepsBack(atLeast: 0.1)
        print("dots, drawn: \(shot): roughness \(paths.roughness.places(4)) px/frame², \(back) steps back")
        #expect(paths.roughness <= 0.03, "\(shot)")
        #expect(back == 0, "\(shot)")
    }

    @Test func dotsGoSmoothlyInTheFinishedVideo() throws {
        for shot in Self.encodedShots { try checkVideo(of: shot) }
    }

    private func checkVideo(of shot: Shot) throws {
        let plan = plan(shot)
        var paths = try paths(plan)
        let render = ChunkRenderer(
            plates: plates,
            masks: WipeMasks(),
            files: [DotPhoto.name: try photo.file()],
            report: { _ in }
        )
        var stream = Data()
        for chunk in plan.chunks {
            let encoded = try render.render(chunk.description)
            stream.append(contentsOf: encoded.parameterSets)
            for packet in encoded.packets { stream.append(contentsOf: packet.bytes) }
        }
        let path = try scratch.write("video.h264", stream)
        // The luma as it is in the video, without a conversion of its range.
        let luma = try shell("ffmpeg", ["-r", "30", "-i", path, "-vf", "extractplanes=y", "-f", "rawvideo", "-"])
        let size = Self.frame.width * Self.frame.height
        try #require(luma.count == plan.frames * size)
        luma.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
            for index in 0..<plan.frames { paths.add { start + index * size + $0 * Self.frame.width } }
        }
        let (back, rest) = (paths.stepsBack(atLeast: 0, by: 0.1), paths.restOfSmoothPath)
        print("dots, video: \(shot): smooth path leaves \(rest.places(4)) px, \(back) steps back by 0.1 px")
        #expect(back == 0, "\(shot)")
        #expect(rest <= 0.08, "\(shot)")
    }

    @Test func everyRenderIsTheSame() throws {
        let plan = plan(Shot(move: .zoomIn, focus: UnitPoint(x: 0.3, y: 0.6), seconds: 0.4))
        var renders: [Set<[UInt8]>] = []
        for _ in 0..<2 {
            var frames: Set<[UInt8]> = []
            try draw(plan) { frames.insert(TransitionTests.bytes($0)) }
            renders.append(frames)
        }
        #expect(renders[0] == renders[1])
        // And no frame is that before it.
        #expect(renders[0].count == plan.frames)
    }
}

extension Double {
    func places(_ count: Int) -> String { String(format: "%.\(count)f", self) }
}
