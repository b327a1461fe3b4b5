import Foundation
import Soundtrack
import Testing
import Timeline

@Suite("The music steps back for clips") struct DuckingTests {
    private static let rate = StereoSound.sampleRate

    /// Something like speech: words of a third of a second with pauses between them.
    private static func speech(seconds: Double, amplitude: Float = 0.25) -> StereoSound {
        var sound = Measuring.tone(300, seconds: seconds, amplitude: amplitude)
        for index in 0..<sound.frames where index % (rate / 2) > rate / 3 {
            sound.left[index] = 0
            sound.right[index] = 0
        }
        return sound
    }

    /// How loud the music is in a mix, in dB, from half second to half second: it is all there is above 2 kHz.
    private static func music(in mix: StereoSound) -> [Double] {
        var filtered = mix
        var (low, output) = (Float(0), Float(0))
        for index in 0..<mix.frames {
            // Two first-order high-passes.
            low += 0.23 * (mix.left[index] - low)
            let high = mix.left[index] - low
            output += 0.23 * (high - output)
            filtered.left[index] = high - output
            filtered.right[index] = filtered.left[index]
        }
        return stride(from: 0, to: mix.frames, by: rate / 2).map { Measuring.level(filtered, $0..<$0 + rate / 2) }
    }

    private static func mix(_ sounds: [PlacedSound], seconds: Double = 14) throws -> StereoSound {
        try Mixer.mix(
            music: Measuring.tone(6000, seconds: seconds, amplitude: 0.2),
            sounds: sounds,
            length: .seconds(seconds)
        )
    }

    @Test func theMusicGoesDownTwelveDecibelsUnderSpeechAndComesBackSlowly() throws {
        let speech = PlacedSound(start: 4 * Self.rate, sound: Self.speech(seconds: 4))
        let mix = try Self.mix([speech])
        let levels = Self.music(in: mix)
        let full = levels[2]
        #expect(abs(levels[5] - full) < 0.5)
        // From the first word to the last it stays down: pauses between words do not bring it back.
        for index in 8..<15 { #expect(abs(levels[index] - full + 12) < 1, "\(levels)") }
        #expect(abs(levels[20] - full) < 0.5 && abs(levels[27] - full) < 0.5)
        // No step is a jump.
        #expect(levels[17] > levels[15] + 1 && levels[17] < full + 0.5)
        let loudness = try Loudness.measure(mix)
        #expect(abs(try #require(loudness.integrated) + 14) < 0.5)
        #expect(loudness.truePeak < -1)
    }

    @Test func noTwoSamplesOfTheMusicJump() throws {
        var constant = StereoSound(length: .seconds(10))
        for index in 0..<constant.frames {
            constant.left[index] = 0.2
            constant.right[index] = 0.2
        }
        let quiet = PlacedSound(start: 3 * Self.rate, sound: Self.speech(seconds: 2, amplitude: 0.1), volume: 100)
        let plain = try Mixer.mix(music: constant, length: .seconds(10))
        let ducked = try Mixer.mix(music: constant, sounds: [quiet], length: .seconds(10))
        #expect(plain.frames == ducked.frames)
        // Before and after the speech there is nothing but the music's own gain: it changes by a hair from sample to
        // sample, 12 dB in 0.4 s at the fastest.
        for index in 2 * Self.rate..<3 * Self.rate - 1 {
            #expect(abs(ducked.left[index + 1] - ducked.left[index]) < 0.0002)
        }
    }

    @Test func whatIsNotToBeHeardOrShallNotDuckLeavesTheMusicAlone() throws {
        let speech = Self.speech(seconds: 4)
        var knock = StereoSound(length: .seconds(4))
        for index in 0..<200 { knock.left[Self.rate + index] = 0.5 }
        let hiss = Measuring.tone(900, seconds: 4, amplitude: 0.0008)
        for sound in [
            PlacedSound(start: 4 * Self.rate, sound: speech, ducksMusic: false),
            PlacedSound(start: 4 * Self.rate, sound: knock), PlacedSound(start: 4 * Self.rate, sound: hiss),
        ] {
            let levels = Self.music(in: try Self.mix([sound]))
            // The knock itself is at 5 s.
            for index in 2..<26 where index != 10 { #expect(abs(levels[index] - levels[2]) < 0.7, "\(levels)") }
        }
    }

    @Test func quietSpeechIsRaisedAndLoudSpeechLoweredTogetherWithTheRestOfItsRecording() throws {
        func level(_ amplitude: Float, volume: Int = 100) throws -> Double {
            let tone = Measuring.tone(1000, seconds: 4, amplitude: amplitude)
            let mix = try Self.mix([PlacedSound(start: 4 * Self.rate, sound: tone, volume: volume)])
            let music = Self.music(in: mix)[2]
            // Of the tone alone.
            var (sine, cosine) = (0.0, 0.0)
            for index in 5 * Self.rate..<7 * Self.rate {
                let phase = 2 * .pi * 1000 * Double(index) / Double(Self.rate)
                sine += Double(mix.left[index]) * sin(phase)
                cosine += Double(mix.left[index]) * cos(phase)
            }
            return 20 * log10((sine * sine + cosine * cosine).squareRoot() / Double(Self.rate)) - music
        }
        let usual = try level(0.15)
        #expect(abs(try level(0.05) - usual) < 0.5)
        #expect(abs(try level(0.5) - usual) < 0.5)
        // Noise is not blown up: at most by 12 dB.
        #expect(try level(0.004) < usual - 5)
        // The person's own wish comes on top.
        #expect(abs(try level(0.15, volume: 200) - usual - 6) < 0.7)
        // Two pieces of a recording keep their levels.
        let pieces = [(2, Float(0.3)), (8, 0.1)].map { start, amplitude in
            PlacedSound(
                start: start * Self.rate,
                sound: Measuring.tone(1000, seconds: 3, amplitude: amplitude),
                source: "a"
            )
        }
        let mix = try Mixer.mix(music: nil, sounds: pieces, length: .seconds(12))
        let first = Measuring.level(mix, 3 * Self.rate..<4 * Self.rate)
        let second = Measuring.level(mix, 9 * Self.rate..<10 * Self.rate)
        #expect(abs(first - second - 9.5) < 0.5)
    }

    @Test func soundsThatCrossKeepTheirPower() throws {
        func noise(_ seed: UInt64) -> StereoSound {
            var state = seed
            let samples = (0..<6 * Self.rate).map { _ -> Float in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (Float(state >> 40) / Float(1 << 24) - 0.5) * 0.3
            }
            return StereoSound(left: samples, right: samples)
        }
        let sounds = [
            PlacedSound(start: 0, sound: noise(1), fadeOut: 2 * Self.rate, source: "a"),
            PlacedSound(start: 4 * Self.rate, sound: noise(2), fadeIn: 2 * Self.rate, source: "b"),
        ]
        let mix = try Mixer.mix(music: nil, sounds: sounds, length: .seconds(10))
        let levels = (2..<16).map { Measuring.level(mix, $0 * Self.rate / 2..<($0 + 1) * Self.rate / 2) }
        for level in levels { #expect(abs(level - levels[0]) < 1, "\(levels)") }
    }
}
