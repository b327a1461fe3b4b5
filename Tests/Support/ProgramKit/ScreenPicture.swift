import Foundation

/// A picture that a terminal was given, decoded as the terminal would.
public struct ScreenPicture: Sendable {
    public enum Form: Hashable, Sendable { case kitty, iTerm2, sixel }

    public var form: Form
    /// In pixels.
    public var width: Int
    public var height: Int
    /// The characters it covers; nil where its pixels are the screen's own.
    public var cells: (columns: Int, rows: Int)?
    /// Red, green and blue, a byte each.
    public var rgb: [UInt8]
    /// Where it stands among everything that was ever shown.
    public var row = 0
    public var column = 0

    /// The colour at a place, 0…1 from the left and from the top.
    public func colour(_ x: Double, _ y: Double) -> [Int] {
        let at = (min(height - 1, Int(y * Double(height))) * width + min(width - 1, Int(x * Double(width)))) * 3
        return rgb[at..<at + 3].map(Int.init)
    }

    // MARK: kitty: https://sw.kovidgoyal.net/kitty/graphics-protocol/

    /// - Parameters:
    ///   - keys: Of the first command, "a=T,f=32,…".
    ///   - data: Of all of its chunks, decoded.
    init?(kitty keys: Substring, data bytes: Data) {
        var values: [Substring: Int] = [:]
        for pair in keys.split(separator: ",") {
            let parts = pair.split(separator: "=")
            if parts.count == 2 { values[parts[0]] = Int(parts[1]) }
        }
        guard keys.contains("a=T"), values["f"] == 32, let width = values["s"], let height = values["v"],
            let columns = values["c"], let rows = values["r"],
            bytes.count == width * height * 4
        else { return nil }
        self.init(form: .kitty, width: width, height: height, cells: (columns, rows), rgb: Self.opaque([UInt8](bytes)))
    }

    private static func opaque(_ rgba: [UInt8]) -> [UInt8] {
        rgba.indices.compactMap { $0 % 4 == 3 ? nil : rgba[$0] }
    }

    // MARK: iTerm2: https://iterm2.com/documentation-images.html

    /// - Parameter text: "1337;File=inline=1;width=4;…:data", where the data is an uncompressed TIFF.
    init?(iTerm2 text: Substring) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        var values: [Substring: Int] = [:]
        for pair in text[..<colon].split(separator: ";") {
            let parts = pair.split(separator: "=")
            if parts.count >= 2 { values[parts[parts.count - 2]] = Int(parts[parts.count - 1]) }
        }
        guard let columns = values["width"], let rows = values["height"],
            let data = Data(base64Encoded: String(text[text.index(after: colon)...])), data.starts(with: [0x49, 0x49])
        else { return nil }
        let bytes = [UInt8](data)
        func number(_ at: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        var tags: [Int: Int] = [:]
        let directory = number(4, 4)
        for entry in 0..<number(directory, 2) {
            let at = directory + 2 + entry * 12
            // A number that does not fit is elsewhere; those that are wanted here do.
            tags[number(at, 2)] = number(at + 8, number(at + 2, 2) == 3 ? 2 : 4)
        }
        guard let width = tags[256], let height = tags[257], let start = tags[273],
            bytes.count >= start + width * height * 4
        else { return nil }
        let pixels = Array(bytes[start..<start + width * height * 4])
        self.init(form: .iTerm2, width: width, height: height, cells: (columns, rows), rgb: Self.opaque(pixels))
    }

    // MARK: Sixel: DEC STD 070, chapter 9

    /// - Parameter text: Between the introducer and its end: "0;1;0q…".
    init?(sixel text: Substring) {
        guard let begin = text.firstIndex(of: "q") else { return nil }
        var reader = SixelReader(text[text.index(after: begin)...])
        reader.read()
        guard reader.width > 0, reader.height > 0 else { return nil }
        self.init(form: .sixel, width: reader.width, height: reader.height, cells: nil, rgb: reader.rgb)
    }

    private init(form: Form, width: Int, height: Int, cells: (columns: Int, rows: Int)?, rgb: [UInt8]) {
        self.form = form
        self.width = width
        self.height = height
        self.cells = cells
        self.rgb = rgb
    }
}

private struct SixelReader {
    private var bytes: ArraySlice<UInt8>
    private var colours: [Int: [UInt8]] = [:]
    private var pixels: [Int: [UInt8]] = [:]
    private(set) var width = 0
    private(set) var height = 0

    init(_ text: Substring) {
        bytes = ArraySlice(text.utf8)
    }

    var rgb: [UInt8] {
        (0..<width * height).flatMap { pixels[$0 / width << 16 | $0 % width] ?? [0, 0, 0] }
    }

    mutating func read() {
        var (x, y, colour, count) = (0, 0, 0, 1)
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): _ = numbers()
            case UInt8(ascii: "#"):
                let parts = numbers()
                colour = parts[0]
                if parts.count == 5, parts[1] == 2 { colours[colour] = parts[2...].map { UInt8($0 * 255 / 100) } }
            case UInt8(ascii: "!"): count = numbers()[0]
            case UInt8(ascii: "$"): x = 0
            case UInt8(ascii: "-"): (x, y) = (0, y + 6)
            case 0x3F...0x7E:
                for _ in 0..<count {
                    for bit in 0..<6 where (byte - 0x3F) >> bit & 1 == 1 {
                        pixels[(y + bit) << 16 | x] = colours[colour]
                        (width, height) = (max(width, x + 1), max(height, y + bit + 1))
                    }
                    x += 1
                }
                count = 1
            default: break
            }
        }
    }

    private mutating func numbers() -> [Int] {
        var numbers = [0]
        while let byte = bytes.first, byte == UInt8(ascii: ";") || (48...57).contains(byte) {
            bytes.removeFirst()
            if byte == UInt8(ascii: ";") {
                numbers.append(0)
            } else {
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
            }
        }
        return numbers
    }
}
