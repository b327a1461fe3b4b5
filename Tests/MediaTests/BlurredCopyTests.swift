import Foundation
import TestKit
import Testing
import Timeline

@testable import Media

/// What is around a picture that has another shape than the frame.
@Suite struct BlurredCopyTests {
    struct Shapes: CustomStringConvertible {
        var picture: PixelSize
        var canvas: PixelSize

        /// Where the picture lies.
        var left: Int { (canvas.width - picture.width) / 2 & ~1 }
        var top: Int { (canvas.height - picture.height) / 2 & ~1 }

        var description: String {
            "\(picture.width)x\(picture.height) on \(canvas.width)x\(canvas.height)"
        }
    }

    static let shapes = [(102, 180, 320, 180), (180, 102, 180, 320), (300, 180, 320, 180), (320, 2, 320, 180)].map {
        Shapes(picture: PixelSize(width: $0, height: $1), canvas: PixelSize(width: $2, height: $3))
    }

    static func laid(_ picture: Planes, _ canvas: PixelSize) -> Planes {
        let target = Planes(canvas)
        BlurredCopy(canvas: canvas, picture: picture.size).lay(picture, into: target)
        return target
    }

    @Test("It is the picture's own copy, blurred and darkened as in floating point", arguments: shapes)
    func asInFloatingPoint(_ shapes: Shapes) {
        let picture = Planes.waves(shapes.picture)
        let laid = Self.laid(picture, shapes.canvas)
        for (plane, wanted) in zip(laid.grids, BlurredReference(picture, shapes.canvas).planes) {
            let squares = zip(plane.values, wanted).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
            let psnr = 10 * log10(255 * 255 * Double(plane.values.count) / max(squares, 1))
            #expect(psnr >= 40, "\(shapes): \(psnr) dB")
        }
    }

    @Test("The picture lies in the middle as it is", arguments: shapes)
    func pictureItself(_ shapes: Shapes) {
        let picture = Planes.waves(shapes.picture)
        let laid = Self.laid(picture, shapes.canvas)
        for (index, (plane, source)) in zip(laid.grids, picture.grids).enumerated() {
            let scale = index == 0 ? 1 : 2
            let (left, top) = (shapes.left / scale, shapes.top / scale)
            for y in 0..<source.height {
                let seen = plane.row(top + y)[left..<left + source.width]
                #expect(Array(seen) == source.row(y), "\(shapes), plane \(index), row \(y)")
            }
        }
    }

    @Test("It is smooth: nowhere an edge of its own", arguments: shapes)
    func smooth(_ shapes: Shapes) {
        let laid = Self.laid(.waves(shapes.picture), shapes.canvas).grids[0]
        let beside = [0..<shapes.left, shapes.left + shapes.picture.width..<laid.width]
        let beyond = [0..<shapes.top, shapes.top + shapes.picture.height..<laid.height]
        var steepest = 0
        for columns in beside {
            for y in 0..<laid.height {
                let row = laid.row(y)[columns]
                for (one, next) in zip(row, row.dropFirst()) { steepest = max(steepest, abs(Int(one) - Int(next))) }
            }
        }
        for rows in beyond {
            for y in rows.dropFirst() {
                for (one, next) in zip(laid.row(y - 1), laid.row(y)) {
                    steepest = max(steepest, abs(Int(one) - Int(next)))
                }
            }
        }
        #expect(steepest <= 4, "\(shapes): levels from one pixel to the next")
    }

    @Test("Grain that is another in every picture is hardly seen in it")
    func noShimmer() {
        var random = Random(seed: 7)
        let canvas = PixelSize(width: 640, height: 360)
        let copy = BlurredCopy(canvas: canvas, picture: PixelSize(width: 202, height: 360))
        let seen = (0..<3).map { _ in
            let picture = Planes.waves(copy.picture) { UInt8(clamping: Int($0) + random.number(-12...12)) }
            let target = Planes(canvas)
            copy.lay(picture, into: target)
            let laid = target.grids[0]
            return (0..<laid.height).flatMap { laid.row($0)[..<218] }
        }
        for (one, other) in zip(seen, seen.dropFirst()) {
            let most = zip(one, other).map { abs(Int($0) - Int($1)) }.max() ?? 0
            #expect(most <= 2, "levels between neighbouring pictures, of 24")
        }
    }

    @Test("It keeps the picture's colour, darker, and white and black stay in their range")
    func color() {
        let canvas = PixelSize(width: 640, height: 360)
        for (luma, blue, red) in [(63, 102, 240), (32, 240, 118), (235, 128, 128), (16, 128, 128)] {
            let picture = Planes(PixelSize(width: 202, height: 360))
            picture.fill(luma, blue, red)
            // Far from the picture, where its shadow does not reach.
            let corner = Plate(Self.laid(picture, canvas)).sample(4, 180)
            func darker(_ value: Int, than black: Int) -> Int { black + Int((Double(value - black) * 0.6).rounded()) }
            let wanted = Sample(
                luma: darker(luma, than: 16),
                blue: darker(blue, than: 128),
                red: darker(red, than: 128)
            )
            #expect(corner.isNear(wanted, within: 1), "\(corner) for \(wanted)")
        }
    }

    @Test("It gives the same bytes each time, whatever was laid before")
    func sameBytes() {
        let canvas = PixelSize(width: 640, height: 360)
        let picture = Planes.waves(PixelSize(width: 202, height: 360))
        let copy = BlurredCopy(canvas: canvas, picture: picture.size)
        let white = Planes(picture.size)
        white.fill(235, 128, 128)
        let (first, second) = (Planes(canvas), Planes(canvas))
        copy.lay(picture, into: first)
        copy.lay(white, into: second)
        copy.lay(picture, into: second)
        #expect(first.bytes == second.bytes)
        #expect(Self.laid(picture, canvas).bytes == first.bytes)
    }

    @Test("A clip's plates that are held keep their pictures while the next are made")
    func heldPlates() throws {
        let fixtures = try Fixtures()
        try fixtures.make("a.mp4", from: "color=black:s=64x36:r=10:d=1,geq=lum='20+20*N':cb=128:cr=128")
        for placement in [
            PicturePlacement.onBlurredCopy(PixelSize(width: 36, height: 64)),
            .covering(PixelSize(width: 64, height: 36)),
        ] {
            let reader = try ClipReader(fixtures.file("a.mp4"), placement: placement)
            let first = try reader.plate(at: .zero)
            let bytes = first.planes.bytes
            let others = try (1..<8).map { try reader.plate(at: Milliseconds($0 * 100)).planes.bytes }
            #expect(first.planes.bytes == bytes)
            #expect(others.allSatisfy { $0 != bytes })
        }
    }
}
