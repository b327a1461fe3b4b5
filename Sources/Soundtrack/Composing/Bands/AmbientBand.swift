/// Slow pads that melt into one another, a deep floor and sparse bells.
struct AmbientBand: Band {
    static let style = Style(
        beat: 1000,
        ring: 3.4,
        instruments: [
            Instrument(.melody, program: 98, volume: 80, pan: 76, reverb: 110, chorus: 20),
            Instrument(.harmony, program: 89, volume: 100, pan: 50, reverb: 90, chorus: 40),
            Instrument(.bass, program: 39, volume: 96, pan: 64, reverb: 30),
            Instrument(.pad, program: 91, volume: 74, pan: 80, reverb: 100, chorus: 30),
            Instrument(.color, program: 11, volume: 92, pan: 40, reverb: 110),
            Instrument(.counter, program: 49, volume: 64, pan: 72, reverb: 90),
        ],
        leads: [
            Style.Lead(98, volume: 100), Style.Lead(10, volume: 90), Style.Lead(8, volume: 127),
            Style.Lead(92, volume: 127), Style.Lead(108, volume: 118),
        ],
        tonics: [0, 2, 4, 5, 7, 9],
        modes: [
            Style.Mode(
                steps: Scale.majorPentatonic,
                progressions: [
                    Style.bars(Chord(0, .major9), Chord(5, .major9), Chord(9, .minor9), Chord(5, .major9)),
                    Style.bars(Chord(0, .added9), Chord(9, .minor9), Chord(5, .major9), Chord(7, .suspended9)),
                    Style.bars(Chord(5, .major9), Chord(0, .added9), Chord(2, .minor9), Chord(9, .minor7)),
                    Style.bars(Chord(9, .minor9), Chord(5, .major9), Chord(0, .added9), Chord(7, .suspended)),
                ],
                cadence: [Chord(5, .major9), Chord(7, .suspended9)],
                close: Chord(0, .added9)
            ),
            Style.Mode(
                steps: Scale.minorPentatonic,
                progressions: [
                    Style.bars(Chord(0, .minor9), Chord(8, .major9), Chord(3, .added9), Chord(10, .suspended)),
                    Style.bars(Chord(0, .minor9), Chord(5, .minor9), Chord(8, .major9), Chord(10, .added9)),
                    Style.bars(Chord(8, .major9), Chord(3, .added9), Chord(10, .added9), Chord(0, .minor7)),
                ],
                cadence: [Chord(8, .major9), Chord(10, .suspended)],
                close: Chord(0, .minorAdded9)
            ),
        ],
        rhythms: [
            Rhythm([1, 1, 2]), Rhythm([-1, 1, 2]), Rhythm([2, 2]), Rhythm([0.5, 0.5, 1, -2]), Rhythm([1.5, 0.5, -2]),
            Rhythm([0.5, 0.5, 0.5, 0.5, -2]),
        ],
        opens: [Rhythm([2, -2]), Rhythm([-2, 2])],
        closes: [Rhythm([4]), Rhythm([1, 3])],
        range: 67...88
    )

    private var random: SeededRandom
    private var pad = VoiceLeader(range: 50...72, voices: 4, rootless: true)

    init(random: SeededRandom) {
        self.random = random
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        for span in bar.spans {
            let pitches = pad.lead(to: span.chord)
            let at = bar.start + span.beat
            let root = span.chord.rootPitch(near: 38)
            let velocity = 66 + Int(28 * bar.energy)
            sheet.play(.harmony, pitches, at: at, for: span.length + 0.25, velocity: velocity)
            if bar.index > 0 || bar.energy > 0.4 {
                sheet.play(.bass, root, at: at, for: span.length * 0.97, velocity: velocity)
            }
            if bar.energy > 0.45, let top = pitches.last {
                sheet.play(.pad, [pitches[1], top], at: at, for: span.length + 0.25, velocity: velocity)
            }
            if bar.energy > 0.6 {
                sheet.play(
                    .counter,
                    nearestPitch(of: span.chord.fifth, to: root + 9),
                    at: at,
                    for: span.length,
                    velocity: velocity - 6
                )
            }
            sparkle(pitches, at: at, for: span.length, opens: bar.index == 0, on: &sheet)
        }
        breathe(bar, on: &sheet)
    }

    /// A few soft tones of the chord, high up.
    private mutating func sparkle(
        _ pitches: [Int],
        at start: Double,
        for beats: Double,
        opens: Bool,
        on sheet: inout Manuscript
    ) {
        // The pads rise slowly: the first tone of the piece is a bell.
        if opens { sheet.play(.color, pitches[0] + 12, at: start, for: 3, velocity: 72) }
        for half in 1..<max(Int(beats * 2), 2) where random.chance(0.28) {
            let pitch = random.pick(pitches) + 12
            // Damped with the chord it belongs to.
            let length = min(2.5, beats - Double(half) / 2)
            sheet.play(.color, pitch, at: start + Double(half) / 2, for: length, velocity: 44 + random.below(20))
        }
    }

    private func breathe(_ bar: BarPlan, on sheet: inout Manuscript) {
        let half = Double(bar.beats) / 2
        for part in [Part.harmony, .pad] {
            sheet.glide(.expression, of: part, from: 92, to: 112, at: bar.start, for: half * 0.9)
            sheet.glide(.expression, of: part, from: 112, to: 92, at: bar.start + half, for: half * 0.9)
        }
    }

    mutating func sing(_ notes: [MelodyNote], in bar: BarPlan, on sheet: inout Manuscript) {
        for note in notes {
            let velocity = 58 + Int(22 * bar.energy)
            let length = min(max(note.length, 2), bar.start + Double(bar.beats) - note.beat)
            sheet.play(.melody, note.pitch, at: note.beat, for: length, velocity: velocity)
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let pitches = pad.lead(to: landing.chord)
        let at = landing.beat
        let ring = landing.ring
        for part in [Part.harmony, .pad, .bass] {
            sheet.glide(.expression, of: part, from: 104, to: 30, at: at + ring * 0.2, for: ring * 0.8)
        }
        sheet.play(.harmony, pitches, at: at, for: ring, velocity: 82)
        sheet.play(.bass, landing.chord.rootPitch(near: 38), at: at, for: ring, velocity: 80)
        sheet.play(.color, pitches.map { $0 + 12 }, at: at, for: ring, velocity: 62, strum: 140)
        sheet.play(.melody, landing.melody, at: at, for: ring, velocity: 66)
    }
}
