import Soundtrack
import Testing
import Timeline

@Suite struct ComposerTests {
    static let lengths = [1000, 1500, 3000, 5000, 12_345, 30_000, 61_700].map { Milliseconds($0) }

    @Test(arguments: Mood.allCases, lengths)
    func beginsAtOnceLandsOnTheTonicAndIsOverAtTheEnd(mood: Mood, length: Milliseconds) throws {
        for seed in 0..<8 {
            let score = Composer.compose(mood: mood, seed: seed, length: length)
            #expect(score.length == length.rawValue * 48)
            #expect(score.notes.first?.start == 0)
            #expect(score.notes.allSatisfy { $0.end <= score.length && $0.duration > 0 })

            let close = try #require(score.chords.last)
            #expect(close.start == score.landing)
            let landing = score.notes.filter { $0.start == score.landing && $0.part != .drums }
            let lowest = try #require(landing.min { $0.pitch < $1.pitch })
            #expect(lowest.pitch % 12 == close.root, "the bass closes on the tonic")
            let melody = try #require(landing.first { $0.part == .melody })
            #expect(melody.pitch % 12 == close.root, "the melody closes on the tonic")
            // The close rings out, and nothing but its own arpeggio begins after it.
            #expect(score.length - score.landing >= min(score.length * 3 / 10, 48_000 * 9 / 5))
            #expect(score.notes.allSatisfy { $0.start < score.landing + 48_000 })
        }
    }

    @Test(arguments: Mood.allCases)
    func beatsLieOnTheGridWhateverTheLength(mood: Mood) throws {
        guard case .steady(let period) = Composer.beatGrid(for: mood) else {
            Issue.record("composed music is steady")
            return
        }
        for length in Self.lengths {
            let score = Composer.compose(mood: mood, seed: 3, length: length)
            #expect(Double(score.framesPerBeat) == period * 48)
            let starts = Set(score.notes.map(\.start))
            for bar in score.bars {
                #expect(bar.start % score.framesPerBeat == 0)
                #expect(starts.contains(bar.start), "something begins with every bar")
            }
            #expect(score.landing % score.framesPerBeat == 0)
            #expect(starts.contains(score.landing))
        }
    }

    @Test(arguments: Mood.allCases)
    func melodyRestsOnTheChordOnStrongBeats(mood: Mood) {
        var strong = 0
        for seed in 0..<20 {
            let score = Composer.compose(mood: mood, seed: seed, length: .seconds(95))
            for note in score.notes
            where note.part == .melody && note.start % (2 * score.framesPerBeat) == 0 {
                let chord = score.chords.last { $0.start <= note.start }
                #expect(chord?.tones.contains(note.pitch % 12) == true, "seed \(seed), frame \(note.start)")
                strong += 1
            }
        }
        #expect(strong > 200)
    }

    @Test(arguments: Mood.allCases)
    func melodyRepeatsItsMotifs(mood: Mood) {
        for seed in 0..<10 {
            let score = Composer.compose(mood: mood, seed: seed, length: .seconds(120))
            let rhythms = score.bars.map { bar in
                let end = bar.start + bar.beats * score.framesPerBeat
                return score.notes.filter { $0.part == .melody && (bar.start..<end).contains($0.start) }
                    .map { $0.start - bar.start }
            }
            let sung = rhythms.filter { !$0.isEmpty }
            #expect(sung.count >= 12)
            #expect(Set(sung).count > 2, "not one rhythm all the way")
            #expect(
                Double(Set(sung).count) <= 0.7 * Double(sung.count),
                "seed \(seed): bars are taken up again"
            )
        }
    }

    /// Two tones a semitone or a minor ninth apart that sound together for long are heard as a mistake.
    @Test(arguments: Mood.allCases)
    func tonesRarelyRub(mood: Mood) {
        var rubbing = 0
        var sounding = 0
        for seed in 0..<10 {
            let score = Composer.compose(mood: mood, seed: seed, length: .seconds(60))
            let notes = score.notes.filter { $0.part != .drums }
            for (index, note) in notes.enumerated() {
                sounding += note.duration
                for other in notes[(index + 1)...].prefix(while: { $0.start < note.end }) {
                    let distance = abs(other.pitch - note.pitch)
                    let together = min(note.end, other.end) - max(note.start, other.start)
                    if distance == 1 || distance == 13, together > 48_000 * 3 / 10 { rubbing += together }
                }
            }
        }
        #expect(Double(rubbing) < 0.03 * Double(sounding), "\(Double(rubbing) / Double(sounding))")
    }

    @Test(arguments: Mood.allCases)
    func sameSeedSameScoreOtherSeedOtherTune(mood: Mood) {
        let length = Milliseconds.seconds(40)
        let scores = (0..<12).map { Composer.compose(mood: mood, seed: $0, length: length) }
        #expect(scores[5] == Composer.compose(mood: mood, seed: 5, length: length))
        for first in scores.indices {
            for second in scores.indices where second > first {
                let melodies = [scores[first], scores[second]].map { score in
                    Set(score.notes.filter { $0.part == .melody }.map { [$0.start, $0.pitch % 12] })
                }
                let shared = melodies[0].intersection(melodies[1]).count
                #expect(Double(shared) < 0.6 * Double(max(melodies[0].count, melodies[1].count)))
            }
        }
    }

    @Test(arguments: Mood.allCases)
    func aLengthCutsTheTuneToFit(mood: Mood) {
        let short = Composer.compose(mood: mood, seed: 9, length: .seconds(30))
        let long = Composer.compose(mood: mood, seed: 9, length: .seconds(90))
        #expect(short.instruments == long.instruments)
        #expect(short.chords.last?.root == long.chords.last?.root)
    }

    @Test func buildsUpAndHasSections() throws {
        for mood in Mood.allCases {
            let score = Composer.compose(mood: mood, seed: 1, length: .seconds(150))
            #expect(Set(score.sections.map(\.kind)).isSuperset(of: [.first, .second, .ending]))
            // The busiest half-minute comes after the first eight seconds, which are thinner.
            let opening = score.notes.filter { $0.start < 48_000 * 8 }.count
            let middle = score.notes.filter { (48_000 * 60..<48_000 * 68).contains($0.start) }.count
            #expect(opening < middle, "\(mood)")
        }
    }

    @Test func anHourGoesOnChangingAndStaysSmall() {
        let score = Composer.compose(mood: .lofi, seed: 2, length: .seconds(3600))
        #expect(score.length == 3600 * 48_000)
        #expect(score.notes.count < 60_000)
        let progressions = Set(
            stride(from: 0, to: score.chords.count - 4, by: 4).map {
                score.chords[$0..<$0 + 4].map(\.root)
            }
        )
        #expect(progressions.count > 4)
    }
}
