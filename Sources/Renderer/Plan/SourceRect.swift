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
