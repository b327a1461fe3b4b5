import Foundation

/// Makes picture files of all kinds with the tools of libvips and libheif.
struct PictureTools {
    let scratch: Scratch

    static let width = 160
    static let height = 96

    /// A PPM of four quarters, or of any function of the pixel.
    @discardableResult
    func ppm(
        _ name: String,
        width: Int = PictureTools.width,
        height: Int = PictureTools.height,
        _ pixel: (Int, Int) -> RGBColor
    ) throws -> String {
        var bytes = Data("P6\n\(width) \(height)\n255\n".utf8)
        for y in 0..<height {
            for x in 0..<width { bytes.append(contentsOf: pixel(x, y).bytes) }
        }
        return try scratch.write(name, bytes)
    }

    @discardableResult
    func quarters(_ name: String, _ corners: Corners = .usual) throws -> String {
        try ppm(name) { x, y in corners.colors[y < Self.height / 2 ? x * 2 / Self.width : 3 - x * 2 / Self.width] }
    }

    /// Runs one of libvips' operations; arguments that name files of the folder are written as "@name".
    @discardableResult
    func vips(_ arguments: String...) throws -> String {
        String(decoding: try shell("vips", arguments.map(placed)), as: UTF8.self)
    }

    func heif(_ arguments: String...) throws {
        try shell("heif-enc", arguments.map(placed))
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.file(name))))
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try scratch.write(name, Data(bytes))
    }

    private func placed(_ argument: String) -> String {
        argument.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("@") ? scratch.file(String($0.dropFirst())) : String($0) }.joined(separator: " ")
    }
}

/// The EXIF orientation, as each kind of file carries it.
enum Orientation {
    /// A TIFF structure with this one tag (TIFF 6.0; tag 0x0112 as a SHORT).
    static func tiff(_ orientation: Int) -> [UInt8] {
        Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation)]
            + [0, 0, 0, 0, 0, 0]
    }

    /// An APP1 segment behind the start of a JPEG.
    static func jpeg(_ jpeg: [UInt8], _ orientation: Int) -> [UInt8] {
        let body = Array("Exif".utf8) + [0, 0] + tiff(orientation)
        return Array(jpeg.prefix(2)) + [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body + jpeg.dropFirst(2)
    }

    /// An eXIf chunk behind a PNG's header (PNG, third edition, 11.3.2.9).
    static func png(_ png: [UInt8], _ orientation: Int) -> [UInt8] {
        let named = Array("eXIf".utf8) + tiff(orientation)
        let chunk = big(UInt32(named.count - 4)) + named + big(crc(named))
        return Array(png.prefix(33)) + chunk + png.dropFirst(33)
    }

    /// The extended form of a lossless WebP: its picture, and an EXIF chunk at its end.
    static func webp(_ webp: [UInt8], _ orientation: Int) -> [UInt8] {
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        let hasEXIF: UInt8 = 8
        let size = little(PictureTools.width - 1, 3) + little(PictureTools.height - 1, 3)
        let tiff = tiff(orientation)
        let picture = Self.chunk("VP8L", in: webp)
        let chunks =
            Array("VP8X".utf8) + little(10, 4) + [hasEXIF, 0, 0, 0] + size + picture + Array("EXIF".utf8)
            + little(tiff.count, 4) + tiff + (tiff.count % 2 == 1 ? [0] : [])
        return Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
    }

    /// A chunk of a WebP, with its head and up to an even length.
    private static func chunk(_ name: String, in webp: [UInt8]) -> [UInt8] {
        let tag = Array(name.utf8)
        guard let at = (12..<webp.count - 8).first(where: { webp[$0..<$0 + 4].elementsEqual(tag) }) else { return [] }
        let length = webp[at + 4..<at + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
        return Array(webp[at..<min(webp.count, at + 8 + length + length % 2)])
    }

    private static func big(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
