import Foundation
import Soundtrack
import Testing
import Timeline

@Suite struct MixerTests {
    private static func music(_ mood: Mood = .acoustic, seconds: Double = 12) throws -> StereoSound {
        let score = Composer.compose(mood: mood, seed: 6, length: .seconds(seconds))
        return try Synthesizer(soundFont: SoundFont.find()).render(score)
    }

    @Test(arguments: [5, 18, 35, 50, 60])
    func volumeShiftsTheLoudness(volume: Int) throws {
        let mix = try Mixer.mix(music: Self.music(), volume: volume, length: .seconds(12))
        let loudness = try Loudness.measure(mix)
        let wanted = -14 + 20 * log10(Double(volume) / 35)
        let integrated = try #require(loudness.integrated)
        #expect(abs(integrated - wanted) < 0.5)
        #expect(loudness.truePeak < -1)
    }

    @Test func fullVolumeIsLouderAndStillUnderTheCeiling() throws {
        let loudness = try Loudness.measure(
            Mixer.mix(music: Self.music(.upbeat), volume: 100, length: .seconds(12))
        )
        let integrated = try #require(loudness.integrated)
        #expect(integrated > -9.5)
        #expect(loudness.truePeak < -1)
    }

    @Test func silenceStaysSilence() throws {
        let none = try Mixer.mix(music: nil, length: .seconds(3))
        #expect(none == StereoSound(length: .seconds(3)))
        let silent = try Mixer.mix(music: StereoSound(length: .seconds(3)), length: .seconds(3))
        #expect(silent == none)
        let muted = try Mixer.mix(music: Self.music(), volume: 0, length: .seconds(3))
        #expect(muted == none)
        let empty = try Mixer.mix(music: Self.music(), length: .zero)
        #expect(empty.frames == 0)
    }

    @Test func hissIsNotBlownUp() throws {
        var hiss = Measuring.tone(3000, seconds: 4, amplitude: 0.00002)
        hiss.left[7] = 0.00003
        let mix = try Mixer.mix(music: hiss, length: .seconds(4))
        #expect(Measuring.level(mix, 0..<mix.frames) < -50)
        #expect(mix.left.allSatisfy { $0.isFinite })
    }

    @Test(arguments: [20, 150, 390, 410])
    func shortSoundsAreLevelledToo(milliseconds: Int) throws {
        let length = Milliseconds(milliseconds)
        let tone = Measuring.tone(1000, seconds: length.seconds, amplitude: 0.02)
        let mix = try Mixer.mix(music: tone, length: length)
        // A sine of 1 kHz in both channels at -14 LUFS has an amplitude of about -14 dB.
        #expect(abs(Measuring.level(mix, 0..<mix.frames) + 3 - -14) < 1.5)
        #expect(mix.left.allSatisfy { $0.isFinite })
    }

    @Test func aHotSongWithPeaksKeepsTheCeiling() throws {
        var song = Measuring.tone(220, seconds: 6, amplitude: 0.05)
        for start in stride(from: 4800, to: song.frames - 600, by: 30_000) {
            for index in 0..<600 {
                song.left[start + index] = index % 2 == 0 ? 1 : -1
                song.right[start + index] = index % 3 == 0 ? 1 : -0.9
            }
        }
        let loudness = try Loudness.measure(Mixer.mix(music: song, length: .seconds(6)))
        #expect(loudness.truePeak < -1)
        let integrated = try #require(loudness.integrated)
        #expect(integrated > -22)
    }

    @Test func clipSoundIsHeardAtItsTimeAndMusicIsCutToLength() throws {
        let clip = Measuring.tone(1000, seconds: 1)
        let start = 2 * StereoSound.sampleRate
        let mix = try Mixer.mix(music: nil, sounds: [PlacedSound(start: start, sound: clip)], length: .seconds(4))
        #expect(mix.frames == 4 * 48_000)
        #expect(Measuring.level(mix, 0..<95_000) < -90)
        #expect(Measuring.level(mix, 97_000..<143_000) > -20)
        #expect(Measuring.level(mix, 145_000..<192_000) < -90)

        let placed = PlacedSound(start: start, sound: clip)
        let both = try Mixer.mix(music: Self.music(), sounds: [placed], length: .seconds(5))
        #expect(both.frames == 5 * 48_000)
        let loudness = try Loudness.measure(both)
        let integrated = try #require(loudness.integrated)
        #expect(abs(integrated + 14) < 0.5)
        #expect(loudness.truePeak < -1)
        // A sound that reaches over the end, or begins after it, does no harm.
        let late = try Mixer.mix(
            music: nil,
            sounds: [3.5, 9].map { PlacedSound(start: Int($0 * Double(StereoSound.sampleRate)), sound: clip) },
            length: .seconds(4)
        )
        #expect(late.frames == 4 * 48_000)
        #expect(Measuring.level(late, 170_000..<191_000) > -20)
    }

    @Test func musicVolumeLeavesClipSoundAlone() throws {
        let clip = Measuring.tone(1000, seconds: 1)
        let sounds = [PlacedSound(start: StereoSound.sampleRate / 2, sound: clip)]
        let silentMusic = try Mixer.mix(
            music: Self.music(),
            volume: 0,
            sounds: sounds,
            length: .seconds(5)
        )
        #expect(Measuring.level(silentMusic, 96_000..<192_000) < -90)
        #expect(Measuring.level(silentMusic, 25_000..<70_000) > -25)
    }
}
