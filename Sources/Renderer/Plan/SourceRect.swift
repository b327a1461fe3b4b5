internal import Timeline

/// A rectangle in pixels, which may lie between pixels. Its origin is the top left corner.
struct SourceRect: Codable, Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// Numbers are kept to 1/4096 of a pixel: far finer than can be seen, and the same on every machine whatever the
    /// last bit of its arithmetic.
    var quantized: SourceRect {
        func round(_ value: Double) -> Double { (value * 4096).rounded() / 4096 }
        return SourceRect(x: round(x), y: round(y), width: round(width), height: round(height))
    }

    /// The largest rectangle of `ratio` inside `size`, made `zoom` times smaller, around a point given in pixels and
    /// pushed back inside where it would stick out.
    static func inside(_ size: PixelSize, ratio: Double, zoom: Double, around x: Double, _ y: Double) -> SourceRect {
        let width = min(Double(size.width), Double(size.height) * ratio) / zoom
        let height = min(Double(size.height), Double(size.width) / ratio) / zoom
        return SourceRect(
            x: min(max(x - width / 2, 0), Double(size.width) - width),
            y: min(max(y - height / 2, 0), Double(size.height) - height),
            width: width,
            height: height
        )
    }
}

extension SourceRect {
    /// A part of a picture of `size`, without what lies outside of it.
    init(_ part: UnitRect, of size: PixelSize) {
        func unit(_ value: Double) -> Double { min(max(value, 0), 1) }
        let (left, top) = (unit(part.x), unit(part.y))
        self.init(
            x: left * Double(size.width),
            y: top * Double(size.height),
            width: (unit(part.x + part.width) - left) * Double(size.width),
            height: (unit(part.y + part.height) - top) * Double(size.height)
        )
    }

    /// Where it begins along one side, and how far it goes.
    func extent(_ alongWidth: Bool) -> (start: Double, length: Double) {
        alongWidth ? (x, width) : (y, height)
    }

    func middle(_ alongWidth: Bool) -> Double {
        let extent = extent(alongWidth)
        return extent.start + extent.length / 2
    }

    /// Moved along one side until it begins there.
    func placed(_ start: Double, _ alongWidth: Bool) -> SourceRect {
        var placed = self
        if alongWidth { placed.x = start } else { placed.y = start }
        return placed
    }

    /// No larger than `frame`: of a side that is, its middle stays.
    func cut(to frame: SourceRect) -> SourceRect {
        var cut = self
        if width > frame.width { (cut.x, cut.width) = (middle(true), 0) }
        if height > frame.height { (cut.y, cut.height) = (middle(false), 0) }
        return cut
    }

    func union(_ other: SourceRect) -> SourceRect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return SourceRect(
            x: left,
            y: top,
            width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - top
        )
    }

    /// What of it lies inside a picture of `size`.
    func inside(_ size: PixelSize) -> SourceRect {
        let (left, top) = (max(x, 0), max(y, 0))
        return SourceRect(
            x: left,
            y: top,
            width: min(x + width, Double(size.width)) - left,
            height: min(y + height, Double(size.height)) - top
        )
    }
}
