import Foundation

/// A colour in sRGB.
struct RGBColor: Equatable, CustomStringConvertible {
    var red: Int
    var green: Int
    var blue: Int

    init(_ red: Int, _ green: Int, _ blue: Int) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    var description: String { "(\(red), \(green), \(blue))" }
    var bytes: [UInt8] { [UInt8(red), UInt8(green), UInt8(blue)] }

    /// The gray that BT.709's weights make of it.
    var gray: RGBColor {
        let gray = Int((0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)).rounded())
        return RGBColor(gray, gray, gray)
    }

    func isNear(_ other: RGBColor, within levels: Int) -> Bool {
        abs(red - other.red) <= levels && abs(green - other.green) <= levels && abs(blue - other.blue) <= levels
    }
}

/// The colours of a picture's quarters, clockwise from the top left.
struct Corners: Equatable, CustomStringConvertible {
    var colors: [RGBColor]

    /// Colours that printing inks, palettes and small colour spaces can make, too.
    static let usual = Corners(colors: [
        RGBColor(190, 80, 70), RGBColor(80, 150, 90), RGBColor(70, 90, 170), RGBColor(225, 220, 210),
    ])

    var description: String { colors.map(\.description).joined(separator: " ") }
    var gray: Corners { Corners(colors: colors.map(\.gray)) }

    /// What is seen when an EXIF orientation (1…8) is applied.
    func turned(_ orientation: Int) -> Corners {
        let order = [
            [0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0], [0, 3, 2, 1], [3, 0, 1, 2], [2, 1, 0, 3],
            [1, 2, 3, 0],
        ][orientation - 1]
        return Corners(colors: order.map { colors[$0] })
    }

    init(colors: [RGBColor]) {
        self.colors = colors
    }

    /// - Parameter pixels: 4 x 4 pixels in packed RGB. Of each quarter the one in the frame's corner is taken.
    init(pixels: ArraySlice<UInt8>) {
        colors = [0, 3, 15, 12].map { index in
            let start = pixels.startIndex + 3 * index
            return RGBColor(Int(pixels[start]), Int(pixels[start + 1]), Int(pixels[start + 2]))
        }
    }

    func isNear(_ other: Corners, within levels: Int) -> Bool {
        zip(colors, other.colors).allSatisfy { $0.isNear($1, within: levels) }
    }
}

/// The corners of each frame of a video.
func corners(of path: String) throws -> [Corners] {
    let size = 4 * 4 * 3
    let data = try shell(
        "ffmpeg",
        [
            "-i", path, "-map", "v:0", "-fps_mode", "passthrough", "-vf", "scale=4:4:flags=area", "-pix_fmt", "rgb24",
            "-f", "rawvideo", "-",
        ]
    )
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count - bytes.count % size, by: size).map {
        Corners(pixels: bytes[$0..<$0 + size])
    }
}
