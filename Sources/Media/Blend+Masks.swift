extension Blend {
    /// Lets `incoming` show where a mask says so.
    ///
    /// - Parameters:
    ///   - mask: Of the frames' size.
    ///   - progress: 0 shows only `base`, 1 only `incoming`; already eased.
    public static func wipe(
        _ incoming: Frame,
        over base: Frame,
        mask: WipeMask,
        progress: Double,
        memory: BlendMemory
    ) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        let room = memory.room(for: WipeMask.last + 1 + WipeMask.span, of: UInt16.self)
        mask.writeWeights(at: progress, to: room)
        wipe(incoming.luma, over: base.luma, mask.luma, room)
        wipe(incoming.blue, over: base.blue, mask.chroma, room)
        wipe(incoming.red, over: base.red, mask.chroma, room)
    }

    /// - Parameter weights: By threshold; behind them is room for those of a span.
    private static func wipe(
        _ incoming: Frame.Plane,
        over base: Frame.Plane,
        _ thresholds: WipeMask.Thresholds,
        _ weights: UnsafeMutablePointer<UInt16>
    ) {
        precondition(thresholds.values.count == base.width * base.height, "the mask was made for another size")
        let mixed = weights + WipeMask.last + 1
        thresholds.values.withUnsafeBufferPointer { values in
            guard let values = values.baseAddress else { return }
            for y in 0..<base.height {
                for span in 0..<thresholds.spansInRow {
                    let start = span * WipeMask.span
                    let count = min(WipeMask.span, base.width - start)
                    let (target, source) = (base.row(y) + start, incoming.row(y) + start)
                    let extremes = thresholds.extremes[y * thresholds.spansInRow + span]
                    // Weights fall as thresholds rise.
                    if weights[Int(extremes.least)] == 0 { continue }
                    if weights[Int(extremes.greatest)] == 256 {
                        target.update(from: source, count: count)
                        continue
                    }
                    let own = values + y * base.width + start
                    for x in 0..<count { mixed[x] = weights[Int(own[x])] }
                    Row.mix(source, into: target, count, weights: mixed)
                }
            }
        }
    }

    /// Lets `incoming` show by its own brightness.
    ///
    /// - Parameters:
    ///   - brightFirst: What is bright in it shows first; else what is dark.
    ///   - softness: The part of the transition that a pixel takes to change.
    public static func lumaFade(
        _ incoming: Frame,
        into base: Frame,
        brightFirst: Bool,
        progress: Double,
        softness: Double = 0.4,
        memory: BlendMemory
    ) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        let edge = progress * (1 + softness)
        let count = incoming.blue.width
        let weights = memory.room(for: 256 + 2 * count, of: UInt16.self)
        for level in 0...255 {
            let light = min(max((Double(level) - 16) / 219, 0), 1)
            let depth = min(max((edge - (brightFirst ? 1 - light : light)) / softness, 0), 1)
            weights[level] = UInt16((depth * depth * (3 - 2 * depth) * 256).rounded())
        }
        let mixed = weights + 256
        for y in 0..<base.blue.height {
            let (upper, lower) = (incoming.luma.row(2 * y), incoming.luma.row(2 * y + 1))
            for x in 0..<count {
                let sum = Int(upper[2 * x]) + Int(upper[2 * x + 1]) + Int(lower[2 * x]) + Int(lower[2 * x + 1])
                mixed[x] = weights[(sum + 2) >> 2]
            }
            Row.mix(incoming.blue.row(y), into: base.blue.row(y), count, weights: mixed)
            Row.mix(incoming.red.row(y), into: base.red.row(y), count, weights: mixed)
            for (source, target) in [(upper, base.luma.row(2 * y)), (lower, base.luma.row(2 * y + 1))] {
                for x in 0..<(2 * count) { mixed[x] = weights[Int(source[x])] }
                Row.mix(source, into: target, 2 * count, weights: mixed)
            }
        }
    }
}
