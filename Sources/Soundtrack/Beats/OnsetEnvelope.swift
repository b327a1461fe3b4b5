import Foundation

/// How strongly something begins to sound, every 5 ms: the growth of loudness in a low, a middle and a high band.
struct OnsetEnvelope {
    /// In frames.
    static let hop = StereoSound.sampleRate / 200

    let strengths: [Float]
    /// There are onsets at all: the envelope has peaks well over its mean.
    let isEventful: Bool

    init(_ bands: OnsetBands) {
        var sum = [Float](repeating: 0, count: bands.low.count)
        // Kick and bass carry the pulse more often than what is between and above them.
        OnsetEnvelope.add(bands.low, weight: 1.4, to: &sum)
        OnsetEnvelope.add(bands.middle, weight: 1, to: &sum)
        OnsetEnvelope.add(bands.high, weight: 0.7, to: &sum)
        let mean = sum.reduce(0, +) / Float(max(sum.count, 1))
        isEventful = mean > 0 && (sum.max() ?? 0) > 3 * mean
        strengths = mean > 0 ? sum.map { $0 / mean } : sum
    }

    /// Adds the growth of a band's loudness, so scaled that bands count alike however much energy they have.
    private static func add(_ energies: [Float], weight: Float, to sum: inout [Float]) {
        let mean = energies.reduce(0, +) / Float(max(energies.count, 1))
        guard mean > 1e-9 else { return }
        let loudness = energies.map { log(1 + 20 * $0 / mean) }
        for index in loudness.indices {
            // Against the mean of the two hops before, so that the ripple of low tones does not count.
            let before =
                index >= 2 ? max(loudness[index - 1], loudness[index - 2]) : index == 1 ? loudness[0] : 0
            sum[index] += weight * max(loudness[index] - before, 0)
        }
    }
}

/// The energy of each hop in three bands, split at 150 Hz and 2 kHz by first-order filters.
struct OnsetBands {
    private(set) var low: [Float] = []
    private(set) var middle: [Float] = []
    private(set) var high: [Float] = []

    private static let lowPole = Float(1 - exp(-2 * .pi * 150 / Double(StereoSound.sampleRate)))
    private static let highPole = Float(1 - exp(-2 * .pi * 2000 / Double(StereoSound.sampleRate)))
    private var bass: Float = 0
    private var body: Float = 0
    /// The hop that is not full yet.
    private var sums: (low: Float, middle: Float, high: Float) = (0, 0, 0)
    private var filled = 0

    mutating func add(_ sound: StereoSound) {
        for frame in 0..<sound.frames {
            let sample = (sound.left[frame] + sound.right[frame]) / 2
            bass += OnsetBands.lowPole * (sample - bass)
            body += OnsetBands.highPole * (sample - body)
            sums.low += bass * bass
            sums.middle += (body - bass) * (body - bass)
            sums.high += (sample - body) * (sample - body)
            filled += 1
            guard filled == OnsetEnvelope.hop else { continue }
            low.append(sums.low)
            middle.append(sums.middle)
            high.append(sums.high)
            (sums, filled) = ((0, 0, 0), 0)
        }
    }
}
