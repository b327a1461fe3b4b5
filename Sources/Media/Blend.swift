internal import Timeline

/// Mixes of frames of one size, in place. Weights run from 0 (nothing of the incoming) to 256 (nothing but it).
public enum Blend {
    /// Crossfade: mixes `incoming` into `base`.
    public static func mix(_ incoming: Frame, into base: Frame, weight: Int) {
        let weight = UInt16(min(max(weight, 0), 256))
        switch weight {
        case 0: return
        case 256: base.copy(incoming)
        default:
            base.forEachPlane(with: incoming) { base, incoming in
                for y in 0..<base.height { Row.mix(incoming.row(y), into: base.row(y), base.width, weight) }
            }
        }
    }

    /// Adds the light of both: in the middle each is there whole.
    ///
    /// - Parameter progress: 0 shows only `base`, 1 only `incoming`; already eased.
    public static func add(_ incoming: Frame, to base: Frame, progress: Double) {
        guard progress > 0 else { return }
        guard progress < 1 else { return base.copy(incoming) }
        let outWeight = Int32((min(2 - 2 * progress, 1) * 256).rounded())
        let inWeight = Int32((min(2 * progress, 1) * 256).rounded())
        base.forEachPlane(with: incoming) { plane, incoming in
            let isLuma = plane.width == base.size.width
            for y in 0..<plane.height {
                Row.add(
                    incoming.row(y),
                    inWeight,
                    to: plane.row(y),
                    outWeight,
                    plane.width,
                    zero: isLuma ? 16 : 128,
                    limits: isLuma ? (16, 235) : (16, 240)
                )
            }
        }
    }

    /// A colour that pictures fade to.
    public enum Shade: Sendable {
        case black, white

        var luma: UInt16 { self == .black ? 16 : 235 }
    }

    /// Fades the frame to black or white: a weight of 0 leaves it as it is, 256 leaves nothing of it.
    public static func fade(_ base: Frame, to shade: Shade, weight: Int) {
        let weight = UInt16(min(max(weight, 0), 256))
        guard weight > 0 else { return }
        for (plane, value) in [(base.luma, shade.luma), (base.blue, 128), (base.red, 128)] {
            for y in 0..<plane.height { Row.mix(value, into: plane.row(y), plane.width, weight) }
        }
    }
}

/// The inner loops: one row at a time, without branches, so that the compiler makes vector instructions of them.
enum Row {
    typealias Target = UnsafeMutablePointer<UInt8>
    typealias Source = UnsafePointer<UInt8>

    /// base + (incoming - base) * weight / 256, rounded.
    static func mix(_ incoming: Target, into base: Target, _ count: Int, _ weight: UInt16) {
        let rest = 256 - weight
        for x in 0..<count {
            base[x] = UInt8(truncatingIfNeeded: (UInt16(base[x]) &* rest &+ UInt16(incoming[x]) &* weight &+ 128) &>> 8)
        }
    }

    /// Mixes one value into the row.
    static func mix(_ value: UInt16, into base: Target, _ count: Int, _ weight: UInt16) {
        let rest = 256 - weight
        let part = value &* weight &+ 128
        for x in 0..<count {
            base[x] = UInt8(truncatingIfNeeded: (UInt16(base[x]) &* rest &+ part) &>> 8)
        }
    }

    /// Mixes one value into the row, with a weight for each column.
    static func mix(_ value: UInt16, into base: Target, _ count: Int, weights: UnsafePointer<UInt16>) {
        for x in 0..<count {
            let weight = weights[x]
            let sum = UInt16(base[x]) &* (256 &- weight) &+ value &* weight
            base[x] = UInt8(truncatingIfNeeded: (sum &+ 128) &>> 8)
        }
    }

    /// The distances of both from `zero`, each with its weight, added and kept within limits.
    static func add(
        _ incoming: Target,
        _ inWeight: Int32,
        to base: Target,
        _ outWeight: Int32,
        _ count: Int,
        zero: Int32,
        limits: (low: Int32, high: Int32)
    ) {
        let offset = zero * (256 - inWeight - outWeight) + 128
        for x in 0..<count {
            let sum = (Int32(base[x]) &* outWeight &+ Int32(incoming[x]) &* inWeight &+ offset) >> 8
            base[x] = UInt8(truncatingIfNeeded: min(max(sum, limits.low), limits.high))
        }
    }

    /// Mixes with a weight for each column.
    static func mix(_ incoming: Target, into base: Target, _ count: Int, weights: UnsafePointer<UInt16>) {
        for x in 0..<count {
            let weight = weights[x]
            let sum = UInt16(base[x]) &* (256 &- weight) &+ UInt16(incoming[x]) &* weight
            base[x] = UInt8(truncatingIfNeeded: (sum &+ 128) &>> 8)
        }
    }

    /// Writes `source` into `target`, moved right by `fraction` / 256 of a pixel; `source[-1]` is read.
    static func shift(_ source: Target, into target: Target, _ count: Int, fraction: UInt16) {
        let rest = 256 - fraction
        for x in 0..<count {
            let sum = UInt16(source[x]) &* rest &+ UInt16(source[x - 1]) &* fraction
            target[x] = UInt8(truncatingIfNeeded: (sum &+ 128) &>> 8)
        }
    }

    /// first + (second - first) * fraction / 256, rounded.
    static func between(_ first: Source, _ second: Source, _ fraction: UInt16, into target: Target, _ count: Int) {
        let rest = 256 - fraction
        for x in 0..<count {
            let sum = UInt16(first[x]) &* rest &+ UInt16(second[x]) &* fraction
            target[x] = UInt8(truncatingIfNeeded: (sum &+ 128) &>> 8)
        }
    }
}
