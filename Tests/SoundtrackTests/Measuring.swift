import Foundation
import Soundtrack
import Timeline

/// Figures about sounds, as one would read them from an editor's meters.
enum Measuring {
    /// The root mean square of a range in dB of full scale.
    static func level(_ sound: StereoSound, _ range: Range<Int>) -> Double {
        let range = range.clamped(to: 0..<sound.frames)
        var sum = 0.0
        for index in range {
            sum += Double(sound.left[index] * sound.left[index] + sound.right[index] * sound.right[index])
        }
        return 10 * log10(max(sum / Double(max(2 * range.count, 1)), 1e-20))
    }

    /// The first frame louder than -46 dB of full scale.
    static func firstSound(_ sound: StereoSound) -> Int? {
        sound.left.indices.first { abs(sound.left[$0]) > 0.005 || abs(sound.right[$0]) > 0.005 }
    }

    /// The parts of the energy below 250 Hz, between, and above 2 kHz.
    static func bands(_ sound: StereoSound) -> (bass: Double, middle: Double, treble: Double) {
        let low = Float(1 - exp(-2 * .pi * 250.0 / 48_000))
        let high = Float(1 - exp(-2 * .pi * 2000.0 / 48_000))
        var bass: Float = 0
        var body: Float = 0
        var sums = (bass: 0.0, middle: 0.0, treble: 0.0)
        for index in 0..<sound.frames {
            let sample = (sound.left[index] + sound.right[index]) / 2
            bass += low * (sample - bass)
            body += high * (sample - body)
            sums.bass += Double(bass * bass)
            sums.middle += Double((body - bass) * (body - bass))
            sums.treble += Double((sample - body) * (sample - body))
        }
        let all = sums.bass + sums.middle + sums.treble
        return (sums.bass / all, sums.middle / all, sums.treble / all)
    }

    static func mean(_ samples: [Float]) -> Double {
        samples.reduce(0) { $0 + Double($1) } / Double(max(samples.count, 1))
    }

    /// A sine of the same phase in both channels.
    static func tone(_ frequency: Double, seconds: Double, amplitude: Float = 0.3) -> StereoSound {
        let samples = (0..<Int(seconds * 48_000)).map {
            amplitude * Float(sin(2 * .pi * frequency * Double($0) / 48_000))
        }
        return StereoSound(left: samples, right: samples)
    }

    /// Short clicks at a tempo, and when they are struck in ms.
    static func clicks(_ tempo: Double, seconds: Double, from start: Double = 0) -> (
        StereoSound, [Double]
    ) {
        var sound = StereoSound(length: .seconds(seconds))
        var times: [Double] = []
        for time in stride(from: start, to: seconds, by: 60 / tempo) {
            times.append(time * 1000)
            let first = Int(time * 48_000)
            for index in 0..<min(1200, sound.frames - first) {
                let sample = Float(sin(Double(index) * 0.13) * exp(-Double(index) / 300)) * 0.7
                sound.left[first + index] = sample
                sound.right[first + index] = sample
            }
        }
        return (sound, times)
    }
}
