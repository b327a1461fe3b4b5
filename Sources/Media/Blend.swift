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

    /// Darkens the frame: 256 leaves it as it is, 0 is black.
    public static func fade(_ base: Frame, brightness: Int) {
        let brightness = UInt16(min(max(brightness, 0), 256))
        guard brightness < 256 else { return }
        guard brightness > 0 else { return base.fillBlack() }
        for (plane, black) in [(base.luma, UInt16(16)), (base.blue, 128), (base.red, 128)] {
            for y in 0..<plane.height { Row.mix(black, into: plane.row(y), plane.width, 256 - brightness) }
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
}
