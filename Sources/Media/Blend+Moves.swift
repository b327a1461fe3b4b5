public import Timeline

extension Blend {
    /// Pushes `incoming` over `base` toward `direction`; `base` stands still.
    ///
    /// - Parameter progress: 0 shows only `base`, 1 only `incoming`; already eased. Any position between two pixels is
    ///   kept, so that a slow end does not jerk.
    public static func slide(_ incoming: Frame, over base: Frame, direction: Direction, progress: Double) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        base.forEachPlane(with: incoming) { base, incoming in
            switch direction {
            case .left: slideLeft(incoming, over: base, offset: (1 - progress) * Double(base.width))
            case .right: slideRight(incoming, over: base, offset: (1 - progress) * Double(base.width))
            case .up: slideUp(incoming, over: base, offset: (1 - progress) * Double(base.height))
            case .down: slideDown(incoming, over: base, offset: (1 - progress) * Double(base.height))
            }
        }
    }

    /// Splits an offset into whole pixels and 256ths of one.
    private static func split(_ offset: Double) -> (whole: Int, fraction: UInt16) {
        let units = Int((offset * 256).rounded())
        return (units >> 8, UInt16(units & 255))
    }

    /// `incoming` begins `offset` pixels from the left edge.
    private static func slideLeft(_ incoming: Frame.Plane, over base: Frame.Plane, offset: Double) {
        let (whole, fraction) = split(offset)
        guard whole < base.width else { return }
        for y in 0..<base.height {
            let (target, source) = (base.row(y) + whole, incoming.row(y))
            // The first column is partly covered.
            Row.mix(source, into: target, 1, 256 - fraction)
            Row.shift(source + 1, into: target + 1, base.width - whole - 1, fraction: fraction)
        }
    }

    /// `incoming` ends `offset` pixels before the right edge.
    private static func slideRight(_ incoming: Frame.Plane, over base: Frame.Plane, offset: Double) {
        let (whole, fraction) = split(offset)
        let count = base.width - whole
        guard count > 0 else { return }
        for y in 0..<base.height {
            let (target, source) = (base.row(y), incoming.row(y) + whole)
            let last = source[count - 1]
            // Moving left by a fraction is moving right by the rest, one pixel further on.
            if fraction == 0 {
                target.update(from: source, count: count)
            } else {
                Row.shift(source + 1, into: target, count - 1, fraction: 256 - fraction)
                var edge = last
                Row.mix(&edge, into: target + count - 1, 1, 256 - fraction)
            }
        }
    }

    /// `incoming` begins `offset` pixels below the top edge.
    private static func slideUp(_ incoming: Frame.Plane, over base: Frame.Plane, offset: Double) {
        let (whole, fraction) = split(offset)
        for y in whole..<max(whole, base.height) {
            let target = base.row(y)
            if y > whole {
                target.update(from: incoming.row(y - whole - 1), count: base.width)
            }
            Row.mix(incoming.row(y - whole), into: target, base.width, 256 - fraction)
        }
    }

    /// `incoming` ends `offset` pixels above the bottom edge.
    private static func slideDown(_ incoming: Frame.Plane, over base: Frame.Plane, offset: Double) {
        let (whole, fraction) = split(offset)
        let count = base.height - whole
        for y in 0..<max(0, count) {
            let target = base.row(y)
            if y < count - 1 {
                target.update(from: incoming.row(y + whole + 1), count: base.width)
            }
            Row.mix(incoming.row(y + whole), into: target, base.width, 256 - fraction)
        }
    }

    /// Moves a soft edge toward `direction`; `incoming` shows behind it.
    ///
    /// - Parameters:
    ///   - progress: 0 shows only `base`, 1 only `incoming`; already eased.
    ///   - softness: The width of the edge, in parts of the frame's side along the move.
    public static func wipe(
        _ incoming: Frame,
        over base: Frame,
        direction: Direction,
        progress: Double,
        softness: Double = 0.08
    ) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        base.forEachPlane(with: incoming) { base, incoming in
            let isHorizontal = direction == .left || direction == .right
            let count = isHorizontal ? base.width : base.height
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: count) { weights in
                let isBackward = direction == .left || direction == .up
                for index in 0..<count {
                    let place = (Double(index) + 0.5) / Double(count)
                    weights[index] = weight(
                        at: isBackward ? 1 - place : place,
                        progress: progress,
                        softness: max(softness, 1e-6)
                    )
                }
                guard let first = weights.baseAddress else { return }
                for y in 0..<base.height {
                    if isHorizontal {
                        Row.mix(incoming.row(y), into: base.row(y), base.width, weights: first)
                    } else if weights[y] > 0 {
                        Row.mix(incoming.row(y), into: base.row(y), base.width, weights[y])
                    }
                }
            }
        }
    }

    /// The edge starts just outside of the frame and leaves it on the other side; across it a smoothstep.
    private static func weight(at place: Double, progress: Double, softness: Double) -> UInt16 {
        let edge = progress * (1 + softness)
        let depth = min(max((edge - place) / softness, 0), 1)
        return UInt16((depth * depth * (3 - 2 * depth) * 256).rounded())
    }
}
