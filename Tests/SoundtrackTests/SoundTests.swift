import Foundation
import Soundtrack
import Testing
import Timeline

@Suite struct SoundTests {
    @Test(arguments: Mood.allCases, [5000, 30_000, 61_700])
    func moodSoundsFromStartToEnd(mood: Mood, milliseconds: Int) throws {
        let length = Milliseconds(milliseconds)
        let score = Composer.compose(mood: mood, seed: 4, length: length)
        let sound = try Mixer.mix(
            music: Synthesizer(soundFont: SoundFont.find()).render(score),
            length: length
        )
        #expect(sound.frames == milliseconds * 48)

        let loudness = try Loudness.measure(sound)
        let integrated = try #require(loudness.integrated)
        #expect(abs(integrated + 14) < 0.5)
        #expect(loudness.truePeak < -1)

        let first = try #require(Measuring.firstSound(sound))
        #expect(first < 48 * 150)
        let second = 48_000
        for start in stride(from: 0, to: score.landing, by: second / 2) {
            #expect(
                Measuring.level(sound, start..<start + second * 3 / 2) > -40,
                "silence at frame \(start)"
            )
        }
        // The close is heard, falls, and is over.
        let end = sound.frames
        #expect(Measuring.level(sound, score.landing..<score.landing + second / 2) > -26)
        let late = Measuring.level(sound, end - second / 2..<end - second / 4)
        #expect(late < Measuring.level(sound, score.landing..<score.landing + second / 2) - 6)
        #expect(Measuring.level(sound, end - second / 4..<end) < late - 6)
        #expect(Measuring.level(sound, end - 2400..<end) < -60)
        #expect(sound.left.last == 0 && sound.right.last == 0)

        #expect(abs(Measuring.mean(sound.left)) < 0.001 && abs(Measuring.mean(sound.right)) < 0.001)
        let bands = Measuring.bands(sound)
        #expect(bands.bass > 0.02 && bands.bass < 0.9)
        #expect(bands.middle > 0.1)
        #expect(bands.treble > 0.0005)
        #expect(sound.left != sound.right, "it is stereo")
    }

    @Test func sameScoreSameSamples() throws {
        let score = Composer.compose(mood: .upbeat, seed: 11, length: .seconds(8))
        let synthesizer = try Synthesizer(soundFont: SoundFont.find())
        let first = try synthesizer.render(score)
        let second = try synthesizer.render(score)
        #expect(first == second)
        let other = try synthesizer.render(Composer.compose(mood: .upbeat, seed: 12, length: .seconds(8)))
        #expect(first != other)
    }

    @Test func missingSoundFontNamesThePackage() {
        let error = #expect(throws: SoundtrackError.self) {
            _ = try Synthesizer(soundFont: "/nowhere/Grand.sf2")
        }
        #expect(error?.code == .soundFontMissing)
        #expect(error?.message.contains("timgm6mb-soundfont") == true)
        #expect(error?.message.contains("Grand.sf2") == true)
        #expect(error?.message.contains("/nowhere") == false)
    }

    @Test func aFileThatIsNoSoundFontIsRefused() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "no-font-\(UUID().uuidString).sf2"
        )
        try Data("not a SoundFont".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let synthesizer = try Synthesizer(soundFont: file.path)
        let score = Composer.compose(mood: .piano, seed: 1, length: .seconds(1))
        let error = #expect(throws: SoundtrackError.self) { _ = try synthesizer.render(score) }
        #expect(error?.code == .soundFontUnreadable)
    }
}
