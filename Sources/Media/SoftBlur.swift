import CPixels
import Timeline

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Blurs small planes as a Gauss function does, in whole numbers; beyond the border the last pixels go on. Used by one
/// thread at a time.
final class SoftBlur {
    private let size: PixelSize
    private let radius: Int
    /// In 1/32768, from -radius to radius; they add up to 1.
    private let weights: [Int16]
    private let rows: WidePlane
    /// A row that is blurred upwards and downwards, with its border on both sides.
    private let line: UnsafeMutablePointer<Int16>
    private var inUse: [UnsafePointer<Int16>] = []

    /// - Parameters:
    ///   - sigma: In pixels.
    ///   - size: Of the planes.
    init(sigma: Double, _ size: PixelSize) {
        self.size = size
        // What lies farther away weighs less than a hundredth of what lies at the middle.
        radius = max(Int((3 * sigma).rounded(.up)), 1)
        weights = Self.weights(sigma: max(sigma, 0.01), radius: radius)
        rows = WidePlane(size)
        let count = rows.stride + 2 * radius
        line = .allocate(capacity: count)
        line.initialize(repeating: 0, count: count)
    }

    deinit {
        rows.start.deallocate()
        line.deallocate()
    }

    /// - Parameter target: Of the same size.
    func blur(_ source: Frame.Plane, into target: WidePlane) {
        for y in 0..<size.height {
            kinora_pixels_widen(source.row(y), rows.row(y), size.width, source.row(y))
        }
        for y in 0..<size.height {
            mix({ UnsafePointer(rows.row(min(max(y + $0, 0), size.height - 1))) }, into: line + radius)
            let last = line + radius + size.width - 1
            line.update(repeating: line[radius], count: radius)
            (last + 1).update(repeating: last.pointee, count: radius)
            mix({ UnsafePointer(line + radius + $0) }, into: target.row(y))
        }
    }

    /// - Parameter source: Where pixels at a distance from -radius to radius begin.
    private func mix(_ source: (Int) -> UnsafePointer<Int16>, into target: UnsafeMutablePointer<Int16>) {
        inUse.removeAll(keepingCapacity: true)
        for distance in -radius...radius { inUse.append(source(distance)) }
        kinora_pixels_mix_rows(inUse, weights, Int32(weights.count), target, rows.stride)
    }

    private static func weights(sigma: Double, radius: Int) -> [Int16] {
        let values = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let one = Double(ScalingTaps.one) / values.reduce(0, +)
        var weights = values.map { Int(($0 * one).rounded()) }
        weights[radius] += ScalingTaps.one - weights.reduce(0, +)
        return weights.map { Int16(clamping: $0) }
    }
}
