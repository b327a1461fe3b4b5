/// A small picture, as plain bytes.
public struct Picture: Hashable, Sendable {
    /// In pixels.
    public let width: Int
    public let height: Int
    /// Red, green and blue in sRGB, a byte each, row by row.
    public let rgb: [UInt8]

    /// Nil when the bytes are not as many as a picture of this size has.
    public init?(width: Int, height: Int, rgb: [UInt8]) {
        guard (1...16_384).contains(width), (1...16_384).contains(height), rgb.count == width * height * 3 else {
            return nil
        }
        self.width = width
        self.height = height
        self.rgb = rgb
    }
}

/// A place on the screen, counted in characters.
struct CellArea: Hashable, Sendable {
    var columns: Int
    var rows: Int
}

/// How wide and high a character is, in pixels.
struct CellSize: Hashable, Sendable {
    var width: Int
    var height: Int

    /// Where a terminal does not say.
    static let usual = CellSize(width: 10, height: 20)
}

extension CellArea {
    /// The largest place within this one that has the shape of a picture, as far as whole characters allow.
    func fitting(_ picture: Picture, cell: CellSize) -> CellArea {
        let wide = Double(columns * cell.width) / Double(picture.width)
        let high = Double(rows * cell.height) / Double(picture.height)
        let scale = min(wide, high)
        func cells(_ pixels: Int, of size: Int, most: Int) -> Int {
            min(most, max(1, Int((Double(pixels) * scale / Double(size)).rounded())))
        }
        return CellArea(
            columns: cells(picture.width, of: cell.width, most: columns),
            rows: cells(picture.height, of: cell.height, most: rows)
        )
    }
}
