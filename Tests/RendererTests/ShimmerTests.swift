import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// Fine detail does not flicker while the camera moves over it.
///
/// The photo is a zone plate: rings that get finer outward, up to one period a pixel of the frame, twice as fine as the
/// frame can show. Seen through a soft window of 24 pixels such rings have the same mean wherever they lie, so all that
/// a patch's mean changes by over the time of a move is the sampler's doing: rings that it folds down to coarse ones.
/// A step of 8-bit luma is about the smallest flicker that an eye can see on a middle gray. Half of it, as the root of
/// the mean square over all patches and frames, is what is allowed.
@Suite struct ShimmerTests {
    private static let frame = PixelSize(width: 960, height: 540)
    private static let photo = PixelSize(width: 2400, height: 1350)
    private static let name = "rings.png"
    private static let bound = 0.5
    private static let side = 24
    /// A raised cosine: of rings of 4 periods and more within it, less than a hundredth is left.
    private static let window: [Double] = (0..<side).map {
        (1 - cos(2 * .pi * (Double($0) + 0.5) / Double(side))) / Double(side)
    }
    /// Patches in which all rings are so fine, and that the photo fills in every frame.
    private static let corners: [(x: Int, y: Int)] = stride(from: 0, to: frame.height - side, by: 47).flatMap { y in
        stride(from: 0, to: frame.width - side, by: 47).map { (x: $0, y: y) }
    }
    .filter { corner in
        let (x, y) = (corner.x + side / 2 - frame.width / 2, corner.y + side / 2 - frame.height / 2)
        return x * x + y * y > 150 * 150
    }

    private static let pixels: [UInt8] = {
        let edge = Double(photo.width) / 2
        let finest = Double(frame.width) / Double(photo.width)
        return (0..<photo.height).flatMap { y in
            (0..<photo.width).map { x in
                let (dx, dy) = (Double(x) + 0.5 - edge, Double(y) + 0.5 - Double(photo.height) / 2)
                return UInt8((128 + 100 * cos(.pi * finest / edge * (dx * dx + dy * dy))).rounded())
            }
        }
    }()

    private func framing(_ motion: Motion) -> Framing {
        Framing(motion: motion, fit: .fill, size: Self.photo, ratio: Self.frame.ratio, seconds: 1.5)
    }

    /// The root of the mean square of what the means of patches differ by from their own mean over 45 frames.
    ///
    /// - Parameter draw: Gives the luma of a part of the photo.
    private func flicker(_ framing: Framing, draw: (SourceRect) -> (Int, Int) -> Double) -> Double {
        let length = 45
        var means = Self.corners.map { _ in [Double]() }
        for index in 0..<length {
            let luma = draw(framing.rect(at: Double(index) / Double(length - 1)))
            for (place, corner) in Self.corners.enumerated() {
                var sum = 0.0
                for y in 0..<Self.side {
                    var line = 0.0
                    for x in 0..<Self.side { line += Self.window[x] * luma(corner.x + x, corner.y + y) }
                    sum += Self.window[y] * line
                }
                means[place].append(sum)
            }
        }
        var square = 0.0
        for patch in means {
            let mean = patch.reduce(0, +) / Double(length)
            for value in patch { square += (value - mean) * (value - mean) }
        }
        return (square / Double(length * means.count)).squareRoot()
    }

    @Test func patchesOfFineDetailDoNotFlicker() throws {
        let scratch = try Scratch()
        let file = try MediaFile(try scratch.png(Self.name, gray: Self.pixels, Self.photo), name: Self.name)
        let motions = [
            Motion(.zoomIn, strength: 0.2), Motion(.zoomOut, focusX: 0.35, strength: 0.5),
            Motion(.panRight, strength: 0.16), Motion(.panUp, strength: 0.08),
        ]
        for motion in motions { try checkFlicker(motion, of: file) }
    }

    private func checkFlicker(_ motion: Motion, of file: MediaFile) throws {
        let framing = framing(motion)
        let layer = PictureLayer(
            media: Self.name,
            size: Self.photo,
            source: .still(framing, length: 45),
            offset: 0
        )
        let plate = try Plates(memory: 1 << 30).plate(
            for: layer,
            framing: framing,
            frame: Self.frame,
            from: file,
            colors: { nil }
        )
        let scale = Double(plate.size.width) / Double(Self.photo.width)
        let frame = try Frame(Self.frame)
        let sampler = PlateSampler()
        let flicker = flicker(framing) { rect in
            let region = Region(
                x: rect.x * scale,
                y: rect.y * scale,
                width: rect.width * scale,
                height: rect.height * scale
            )
            sampler.sample(plate, region: region, into: frame)
            return { x, y in Double(frame.luma.row(y)[x]) }
        }
        print("shimmer: \(motion.move.rawValue) \(motion.strength): \(flicker.places(3)) steps of luma")
        #expect(flicker <= Self.bound)
    }

    @Test func samplingWithoutAFilterWouldBeNoticed() {
        let flicker = flicker(framing(Motion(.panRight, strength: 0.1))) { rect in
            let scale = rect.width / Double(Self.frame.width)
            return { x, y in
                let column = min(Int(rect.x + (Double(x) + 0.5) * scale), Self.photo.width - 1)
                let row = min(Int(rect.y + (Double(y) + 0.5) * scale), Self.photo.height - 1)
                return 16 + Double(Self.pixels[row * Self.photo.width + column]) * 219 / 255
            }
        }
        #expect(flicker > 2 * Self.bound)
    }
}
