import Foundation

/// How the music steps back while clips are to be heard: where they are loud enough to be speech or the like, it goes
/// down before they begin and comes back slowly after they have ended. Pauses between words are no reason to come back.
struct Ducking {
    /// How far the music goes down, in dB.
    static let depth = -12.0
    /// A clip is heard from this level on, in dB of full scale: some 20 dB below where speech is put.
    static let threshold = -36.0
    /// In seconds. What is shorter is a knock, not something to listen to.
    static let shortest = 0.12
    /// In seconds. Shorter pauses do not bring the music back.
    static let pause = 1.5
    /// How long the music takes to go down, all of it before the clip is heard, and to come back, in seconds.
    static let attack = 0.4
    static let release = 1.0

    /// What the music is multiplied with at the beginning of each of the mix's blocks; straight lines lie between them.
    /// Empty when it never steps back.
    private(set) var gains: [Float] = []

    /// - Parameters:
    ///   - sounds: As they go into the mix.
    ///   - frames: The length of the mix.
    init(_ sounds: [PlacedSound], frames: Int) throws(SoundtrackError) {
        let runs = Ducking.runs(in: try Ducking.energies(of: sounds, frames: frames))
        guard !runs.isEmpty else { return }
        gains = [Float](repeating: 1, count: frames / Limiter.blockFrames + 2)
        for run in runs { lower(run) }
    }

    /// The gain over a block: at its beginning, and how much it changes from frame to frame.
    func gain(ofBlock index: Int) -> (first: Float, step: Float) {
        guard !gains.isEmpty else { return (1, 0) }
        return (gains[index], (gains[index + 1] - gains[index]) / Float(Limiter.blockFrames))
    }

    private static func blocks(in seconds: Double) -> Int {
        Int((seconds * Double(StereoSound.sampleRate) / Double(Limiter.blockFrames)).rounded())
    }

    /// The mean square of each block of all sounds for which the music steps back.
    private static func energies(of sounds: [PlacedSound], frames: Int) throws(SoundtrackError) -> [Float] {
        var energies = [Float](repeating: 0, count: frames / Limiter.blockFrames + 1)
        for placed in sounds where placed.ducksMusic {
            let first = max(0, -placed.start)
            let last = max(first, min(placed.sound.frames, frames - placed.start))
            for start in stride(from: first, to: last, by: StereoSound.sampleRate) {
                let piece = try placed.read(start..<min(start + StereoSound.sampleRate, last))
                for index in 0..<piece.frames {
                    let (left, right) = (piece.left[index], piece.right[index])
                    energies[(placed.start + start + index) / Limiter.blockFrames] +=
                        (left * left + right * right) / Float(2 * Limiter.blockFrames)
                }
            }
        }
        return energies
    }

    /// The stretches of blocks in which there is something to hear.
    private static func runs(in energies: [Float]) -> [Range<Int>] {
        let level = Float(pow(10, threshold / 10))
        var runs: [Range<Int>] = []
        var start: Int?
        for index in 0...energies.count {
            let isHeard = index < energies.count && energies[index] > level
            if isHeard {
                start = start ?? index
            } else if let begun = start {
                // A wave's own zeros, and breaths.
                if let last = runs.last, begun - last.upperBound < blocks(in: 0.1) {
                    runs[runs.count - 1] = last.lowerBound..<index
                } else {
                    runs.append(begun..<index)
                }
                start = nil
            }
        }
        var joined: [Range<Int>] = []
        for run in runs where run.count >= blocks(in: shortest) {
            if let last = joined.last, run.lowerBound - last.upperBound < blocks(in: pause) {
                joined[joined.count - 1] = last.lowerBound..<run.upperBound
            } else {
                joined.append(run)
            }
        }
        return joined
    }

    private mutating func lower(_ run: Range<Int>) {
        let (attack, release) = (Ducking.blocks(in: Ducking.attack), Ducking.blocks(in: Ducking.release))
        for index in max(0, run.lowerBound - attack)..<min(gains.count, run.upperBound + release + 1) {
            let part: Double =
                if index < run.lowerBound {
                    1 - Double(run.lowerBound - index) / Double(attack)
                } else if index > run.upperBound {
                    1 - Double(index - run.upperBound) / Double(release)
                } else {
                    1
                }
            // Half a cosine in dB: it neither starts nor stops with a jerk.
            let eased = 0.5 - 0.5 * cos(.pi * part)
            gains[index] = min(gains[index], Float(decibels: Ducking.depth * eased))
        }
    }
}
