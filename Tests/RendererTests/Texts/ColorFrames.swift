import Foundation
import Timeline

@testable import Renderer

/// A finished video decoded to red, green and blue, for looking at its letters.
struct ColorFrames {
    let size: PixelSize
    /// One byte a colour, every `step`-th frame of the video.
    let frames: [[UInt8]]

    init(_ path: String, size: PixelSize, every step: Int) throws {
        let data = try shell(
            "ffmpeg",
            [
                "-i", path, "-map", "v:0", "-vf", "select=not(mod(n\\,\(step)))", "-fps_mode", "passthrough",
                "-pix_fmt", "rgb24", "-f", "rawvideo", "-",
            ]
        )
        let bytes = 3 * size.width * size.height
        self.size = size
        frames = stride(from: 0, to: data.count - data.count % bytes, by: bytes).map { [UInt8](data[$0..<$0 + bytes]) }
    }

    typealias Color = (red: Int, green: Int, blue: Int)

    /// The pixels of a frame that are drawn in some colours.
    struct Ink {
        var count = 0
        var left = Int.max
        var top = Int.max
        var right = Int.min
        var bottom = Int.min
        /// The middle of them all, from the top.
        var center = 0.0
        /// The first and last rows of what has free rows above and below it: lines of text.
        var lines: [ClosedRange<Int>] = []

        func meets(_ other: Ink) -> Bool {
            left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
        }

        /// It lies in the inner nine tenths; coding smears letters by a pixel.
        func isSafe(in size: PixelSize) -> Bool {
            let (x, y) = (Double(size.width) * 0.05 - 1, Double(size.height) * 0.05 - 1)
            return Double(left) >= x && Double(right) <= Double(size.width) - x && Double(top) >= y
                && Double(bottom) <= Double(size.height) - y
        }
    }

    static func isWhite(_ color: Color) -> Bool { min(color.red, color.green, color.blue) > 180 }

    func ink(_ index: Int, where isInk: (Color) -> Bool = isWhite) -> Ink {
        var ink = Ink()
        var rows = 0
        for y in 0..<size.height {
            let before = ink.count
            for x in 0..<size.width where isInk(color(index, x, y)) {
                ink.count += 1
                rows += y
                (ink.left, ink.right) = (min(ink.left, x), max(ink.right, x))
                (ink.top, ink.bottom) = (min(ink.top, y), y)
            }
            guard ink.count > before else { continue }
            if let line = ink.lines.last, line.upperBound == y - 1 {
                ink.lines[ink.lines.count - 1] = line.lowerBound...y
            } else {
                ink.lines.append(y...y)
            }
        }
        ink.center = ink.count > 0 ? Double(rows) / Double(ink.count) : 0
        return ink
    }

    func color(_ index: Int, _ x: Int, _ y: Int) -> Color {
        let place = 3 * (y * size.width + x)
        return (Int(frames[index][place]), Int(frames[index][place + 1]), Int(frames[index][place + 2]))
    }
}
