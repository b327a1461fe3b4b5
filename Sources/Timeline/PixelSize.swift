/// A width and a height in whole pixels.
public struct PixelSize: Codable, Hashable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    public var ratio: Double { Double(width) / Double(max(height, 1)) }
}
