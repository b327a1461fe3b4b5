/// A picture without compression, so that showing it takes no decoder: the pixels row by row from the top, three bytes
/// (red, green, blue in sRGB) each.
///
/// On the wire it is a binary PPM in its plainest form, `P6\n<width> <height>\n255\n` and the pixels; see
/// https://netpbm.sourceforge.net/doc/ppm.html.
public struct PlainPicture: Hashable, Sendable {
    public static let mediaType = "image/x-portable-pixmap"
    /// The most that one is wide or high, in pixels.
    public static let largestSide = 480
    /// The most that one takes on the wire, in bytes.
    public static let largestFile = largestSide * largestSide * 3 + 32

    public let width: Int
    public let height: Int
    /// `width * height * 3` bytes.
    public let rgb: [UInt8]

    /// nil when the pixels are not as many as the size says, or the size is none of a small picture.
    public init?(width: Int, height: Int, rgb: [UInt8]) {
        let sides = 1...Self.largestSide
        guard sides.contains(width), sides.contains(height), rgb.count == width * height * 3 else { return nil }
        self.width = width
        self.height = height
        self.rgb = rgb
    }

    /// nil when the file is anything but a small picture in the plainest form.
    public init?(ppm file: [UInt8]) {
        var rest = file[...]
        guard rest.takeLine() == "P6", let size = rest.takeLine(), rest.takeLine() == "255" else { return nil }
        let sides = size.split(separator: " ", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
        self.init(width: width, height: height, rgb: Array(rest))
    }
}

extension ArraySlice<UInt8> {
    /// Takes the text up to the next line feed off; nil when there is none close by.
    fileprivate mutating func takeLine() -> String? {
        guard let end = prefix(16).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { self = self[(end + 1)...] }
        return String(decoding: self[startIndex..<end], as: UTF8.self)
    }
}
