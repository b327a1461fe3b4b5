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

    @Test(arguments: [0, 100, 256])
    func fade(brightness: Int) {
        Blend.fade(base, brightness: brightness)
        expectBase { plane, x, y in
            let part = Double(brightness) / 256
            return plane.base(x, y) * part + (plane.index == 0 ? 16 : 128) * (1 - part)
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

    @Test(arguments: [Direction.left, .right, .up, .down], [0, 0.3, 0.5, 1])
    func wipe(direction: Direction, progress: Double) {
        Blend.wipe(incoming, over: base, direction: direction, progress: progress, softness: 0.1)
        expectBase(0.95) { plane, x, y in
            let isHorizontal = direction == .left || direction == .right
            let place =
                isHorizontal ? (Double(x) + 0.5) / Double(plane.width) : (Double(y) + 0.5) / Double(plane.height)
            let way = direction == .left || direction == .up ? 1 - place : place
            let depth = min(max((progress * 1.1 - way) / 0.1, 0), 1)
            let part = depth * depth * (3 - 2 * depth)
            return plane.base(x, y) * (1 - part) + plane.incoming(x, y) * part
        }
    }

    @Test func aWipeToTheLeftBeginsAtTheRight() {
        Blend.wipe(incoming, over: base, direction: .left, progress: 0.4)
        #expect(base.sample(2, 90) == original.sample(2, 90))
        #expect(base.sample(318, 90) == incoming.sample(318, 90))
    }

    @Test(arguments: [(-7, -5), (101, 33), (300, 170)], [60, 256])
    func text(place: (Int, Int), opacity: Int) throws {
        let text = try TextBitmap.render("Hé", lineHeight: 40, color: "gold", box: PixelSize(width: 200, height: 80))
        Blend.overlay(text, on: base, x: place.0, y: place.1, opacity: opacity)
        expectBase(1) { plane, x, y in
            let scale = plane.index == 0 ? 1 : 2
            let (left, top) = ((place.0 & ~1) / scale, (place.1 & ~1) / scale)
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
