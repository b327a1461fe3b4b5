import Foundation
import Soundtrack
import Testing
import Timeline

@Suite struct SongTests {
    @Test func songIsCutToLengthWithAFade() throws {
        let song = Measuring.tone(440, seconds: 20)
        let cut = try SongCut.cut(song, length: Milliseconds(10_400))
        #expect(cut.frames == 10_400 * 48)
        #expect(cut.left.first == 0 && cut.left.last == 0)
        let whole = Measuring.level(cut, 48_000..<240_000)
        #expect(abs(whole - Measuring.level(song, 48_000..<240_000)) < 0.01)
        // Half way through the fade of 2.5 s the amplitude is half, and it only falls.
        let middle = cut.frames - 60_000
        #expect(abs(Measuring.level(cut, middle - 500..<middle + 500) - whole + 6) < 0.5)
        let levels = stride(from: cut.frames - 119_000, to: cut.frames - 4000, by: 4800).map {
            Measuring.level(cut, $0..<$0 + 4800)
        }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test(arguments: [10, 400, 1000, 3000])
    func shortVideosAndSongsAreFine(milliseconds: Int) throws {
        let length = Milliseconds(milliseconds)
        for seconds in [0, 0.001, 0.05, 0.7, 2.5] {
            let cut = try SongCut.cut(Measuring.tone(440, seconds: seconds), length: length)
            #expect(cut.frames == milliseconds * 48)
            #expect(cut.left.allSatisfy { abs($0) < 0.62 })
        }
    }

    @Test func shortSongGoesAroundOnTheBeat() throws {
        let (song, _) = Measuring.clicks(120, seconds: 13.3, from: 0.25)
        let cut = try SongCut.cut(song, length: .seconds(40))
        #expect(cut.frames == 40 * 48_000)
        // The clicks go on every half second, across every turn.
        for beat in 1..<70 {
            let time = Int((0.25 + 0.5 * Double(beat)) * 48_000)
            #expect(Measuring.level(cut, time - 300..<time + 900) > -24, "beat \(beat)")
            #expect(
                Measuring.level(cut, time + 6000..<time + 22_000) < -40,
                "between beats \(beat) and the next"
            )
        }
    }

    @Test func aSongWithoutAPulseGoesAroundWithoutAHole() throws {
        let cut = try SongCut.cut(Measuring.tone(300, seconds: 2.2), length: .seconds(9))
        for start in stride(from: 4800, to: 48_000 * 6, by: 2400) {
            #expect(Measuring.level(cut, start..<start + 9600) > -20)
        }
    }

    @Test(arguments: [75, 90, 120, 128.5], [0, 0.31])
    func findsTheBeatsOfClicks(tempo: Double, start: Double) {
        let (sound, truth) = Measuring.clicks(tempo, seconds: 30, from: start)
        Self.expect(BeatFinder.beats(in: sound), on: truth)
    }

    @Test(arguments: [Mood.lofi, .upbeat, .acoustic], [1, 2])
    func findsTheBeatsOfOurOwnMusic(mood: Mood, seed: Int) throws {
        let score = Composer.compose(mood: mood, seed: seed, length: .seconds(40))
        let sound = try Synthesizer(soundFont: SoundFont.find()).render(score)
        let truth = stride(from: 0, to: score.landing, by: score.framesPerBeat).map { Double($0) / 48 }
        Self.expect(BeatFinder.beats(in: sound), on: truth)
    }

    @Test func followsATempoThatDrifts() {
        var sound = StereoSound(length: .seconds(40))
        var truth: [Double] = []
        var time = 0.4
        while time < 39.5 {
            truth.append(time * 1000)
            for index in 0..<900 {
                sound.left[Int(time * 48_000) + index] = Float(
                    sin(Double(index) * 0.2) * exp(-Double(index) / 250)
                )
            }
            // From 120 down to 110 beats a minute.
            time += 60 / (120 - time / 4)
        }
        Self.expect(BeatFinder.beats(in: sound), on: truth)
    }

    @Test func silenceAndScrapsHaveNoBeats() {
        #expect(BeatFinder.beats(in: StereoSound(length: .seconds(10))).isEmpty)
        #expect(BeatFinder.beats(in: StereoSound(frames: 0)).isEmpty)
        #expect(BeatFinder.beats(in: Measuring.clicks(120, seconds: 1).0).isEmpty)
    }

    /// Nine of ten true beats are found within 25 ms, and hardly any is made up.
    private static func expect(_ beats: [Milliseconds], on truth: [Double]) {
        let near = truth.filter { time in beats.contains { abs(Double($0.rawValue) - time) <= 25 } }
            .count
        #expect(Double(near) > 0.9 * Double(truth.count), "\(near) of \(truth.count)")
        #expect(beats.count <= truth.count + truth.count / 10 + 8)
        #expect(zip(beats, beats.dropFirst()).allSatisfy { $0 < $1 })
    }
}
