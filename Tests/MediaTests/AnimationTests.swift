import Foundation
import Testing
import Timeline

@testable import Media

/// A GIF written byte by byte (GIF89a), so that every field of it is known.
struct TestGIF {
    struct Frame {
        var left = 0
        var top = 0
        var width = 8
        var height = 8
        /// 0 black, 1 white, 2 red, 3 transparent where the frame says so.
        var color: UInt8
        var delay = 10
        var disposal = 1
        var hasTransparency = false
        /// The left half has this colour instead.
        var leftColor: UInt8?
    }

    var frames: [Frame]

    var bytes: [UInt8] {
        func word(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
        var bytes = Array("GIF89a".utf8) + word(8) + word(8) + [0x91, 0, 0]
        bytes += [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 255]
        for frame in frames {
            bytes += [0x21, 0xF9, 4, UInt8(frame.disposal << 2 | (frame.hasTransparency ? 1 : 0))]
            bytes += word(frame.delay) + [3, 0, 0x2C]
            bytes += word(frame.left) + word(frame.top) + word(frame.width) + word(frame.height) + [0, 7]
            var data: [UInt8] = []
            for y in 0..<frame.height {
                // Codes of 8 bits, with a clear code before they would grow.
                if y % 8 == 0 { data.append(128) }
                for x in 0..<frame.width {
                    data.append(x < frame.width / 2 ? frame.leftColor ?? frame.color : frame.color)
                }
            }
            data.append(129)
            bytes += [UInt8(data.count)] + data + [0]
        }
        return bytes + [0x3B]
    }
}

@Suite("Animations") struct AnimationTests {
    let fixtures: Fixtures

    init() throws { fixtures = try Fixtures() }

    func reader(_ gif: TestGIF) throws -> AnimationReader {
        try fixtures.write(gif.bytes, "a.gif")
        return try AnimationReader(fixtures.file("a.gif"), placement: .covering(PixelSize(width: 8, height: 8)))
    }

    func luma(_ reader: AnimationReader, _ time: Int, _ x: Int = 4, _ y: Int = 4) throws -> Int {
        try reader.plate(at: Milliseconds(time)).sample(x, y).luma
    }

    @Test("Each picture is shown for its own time, round and round; no time at all is a tenth of a second")
    func delays() throws {
        let gif = TestGIF(frames: [.init(color: 0, delay: 30), .init(color: 1, delay: 0), .init(color: 2, delay: 5)])
        let reader = try reader(gif)
        let facts = try MediaProbe.probe(fixtures.file("a.gif"))
        #expect(facts.kind == .animation && facts.duration == Milliseconds(450))
        for round in [0, 450, 4500, 450 * 1000] {
            for (time, expected) in [(0, 16), (299, 16), (300, 235), (399, 235), (400, 63), (449, 63)] {
                #expect(abs(try luma(reader, round + time) - expected) <= 1, "\(round + time)")
            }
        }
        // Backwards, as the next chunk may ask.
        #expect(try luma(reader, 0) == 16)
    }

    @Test("What a picture leaves behind is what its disposal says")
    func disposal() throws {
        func second(disposal: Int) throws -> (covered: Int, freed: Int) {
            let gif = TestGIF(frames: [
                .init(color: 0), .init(left: 0, width: 4, color: 2, disposal: disposal, hasTransparency: true),
                .init(left: 4, width: 4, color: 3, hasTransparency: true),
            ])
            let reader = try reader(gif)
            #expect(abs(try luma(reader, 150, 1) - 63) <= 1)
            return (try luma(reader, 250, 5), try luma(reader, 250, 1))
        }
        let kept = try second(disposal: 1)
        #expect(kept.covered == 16 && abs(kept.freed - 63) <= 1)
        // Cleared to transparent, which lies on white.
        #expect(try second(disposal: 2) == (16, 235))
        #expect(try second(disposal: 3) == (16, 16))
    }

    @Test("What is transparent lies on white")
    func transparency() throws {
        let reader = try reader(
            TestGIF(frames: [
                .init(color: 0, hasTransparency: true, leftColor: 3),
                .init(color: 0, hasTransparency: true, leftColor: 3),
            ])
        )
        #expect(try luma(reader, 0, 1) == 235 && luma(reader, 0, 6) == 16)
    }

    @Test("An animated WebP plays, stands on its blurred copy, and holds what was whole of it when it breaks off")
    func webp() throws {
        try fixtures.make(
            "a.webp",
            from: "color=black:s=64x36:r=10:d=1,geq=lum='20+20*N':cb=128:cr=128",
            "-c:v",
            "libwebp_anim",
            "-lossless",
            "1"
        )
        #expect(try MediaProbe.probe(fixtures.file("a.webp")).duration == Milliseconds(1000))
        let box = PixelSize(width: 36, height: 64)
        let reader = try AnimationReader(fixtures.file("a.webp"), placement: .onBlurredCopy(box))
        for (time, number) in [(50, 0), (350, 3), (950, 9), (1050, 0), (2450, 4)] {
            let plate = try reader.plate(at: Milliseconds(time))
            #expect(plate.size == box)
            #expect(abs(plate.sample(at: 0.5, 0.5).luma - (20 + 20 * number)) <= 2, "\(time)")
        }
        let bytes = try fixtures.bytes("a.webp")
        try fixtures.write(Array(bytes.prefix(bytes.count * 2 / 3)), "cut.webp")
        let cut = try? AnimationReader(fixtures.file("cut.webp"), placement: .covering(box))
        if let cut {
            let last = try? cut.plate(at: Milliseconds(950)).sample(at: 0.5, 0.5).luma
            #expect(last ?? 0 < 240)
        }
    }
}
