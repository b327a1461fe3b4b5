import Timeline

extension Blend {
    /// Lays a text over the frame.
    ///
    /// - Parameters:
    ///   - x: The left edge of the text's box in the frame; made even. What lies outside of the frame is not drawn.
    ///   - y: The top edge; made even.
    ///   - opacity: 0 (nothing is seen) to 256.
    public static func overlay(_ text: TextBitmap, on base: Frame, x: Int, y: Int, opacity: Int = 256) {
        let opacity = UInt16(min(max(opacity, 0), 256))
        guard opacity > 0 else { return }
        let (x, y) = (x & ~1, y & ~1)
        let width = text.size.width
        overlay(text.luma, text.alpha, width, on: base.luma, x, y, opacity)
        overlay(text.blue, text.chromaAlpha, width / 2, on: base.blue, x / 2, y / 2, opacity)
        overlay(text.red, text.chromaAlpha, width / 2, on: base.red, x / 2, y / 2, opacity)
    }

    private static func overlay(
        _ values: [UInt8],
        _ alpha: [UInt8],
        _ width: Int,
        on base: Frame.Plane,
        _ x: Int,
        _ y: Int,
        _ opacity: UInt16
    ) {
        let left = max(0, -x)
        let count = min(width, base.width - x) - left
        let height = values.count / max(width, 1)
        let rows = max(0, -y)..<max(max(0, -y), min(height, base.height - y))
        guard count > 0 else { return }
        values.withUnsafeBufferPointer { values in
            alpha.withUnsafeBufferPointer { alpha in
                guard let values = values.baseAddress, let alpha = alpha.baseAddress else { return }
                for row in rows {
                    let start = row * width + left
                    Row.overlay(values + start, alpha + start, on: base.row(y + row) + x + left, count, opacity)
                }
            }
        }
    }
}

extension Row {
    /// base + (value + base * (1 - alpha) - base) * opacity; `values` are already multiplied by their alpha.
    static func overlay(_ values: Source, _ alpha: Source, on base: Target, _ count: Int, _ opacity: UInt16) {
        let rest = 256 - opacity
        for x in 0..<count {
            let under = UInt16(base[x])
            // Division by 255, exact for all 16-bit products of two bytes.
            let product = under &* (255 &- UInt16(alpha[x])) &+ 128
            let covered = min(255, ((product &+ (product &>> 8)) &>> 8) &+ UInt16(values[x]))
            base[x] = UInt8(truncatingIfNeeded: (under &* rest &+ covered &* opacity &+ 128) &>> 8)
        }
    }
}
