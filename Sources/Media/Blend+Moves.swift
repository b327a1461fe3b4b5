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

    /// Pushes `base` out toward `direction` with `incoming`, which comes right behind it.
    ///
    /// - Parameter progress: 0 shows only `base`, 1 only `incoming`; already eased.
    public static func push(
        _ incoming: Frame,
        into base: Frame,
        direction: Direction,
        progress: Double,
        memory: BlendMemory
    ) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        base.forEachPlane(with: incoming) { base, incoming in
            let isHorizontal = direction.isHorizontal
            // Both lie side by side, the first of them to the left or above; a window moves over them.
            let isIncomingFirst = direction == .right || direction == .down
            let side = Double(isHorizontal ? base.width : base.height)
            let (whole, fraction) = split((isIncomingFirst ? 1 - progress : progress) * side)
            if isHorizontal {
                pushRows(base, incoming, isIncomingFirst, whole, fraction, memory)
            } else {
                pushColumns(base, incoming, isIncomingFirst, whole, fraction)
            }
        }
    }

    private static func pushRows(
        _ base: Frame.Plane,
        _ incoming: Frame.Plane,
        _ isIncomingFirst: Bool,
        _ whole: Int,
        _ fraction: UInt16,
        _ memory: BlendMemory
    ) {
        let width = base.width
        let both = memory.room(for: 2 * width + 1, of: UInt8.self)
        for y in 0..<base.height {
            both.update(from: isIncomingFirst ? incoming.row(y) : base.row(y), count: width)
            (both + width).update(from: isIncomingFirst ? base.row(y) : incoming.row(y), count: width)
            Row.between(both + whole, both + whole + 1, fraction, into: base.row(y), width)
        }
    }

    private static func pushColumns(
        _ base: Frame.Plane,
        _ incoming: Frame.Plane,
        _ isIncomingFirst: Bool,
        _ whole: Int,
        _ fraction: UInt16
    ) {
        let height = base.height
        func row(_ y: Int) -> Row.Target {
            let isFirst = y < height
            let y = min(isFirst ? y : y - height, height - 1)
            return isFirst == isIncomingFirst ? incoming.row(y) : base.row(y)
        }
        // In the order in which no row is overwritten that is still needed.
        for step in 0..<height {
            let y = isIncomingFirst ? height - 1 - step : step
            Row.between(row(y + whole), row(y + whole + 1), fraction, into: base.row(y), base.width)
        }
    }
}
