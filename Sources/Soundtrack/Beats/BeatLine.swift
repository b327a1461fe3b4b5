import Foundation

/// The line of beats that meets the most onsets while its steps stay near a period: the dynamic programming of Ellis,
/// "Beat Tracking by Dynamic Programming" (2007). Where the tempo turns out to be steady, the line is made straight.
struct BeatLine {
    /// In hops of the envelope, ascending.
    let beats: [Double]

    /// How much a step is held to the period.
    private static let tightness = 400.0
    /// A steady song's beats stay within this of a straight line, in hops.
    private static let tolerance = 6.0

    /// - Parameter period: The time from beat to beat in hops.
    init(through onsets: OnsetEnvelope, period: Double) {
        let tracked = BeatLine.track(onsets.strengths, period: period)
        beats = BeatLine.straighten(tracked, onsets.strengths) ?? tracked
    }

    private static func track(_ onsets: [Float], period: Double) -> [Double] {
        let shortest = max(Int(period * 0.8), 1)
        let longest = max(Int(period * 1.25), shortest + 1)
        let costs = (shortest...longest).map { tightness * pow(log(Double($0) / period), 2) }
        var scores = onsets.map(Double.init)
        var previous = [Int](repeating: -1, count: onsets.count)
        for index in onsets.indices where index >= shortest {
            var best = 0.0
            for step in shortest...min(longest, index) {
                let score = scores[index - step] - costs[step - shortest]
                if score > best {
                    best = score
                    previous[index] = index - step
                }
            }
            scores[index] += best
        }
        // The line ends in the last period, where its score is highest, and is followed back from there.
        let tail = max(onsets.count - longest, 0)..<onsets.count
        var index = tail.max { scores[$0] < scores[$1] } ?? -1
        var line: [Double] = []
        while index >= 0 {
            line.append(Double(index))
            index = previous[index]
        }
        return line.reversed()
    }

    /// The straight line through the beats, over the whole length; nil if the tempo is not steady.
    private static func straighten(_ beats: [Double], _ onsets: [Float]) -> [Double]? {
        guard beats.count >= 8, let fit = fit(beats) else { return nil }
        var start = fit.start
        let period = fit.period
        // Hits tell where the beat is better than a mean that includes the notes between them.
        let offsets = stride(from: -tolerance, through: tolerance, by: 0.25)
        let best = offsets.max { score(onsets, start + $0, period) < score(onsets, start + $1, period) }
        start += best ?? 0
        start -= (start / period).rounded(.down) * period
        // A beat that falls a hair before the beginning is the one at the beginning.
        if period - start < 3 { start -= period }
        return stride(from: start, to: Double(onsets.count), by: period).map { max($0, 0) }
    }

    /// Least squares over beat numbers, twice: the second time without what lies off the first line.
    private static func fit(_ beats: [Double]) -> (start: Double, period: Double)? {
        var kept = Array(beats.enumerated())
        for round in 0..<2 {
            let count = Double(kept.count)
            let meanNumber = kept.reduce(0) { $0 + Double($1.offset) } / count
            let meanBeat = kept.reduce(0) { $0 + $1.element } / count
            var covariance = 0.0
            var variance = 0.0
            for (number, beat) in kept {
                covariance += (Double(number) - meanNumber) * (beat - meanBeat)
                variance += (Double(number) - meanNumber) * (Double(number) - meanNumber)
            }
            guard variance > 0 else { return nil }
            let period = covariance / variance
            let start = meanBeat - period * meanNumber
            if round == 1 { return (start, period) }
            kept = kept.filter { abs($0.element - start - period * Double($0.offset)) <= tolerance }
            guard kept.count * 10 >= beats.count * 8 else { return nil }
        }
        return nil
    }

    /// How much begins on the beats of a straight line.
    private static func score(_ onsets: [Float], _ start: Double, _ period: Double) -> Double {
        var sum = 0.0
        for beat in stride(from: start, to: Double(onsets.count) - 1, by: period) where beat >= 0 {
            let index = Int(beat)
            let part = beat - Double(index)
            sum += Double(onsets[index]) * (1 - part) + Double(onsets[index + 1]) * part
        }
        return sum
    }
}
