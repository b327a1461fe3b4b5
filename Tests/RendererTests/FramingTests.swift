import Testing
import Timeline

@testable import Renderer

@Suite struct FramingTests {
    static let wide = 16.0 / 9

    func framing(
        _ move: Move,
        _ width: Int,
        _ height: Int,
        fit: Fit = .auto,
        ratio: Double = FramingTests.wide,
        seconds: Double = 5
    ) -> Framing {
        Framing(
            motion: Motion(move),
            fit: fit,
            size: PixelSize(width: width, height: height),
            ratio: ratio,
            seconds: seconds
        )
    }

    @Test func theFrameNeverLeavesThePicture() {
        var random = SplitMix(seed: 21)
        for _ in 0..<2000 {
            let size = PixelSize(
                width: Int.random(in: 2...8000, using: &random),
                height: Int.random(in: 2...8000, using: &random)
            )
            let ratios: [Double] = [16.0 / 9, 9.0 / 16, 1, 0.8]
            let ratio = ratios.randomElement(using: &random) ?? 1
            let motion = Motion(
                Move.allCases.randomElement(using: &random) ?? .none,
                focusX: Double.random(in: 0...1, using: &random),
                focusY: Double.random(in: 0...1, using: &random),
                strength: Double.random(in: 0...1, using: &random)
            )
            let fit = Fit.allCases.randomElement(using: &random) ?? .auto
            let framing = Framing(motion: motion, fit: fit, size: size, ratio: ratio, seconds: 4)
            let room = framing.canvas ?? size
            for step in 0...10 {
                let rect = framing.rect(at: Double(step) / 10)
                #expect(rect.x >= -0.001 && rect.y >= -0.001)
                #expect(rect.x + rect.width <= Double(room.width) + 0.001)
                #expect(rect.y + rect.height <= Double(room.height) + 0.001)
                // Of the frame's shape, but for what the rounding of a canvas of a few pixels takes.
                let error = abs(rect.width / rect.height / ratio - 1)
                let allowed = 0.001 + 2 / min(rect.width, rect.height)
                #expect(error < allowed)
            }
        }
    }

    @Test func everyMoveMovesInEveryFrame() {
        for move in Move.allCases where move != .none {
            for (width, height) in [(4000, 3000), (3000, 4000), (6000, 2000), (1920, 1080)] {
                let framing: Framing = self.framing(move, width, height)
                let rects: [SourceRect] = (0..<120).map { framing.rect(at: Double($0) / 119) }
                for (one, next) in zip(rects, rects.dropFirst()) {
                    let step = max(abs(one.x - next.x), abs(one.y - next.y), abs(one.width - next.width))
                    #expect(step > one.width * 0.0001, "\(move) \(width)x\(height)")
                }
            }
        }
    }

    @Test func aZoomFeelsEven() {
        let framing = self.framing(.zoomIn, 4000, 3000)
        #expect(abs(framing.start.width / framing.end.width - 1.12) < 0.001)
        let middle = framing.rect(at: 0.5)
        #expect(abs(middle.width - (framing.start.width * framing.end.width).squareRoot()) < 0.01)
    }

    @Test func aPanUsesWhatTheFillCutsOff() {
        // A 4:3 photo loses a quarter of its height in a 16:9 frame: room enough to pan without enlarging.
        let up = framing(.panUp, 4000, 3000)
        #expect(up.start.width == 4000)
        #expect(up.start.y > up.end.y)
        #expect(abs(up.start.y - up.end.y - 0.12 * 2250) < 0.01)
        let left = framing(.panLeft, 4000, 3000)
        #expect(left.start.width < 4000)
        #expect(left.start.x > left.end.x)
    }

    @Test func littleLossFillsAndMuchLossBlurs() {
        #expect(framing(.zoomIn, 4000, 3000).canvas == nil)
        #expect(framing(.zoomIn, 3000, 4000).canvas != nil)
        #expect(framing(.zoomIn, 3000, 4000, fit: .fill).canvas == nil)
        #expect(framing(.zoomIn, 4000, 2250, fit: .blur).canvas != nil)
    }

    @Test func onABlurThePictureIsSeenWholeAtTheClosest() throws {
        for move in Move.allCases {
            let framing = self.framing(move, 3000, 4000)
            let canvas = try #require(framing.canvas)
            let (left, top) = (Double(canvas.width - 3000) / 2, Double(canvas.height - 4000) / 2)
            for rect in [framing.start, framing.end] {
                #expect(rect.x <= left + 2 && rect.x + rect.width >= left + 2998)
                #expect(rect.y <= top + 2 && rect.y + rect.height >= top + 3998)
            }
        }
    }

    @Test func aPanoramaIsTravelledAlongItsLongSide() {
        let framing = self.framing(.panRight, 9000, 2000, seconds: 6)
        #expect(framing.canvas == nil)
        #expect(framing.start.height == 2000 && framing.end.height == 2000)
        let way = (framing.end.x - framing.start.x) / framing.start.width
        #expect(way > 0.9 && way <= Framing.fastest * 6)
    }
}
