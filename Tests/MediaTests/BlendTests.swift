import Foundation
import Testing
import Timeline

@testable import Media

@Suite struct BlendTests {
    let size = PixelSize(width: 322, height: 182)
    let base: Frame
    let incoming: Frame
    /// The base as it was.
    let original: Frame

    init() throws {
        base = try Frame(size)
        incoming = try Frame(size)
        original = try Frame(size)
        base.fill { plane, x, y in UInt8((x * 7 + y * 3 + plane * 50) % 220 + 16) }
        incoming.fill { plane, x, y in UInt8((x * 2 + y * 11 + plane * 90) % 220 + 16) }
        original.copy(base)
    }

    /// Compares all of the frame with a reference in floating point.
    func expectBase(_ tolerance: Double = 0.51, _ reference: (Plane, Int, Int) -> Double) {
        var worst = 0.0
        let planes = [
            (base.luma, original.luma, incoming.luma), (base.blue, original.blue, incoming.blue),
            (base.red, original.red, incoming.red),
        ]
        for (index, planes) in planes.enumerated() {
            let plane = Plane(
                index: index,
                width: planes.0.width,
                height: planes.0.height,
                base: { Double(planes.1.row($1)[$0]) },
                incoming: { Double(planes.2.row($1)[$0]) }
            )
            for y in 0..<plane.height {
                for x in 0..<plane.width {
                    worst = max(worst, abs(Double(planes.0.row(y)[x]) - reference(plane, x, y)))
                }
            }
        }
        #expect(worst <= tolerance)
    }

    struct Plane {
        let index: Int
        let width: Int
        let height: Int
        let base: (Int, Int) -> Double
        let incoming: (Int, Int) -> Double
    }

    @Test(arguments: [0, 1, 77, 128, 255, 256])
    func mix(weight: Int) {
        Blend.mix(incoming, into: base, weight: weight)
        expectBase { plane, x, y in
            let part = Double(weight) / 256
            return plane.base(x, y) * (1 - part) + plane.incoming(x, y) * part
        }
    }

    @Test(arguments: [Blend.Shade.black, .white], [0, 100, 256])
    func fade(shade: Blend.Shade, weight: Int) {
        Blend.fade(base, to: shade, weight: weight)
        expectBase { plane, x, y in
            let part = Double(weight) / 256
            let level = plane.index > 0 ? 128 : shade == .black ? 16.0 : 235
            return plane.base(x, y) * (1 - part) + level * part
        }
    }

    @Test func twoPicturesAtOnceNeverLeaveTheirRange() {
        base.fill { _, _, _ in 235 }
        incoming.fill { _, _, _ in 235 }
        Blend.add(incoming, to: base, progress: 0.5)
        #expect(base.sample(7, 7) == Sample(luma: 235, blue: 240, red: 240))
    }

    @Test(arguments: [(3, 0), (0, 5), (6, 2), (180, 0), (0, 100)])
    func aBlurIsTheMeanOfItsBox(radius: (x: Int, y: Int)) {
        Blend.blur(base, x: radius.x, y: radius.y, memory: BlendMemory())
        // One rounding for rows and one for columns.
        expectBase(1.01) { plane, x, y in
            let scale = plane.index == 0 ? 1 : 2
            let (across, down) = (radius.x / scale, radius.y / scale)
            var sum = 0.0
            for row in (y - down)...(y + down) {
                for column in (x - across)...(x + across) {
                    let inside = (min(max(column, 0), plane.width - 1), min(max(row, 0), plane.height - 1))
                    sum += plane.base(inside.0, inside.1)
                }
            }
            return sum / Double((2 * across + 1) * (2 * down + 1))
        }
    }

    @Test(arguments: [0, 1, 2, 31, 90])
    func blocksHaveTheirMeans(block: Int) {
        Blend.pixelate(base, block: block, memory: BlendMemory())
        expectBase { plane, x, y in
            let side = max((block & ~1) / (plane.index == 0 ? 1 : 2), 1)
            let columns = (x / side * side)..<min((x / side + 1) * side, plane.width)
            let rows = (y / side * side)..<min((y / side + 1) * side, plane.height)
            let sum = rows.reduce(0.0) { sum, row in columns.reduce(sum) { $0 + plane.base($1, row) } }
            return sum / Double(columns.count * rows.count)
        }
    }

    @Test(arguments: [Direction.left, .right, .up, .down], [0, 0.1234, 0.5, 0.77, 0.999, 1])
    func slide(direction: Direction, progress: Double) {
        Blend.slide(incoming, over: base, direction: direction, progress: progress)
        expectBase(1.5) { plane, x, y in
            let isHorizontal = direction == .left || direction == .right
            let side = isHorizontal ? plane.width : plane.height
            let offset = (1 - progress) * Double(side)
            let place = isHorizontal ? x : y
            // The pixel covers place..<place + 1; the incoming picture covers what is left of its edge.
            func incoming(_ at: Int) -> Double? {
                guard at >= 0, at < side else { return nil }
                return isHorizontal ? plane.incoming(at, y) : plane.incoming(x, at)
            }
            let exact = direction == .left || direction == .up ? Double(place) - offset : Double(place) + offset
            let whole = Int(exact.rounded(.down))
            let fraction = exact - Double(whole)
            let base = plane.base(x, y)
            return (incoming(whole) ?? base) * (1 - fraction) + (incoming(whole + 1) ?? base) * fraction
        }
    }

    @Test func aWipeToTheLeftBeginsAtTheRight() {
        let mask = WipeMask(.edge, direction: .left, size: size)
        Blend.wipe(incoming, over: base, mask: mask, progress: 0.4, memory: BlendMemory())
        #expect(base.sample(2, 90) == original.sample(2, 90))
        #expect(base.sample(318, 90) == incoming.sample(318, 90))
    }

    /// A shape that left much of the frame to one moment would not be as long as it is said to be.
    @Test(arguments: WipeMask.Shape.allCases)
    func everyShapeBeginsAtOnceAndEndsAtTheEnd(shape: WipeMask.Shape) throws {
        let sorted = WipeMask(shape, size: size).luma.values.sorted()
        #expect(try #require(sorted.first) < WipeMask.last / 20)
        #expect(try #require(sorted.last) > WipeMask.last - WipeMask.last / 20)
        for part in 1...3 {
            let threshold = Double(sorted[sorted.count * part / 4]) / Double(WipeMask.last)
            #expect(abs(threshold - Double(part) / 4) < 0.32)
        }
    }

    @Test(arguments: [(-7, -6), (101, 32), (300, 170)], [60, 256])
    func text(place: (Int, Int), opacity: Int) throws {
        let design = TextDesign(text: "Hé", style: TextStyle(color: "gold"))
        let text = try TextBitmap(design, lineHeight: 40, box: PixelSize(width: 200, height: 80))
        Blend.overlay(text, on: base, x: place.0, y: Double(place.1), opacity: opacity, memory: TextMemory())
        expectBase(1) { plane, x, y in
            let scale = plane.index == 0 ? 1 : 2
            let (left, top) = ((place.0 & ~1) / scale, place.1 / scale)
            let (width, height) = (text.size.width / scale, text.size.height / scale)
            let (column, row) = (x - left, y - top)
            guard (0..<width).contains(column), (0..<height).contains(row) else { return plane.base(x, y) }
            let values = [text.luma, text.blue, text.red][plane.index]
            let alphas = plane.index == 0 ? text.alpha : text.chromaAlpha
            let alpha = Double(alphas[row * width + column]) / 255
            let covered = plane.base(x, y) * (1 - alpha) + Double(values[row * width + column])
            return plane.base(x, y) + (covered - plane.base(x, y)) * Double(opacity) / 256
        }
    }
}
