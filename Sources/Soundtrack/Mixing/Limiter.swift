/// A look-ahead limiter: a gain for each short block, worked out from the blocks' true peaks before anything is
/// changed, so that it begins to give way ahead of a peak and comes back slowly.
struct Limiter {
    /// 5 ms.
    static let blockFrames = StereoSound.sampleRate / 200
    /// How many blocks before and after a peak the gain takes to give way.
    private static let reach = 3
    /// How much of a reduction is left after a block: it halves in about 50 ms.
    private static let hold: Float = 0.933

    /// The gain at the middle of each block, at most 1. Empty if nothing has to be limited.
    private(set) var gains: [Float] = []

    /// - Parameters:
    ///   - peaks: The true peak of each block, in parts of full scale.
    ///   - gain: What the blocks will be multiplied with.
    ///   - ceiling: What no peak may pass, in parts of full scale.
    init(peaks: [Float], gain: Float, ceiling: Float) {
        guard let highest = peaks.max(), highest * gain > ceiling else { return }
        var wanted = peaks.map { $0 * gain > ceiling ? ceiling / ($0 * gain) : 1 }
        var reduction: Float = 0
        for index in wanted.indices {
            reduction = max(reduction * Limiter.hold, 1 - wanted[index])
            wanted[index] = 1 - reduction
        }
        // The mean over a window of minima over a wider one never exceeds what any block wants. One block more on
        // either side: the meter's filter reports a peak up to a block late, and gains are interpolated between blocks.
        gains = Limiter.mean(Limiter.minimum(wanted, reach: Limiter.reach + 2), reach: Limiter.reach)
    }

    /// Applies the gains to the frames of a block.
    func apply(to block: inout StereoSound, index: Int, frames: Int) {
        guard !gains.isEmpty else { return }
        let here = gains[index]
        let before = gains[max(index - 1, 0)]
        let after = gains[min(index + 1, gains.count - 1)]
        guard here < 1 || before < 1 || after < 1 else { return }
        let half = Limiter.blockFrames / 2
        for frame in 0..<frames {
            // Straight lines from the middle of one block to the middle of the next.
            let distance = Float(frame - half) / Float(Limiter.blockFrames)
            let gain = distance < 0 ? here + (here - before) * distance : here + (after - here) * distance
            block.left[frame] *= gain
            block.right[frame] *= gain
        }
    }

    /// The minimum over each value and its neighbours, in linear time whatever the reach (a queue of candidates).
    private static func minimum(_ values: [Float], reach: Int) -> [Float] {
        var result = values
        var queue: [Int] = []
        var head = 0
        for index in 0..<values.count + reach {
            if index < values.count {
                while queue.count > head, values[queue[queue.count - 1]] >= values[index] { queue.removeLast() }
                queue.append(index)
            }
            let centre = index - reach
            guard centre >= 0 else { continue }
            while queue[head] < centre - reach { head += 1 }
            result[centre] = values[queue[head]]
        }
        return result
    }

    /// The mean over each value and its neighbours; past the ends the outermost value counts.
    private static func mean(_ values: [Float], reach: Int) -> [Float] {
        let last = values.count - 1
        return values.indices.map { index in
            var sum: Float = 0
            for neighbour in index - reach...index + reach {
                sum += values[min(max(neighbour, 0), last)]
            }
            return sum / Float(2 * reach + 1)
        }
    }
}
