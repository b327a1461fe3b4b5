import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Each frame of each transition, as it goes to the encoder.
@Suite struct TransitionTests {
    static let size = PixelSize(width: 320, height: 180)
    static let length = 11

    let scratch: Scratch
    let pictures: [LayerPainter]

    init() throws {
        scratch = try Scratch()
        var photos = Photos(scratch)
        try photos.add("a", "testsrc2=s=320x180")
        try photos.add("b", "mandelbrot=s=320x180:start_scale=0.8")
        let plates = Plates(memory: 1 << 30)
        pictures = try ["a", "b"].map { name in
            let descriptor = open(try #require(photos.paths[name]), O_RDONLY)
            defer { close(descriptor) }
            let whole = SourceRect(x: 0, y: 0, width: 320, height: 180)
            let layer = PictureLayer(
                media: name,
                size: Self.size,
                source: .still(Framing(start: whole, end: whole), length: 100),
                offset: 0
            )
            return try LayerPainter(
                layer,
                frame: Self.size,
                plates: plates,
                file: MediaFile(descriptor: descriptor, name: name)
            )
        }
    }

    func change(_ style: TransitionStyle, _ direction: Direction) -> ChunkDescription.Change {
        ChunkDescription.Change(
            style: style,
            direction: direction,
            easing: style.usualEasing,
            incoming: PictureLayer(
                media: "b",
                size: Self.size,
                source: .clip(start: 0, part: nil),
                offset: 0
            ),
            offset: 0,
            length: Self.length
        )
    }

    func still(_ painter: LayerPainter) throws -> Frame {
        let frame = try Frame(Self.size)
        try painter.draw(0, into: frame, with: PlateSampler())
        return frame
    }

    static func bytes(_ frame: Frame) -> [UInt8] {
        [frame.luma, frame.blue, frame.red].flatMap { plane in
            (0..<plane.height).flatMap { Array(UnsafeBufferPointer(start: plane.row($0), count: plane.width)) }
        }
    }

    static let all: [(TransitionStyle, Direction)] = TransitionStyle.allCases.filter { $0 != .cut }.flatMap { style in
        style.hasDirection ? Direction.allCases.map { (style, $0) } : [(style, .right)]
    }

    @Test(arguments: all)
    func everyFrameIsWhatTheTransitionIsDefinedToBe(style: TransitionStyle, direction: Direction) throws {
        let (outgoing, incoming) = (try still(pictures[0]), try still(pictures[1]))
        let canvas = try Canvas(Self.size)
        let painter = try TransitionPainter(change(style, direction), size: Self.size, masks: WipeMasks())
        for index in [0, 1, 3, 5, 8, 10] {
            try canvas.draw(painter, index: index, from: pictures[0], to: pictures[1])
            let reference = TransitionReference(
                outgoing: FloatFrame(outgoing),
                incoming: FloatFrame(incoming),
                style: style,
                direction: direction,
                length: Self.length,
                index: index
            )
            let psnr = reference.frame.psnr(canvas.frame)
            #expect(psnr >= 40, "\(style) \(direction), frame \(index): \(psnr) dB")
            if index == 0 { #expect(Self.bytes(canvas.frame) == Self.bytes(outgoing)) }
            if index == 10 { #expect(Self.bytes(canvas.frame) == Self.bytes(incoming)) }
        }
    }

    /// The middle of every transition is neither picture, and no two transitions share it.
    @Test func everyTransitionLooksLikeNoOther() throws {
        var seen: [[UInt8]: String] = [:]
        for (index, picture) in pictures.enumerated() { seen[Self.bytes(try still(picture))] = "picture \(index)" }
        let canvas = try Canvas(Self.size)
        for (style, direction) in Self.all {
            // Doors and their opposites are alike.
            if style == .barnDoors, direction == .left || direction == .up { continue }
            let painter = try TransitionPainter(change(style, direction), size: Self.size, masks: WipeMasks())
            try canvas.draw(painter, index: 4, from: pictures[0], to: pictures[1])
            let earlier = seen.updateValue("\(style) \(direction)", forKey: Self.bytes(canvas.frame))
            #expect(earlier == nil, "\(style) \(direction)")
        }
    }

    @Test func easingDecidesWhenThingsHappen() throws {
        let canvas = try Canvas(Self.size)
        var middles: [[UInt8]] = []
        for easing in Easing.allCases {
            var change = change(.circle, .right)
            change.easing = easing
            let painter = try TransitionPainter(change, size: Self.size, masks: WipeMasks())
            try canvas.draw(painter, index: 3, from: pictures[0], to: pictures[1])
            middles.append(Self.bytes(canvas.frame))
        }
        #expect(Set(middles).count == Easing.allCases.count)
    }
}
