import Timeline

/// A part of a picture, in its pixels; its edges may lie anywhere between two of them.
public struct Region: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The same part of a picture that is as often as large.
    public func scaled(_ horizontal: Double, _ vertical: Double) -> Region {
        Region(x: x * horizontal, y: y * vertical, width: width * horizontal, height: height * vertical)
    }

    /// The nearest part inside a picture of `size` that has its edges on multiples of so many pixels, columns and rows.
    func aligned(to columns: Int, _ rows: Int, in size: PixelSize) -> PixelArea {
        func align(_ start: Double, _ length: Double, to step: Int, in whole: Int) -> (start: Int, length: Int) {
            func nearest(_ value: Double, atMost limit: Int) -> Int {
                let steps = (max(value, 0) / Double(step)).rounded()
                return Int(min(steps, Double(limit / step))) * step
            }
            let length = max(nearest(length, atMost: whole), min(step, whole))
            return (nearest(start, atMost: whole - length), length)
        }
        let across = align(x, width, to: columns, in: size.width)
        let down = align(y, height, to: rows, in: size.height)
        return PixelArea(x: across.start, y: down.start, width: across.length, height: down.length)
    }
}

/// Some whole pixels of a picture.
struct PixelArea: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
}
