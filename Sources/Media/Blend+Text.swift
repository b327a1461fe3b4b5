import Timeline

extension Blend {
    /// Lays a text over the frame.
    ///
    /// - Parameters:
    ///   - x: The left edge of the text's bitmap in the frame; made even. What lies outside of the frame is not drawn.
    ///   - y: The top edge, which may lie between rows.
    ///   - opacity: 0 (nothing is seen) to 256.
    ///   - memory: where rows are put that lie between two.
    public static func overlay(
        _ text: TextBitmap,
        on base: Frame,
        x: Int,
        y: Double,
        opacity: Int = 256,
        memory: TextMemory
    ) {
        let opacity = UInt16(min(max(opacity, 0), 256))
        guard opacity > 0 else { return }
        let x = x & ~1
        let width = text.size.width
        memory.hold(2 * width)
        overlay(text.luma, text.alpha, width, on: base.luma, x, y, opacity, memory)
        overlay(text.blue, text.chromaAlpha, width / 2, on: base.blue, x / 2, y / 2, opacity, memory)
        overlay(text.red, text.chromaAlpha, width / 2, on: base.red, x / 2, y / 2, opacity, memory)
    }

    private static func overlay(
        _ values: [UInt8],
        _ alpha: [UInt8],
        _ width: Int,
        on base: Frame.Plane,
        _ x: Int,
        _ y: Double,
        _ opacity: UInt16,
        _ memory: TextMemory
    ) {
        let left = max(0, -x)
        let count = min(width, base.width - x) - left
        let height = values.count / max(width, 1)
        let steps = (y * 256).rounded()
        let top = Int((steps / 256).rounded(.down))
        let fraction = steps / 256 - Double(top)
        let isBetween = fraction > 0
        // The bitmap's rows above and below a row of the frame; the frame's lies so far from the one above.
        let weights = Row.cubicWeights(1 - fraction)
        // A place between rows takes one row more.
        let rows = max(0, -top)..<max(max(0, -top), min(height + (isBetween ? 1 : 0), base.height - top))
        guard count > 0 else { return }
        values.withUnsafeBufferPointer { values in
            alpha.withUnsafeBufferPointer { alpha in
                guard let values = values.baseAddress, let alpha = alpha.baseAddress else { return }
                for row in rows {
                    let target = base.row(top + row) + x + left
                    guard isBetween else {
                        let start = row * width + left
                        Row.overlay(values + start, alpha + start, on: target, count, opacity)
                        continue
                    }
                    // What lies above the bitmap and below is as empty as its first and last rows.
                    let sources = (row - 2, row - 1, row, row + 1)
                    let starts = (
                        clamp(sources.0, height) * width + left, clamp(sources.1, height) * width + left,
                        clamp(sources.2, height) * width + left, clamp(sources.3, height) * width + left
                    )
                    let scratch = memory.start
                    Row.cubic(values, starts, weights, into: scratch, count)
                    Row.cubic(alpha, starts, weights, into: scratch + count, count)
                    Row.overlay(scratch, scratch + count, on: target, count, opacity)
                }
            }
        }
    }

    private static func clamp(_ row: Int, _ height: Int) -> Int { min(max(row, 0), height - 1) }
}

/// Room for two rows of a text between the rows of its bitmap. Used by one thread at a time.
public final class TextMemory {
    private(set) var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    private var count = 1

    public init() {}

    deinit {
        start.deallocate()
    }

    func hold(_ count: Int) {
        guard count > self.count else { return }
        start.deallocate()
        start = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        self.count = count
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

    typealias Weights = (Int16, Int16, Int16, Int16)

    /// The cubic of Catmull and Rom through four neighbours, `place` of the way from the second to the third; in parts
    /// of 256, which they add up to.
    ///
    /// Keys, Cubic convolution interpolation for digital image processing, IEEE ASSP 29, 1981, with a = -1/2. Between
    /// two rows it keeps letters as sharp as on them, where a straight line would blur and sharpen them in turns.
    static func cubicWeights(_ place: Double) -> Weights {
        let t = place
        let first = -0.5 * t + t * t - 0.5 * t * t * t
        let third = 0.5 * t + 2 * t * t - 1.5 * t * t * t
        let fourth = -0.5 * t * t + 0.5 * t * t * t
        let weights = [first, third, fourth].map { Int16(($0 * 256).rounded()) }
        return (weights[0], 256 - weights[0] - weights[1] - weights[2], weights[1], weights[2])
    }

    /// The sum of four rows by their weights.
    static func cubic(
        _ source: Source,
        _ starts: (Int, Int, Int, Int),
        _ weights: Weights,
        into target: Target,
        _ count: Int
    ) {
        let (first, second) = (source + starts.0, source + starts.1)
        let (third, fourth) = (source + starts.2, source + starts.3)
        let (a, b, c, d) = (Int32(weights.0), Int32(weights.1), Int32(weights.2), Int32(weights.3))
        for x in 0..<count {
            let sum =
                Int32(first[x]) &* a &+ Int32(second[x]) &* b &+ Int32(third[x]) &* c &+ Int32(fourth[x]) &* d &+ 128
            target[x] = UInt8(truncatingIfNeeded: min(max(sum &>> 8, 0), 255))
        }
    }
}
