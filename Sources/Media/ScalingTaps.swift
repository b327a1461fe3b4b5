/// What each pixel of a line is mixed from when a line of pixels is scaled: the first of some neighbouring source
/// pixels, and a weight for each of them.
struct ScalingTaps {
    /// A filter that is 0 beyond so many source pixels.
    enum Kernel {
        /// Mitchell-Netravali: of the bicubics the one whose sharpness depends least on where between two pixels it
        /// reads, so that fine detail does not shimmer while it moves.
        case mitchell
        case linear

        var reach: Double { self == .mitchell ? 2 : 1 }

        /// Its value at a distance in source pixels (Mitchell and Netravali, "Reconstruction Filters in Computer
        /// Graphics", 1988, with B = C = 1/3).
        func value(at distance: Double) -> Double {
            let x = abs(distance)
            guard x < reach else { return 0 }
            guard self == .mitchell else { return 1 - x }
            return x < 1
                ? (7 * x - 12) * x * x / 6 + 16.0 / 18
                : ((-7 * x + 36) * x - 60) * x / 18 + 32.0 / 18
        }
    }

    /// Weights of one target pixel, in 1/32768, add up to 1.
    static let one = 32768

    /// How many source pixels each target pixel is mixed from.
    private(set) var count = 0
    /// For each target pixel, counted from the beginning of the span. The last is repeated to a whole number of groups.
    private(set) var first: [Int32] = []
    /// `count` for each target pixel. Of a group of target pixels, first come the weights of their first source pixels,
    /// then those of their second ones, and so on.
    private(set) var weights: [Int16] = []
    /// The source pixels that are read.
    private(set) var span = 0..<0
    private var values: [Double] = []
    private var group = 1

    /// Scales `length` source pixels, from `start` on, to `targetLength` ones.
    ///
    /// - Parameters:
    ///   - start: Where the target's first pixel begins, in source pixels. Positions may lie between pixels.
    ///   - step: Source pixels a target pixel. The kernel is widened when it is more than 1.
    ///   - sourceLength: Beyond the source's ends its last pixels go on.
    ///   - group: How many target pixels are made together. `first` and `weights` are filled up to a multiple of it.
    mutating func aim(
        _ kernel: Kernel,
        start: Double,
        step: Double,
        targetLength: Int,
        sourceLength: Int,
        group: Int
    ) {
        self.group = group
        let scale = max(step, 1)
        let reach = kernel.reach * scale
        let taps = Int((2 * reach).rounded(.up))
        count = min(taps, sourceLength)
        let padded = (targetLength + group - 1) / group * group
        resize(padded)
        for target in 0..<targetLength {
            let center = start + (Double(target) + 0.5) * step
            let left = Int((center - 0.5 - reach).rounded(.up))
            let first = min(max(left, 0), sourceLength - count)
            for tap in 0..<count { values[tap] = 0 }
            var sum = 0.0
            for tap in 0..<taps {
                let source = left + tap
                let value = kernel.value(at: (Double(source) + 0.5 - center) / scale)
                values[min(max(source - first, 0), count - 1)] += value
                sum += value
            }
            self.first[target] = Int32(truncatingIfNeeded: first)
            store(target, scale: Double(Self.one) / sum)
        }
        span = Int(first[0])..<Int(first[targetLength - 1]) + count
        for target in 0..<targetLength { first[target] -= Int32(truncatingIfNeeded: span.lowerBound) }
        for target in targetLength..<padded {
            first[target] = first[targetLength - 1]
            for tap in 0..<count { weights[place(target, tap)] = weights[place(targetLength - 1, tap)] }
        }
    }

    /// The weights of one target pixel, in groups of one.
    func withWeights(of target: Int, _ body: (UnsafePointer<Int16>) -> Void) {
        precondition(group == 1, "the weights of a larger group lie among each other")
        weights.withUnsafeBufferPointer { weights in
            guard let start = weights.baseAddress else { return }
            body(start + target * count)
        }
    }

    /// Rounds the weights so that they add up to 1 exactly: an even area stays even.
    private mutating func store(_ target: Int, scale: Double) {
        var rest = Self.one
        var heaviest = 0
        for tap in 0..<count {
            let weight = Self.nearest(values[tap] * scale)
            if values[tap] > values[heaviest] { heaviest = tap }
            weights[place(target, tap)] = Int16(clamping: weight)
            rest -= weight
        }
        // A single pixel would weigh 32768, one more than there is room for, and does not miss it.
        let most = Self.nearest(values[heaviest] * scale)
        weights[place(target, heaviest)] = Int16(clamping: most + rest)
    }

    /// Rounded, without asking the C library as `rounded()` does.
    private static func nearest(_ value: Double) -> Int {
        Int(value < 0 ? value - 0.5 : value + 0.5)
    }

    /// Where the weight of a target pixel's tap is.
    private func place(_ target: Int, _ tap: Int) -> Int {
        (target / group * count + tap) * group + target % group
    }

    private mutating func resize(_ targets: Int) {
        if first.count != targets { first = [Int32](repeating: 0, count: targets) }
        if weights.count != targets * count { weights = [Int16](repeating: 0, count: targets * count) }
        if values.count < count { values = [Double](repeating: 0, count: count) }
    }
}
