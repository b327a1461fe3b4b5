import Foundation
import Testing
import Timeline

@testable import Media
@testable import Renderer

/// A photo of small bright dots on dark, whose centres are known exactly, and the way each of them is planned to go.
struct DotPhoto {
    static let size = PixelSize(width: 3000, height: 2000)
    /// The standard deviation of a dot, in pixels of the photo.
    static let radius = 5.0
    static let name = "dots.png"

    let path: String
    /// In pixels of the photo.
    let dots: [SIMD2<Double>]

    init(_ scratch: Scratch) throws {
        var random = SplitMix(seed: 4)
        let step = 150.0
        // Off the grid, so that no two lie alike between pixels.
        dots = stride(from: step / 2, to: Double(Self.size.height), by: step).flatMap { y in
            stride(from: step / 2, to: Double(Self.size.width), by: step).map { x in
                SIMD2(
                    x + Double.random(in: -20...20, using: &random),
                    y + Double.random(in: -20...20, using: &random)
                )
            }
        }
        var pixels = [UInt8](repeating: 20, count: Self.size.width * Self.size.height)
        for dot in dots {
            let reach = 5 * Self.radius
            for y in Int(dot.y - reach)...Int(dot.y + reach) {
                for x in Int(dot.x - reach)...Int(dot.x + reach) {
                    let (dx, dy) = (Double(x) + 0.5 - dot.x, Double(y) + 0.5 - dot.y)
                    let light = 210 * exp(-(dx * dx + dy * dy) / (2 * Self.radius * Self.radius))
                    pixels[y * Self.size.width + x] = UInt8((20 + light).rounded())
                }
            }
        }
        path = try scratch.png("dots.png", gray: pixels, Self.size)
    }

    func file() throws -> MediaFile { try MediaFile(path, name: Self.name) }

    /// Where a picture's point is seen in a frame.
    static func seen(_ point: SIMD2<Double>, in rect: SourceRect, frame: PixelSize) -> SIMD2<Double> {
        SIMD2(
            (point.x - rect.x) / rect.width * Double(frame.width),
            (point.y - rect.y) / rect.height * Double(frame.height)
        )
    }
}

extension MediaFile {
    convenience init(_ path: String, name: String) throws {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        try self.init(descriptor: descriptor, name: name)
    }
}

extension Scratch {
    /// A gray PNG of these pixels.
    func png(_ name: String, gray pixels: [UInt8], _ size: PixelSize) throws -> String {
        let raw = try write(name + ".raw", Data(pixels))
        try shell(
            "ffmpeg",
            [
                "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", "\(size.width)x\(size.height)", "-i", raw,
                "-compression_level", "1", file(name),
            ]
        )
        return file(name)
    }
}
