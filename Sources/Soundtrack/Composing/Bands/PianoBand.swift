/// A piano alone: broken chords in the left hand, the song in the right.
struct PianoBand: Band {
    static let style = Style(
        beat: 840,
        ring: 3,
        instruments: [
            Instrument(.melody, program: 0, volume: 112, pan: 70, reverb: 60),
            Instrument(.harmony, program: 0, volume: 112, pan: 56, reverb: 60),
            Instrument(.bass, program: 0, volume: 110, pan: 48, reverb: 56),
        ],
        leads: [Style.Lead(0, volume: 108)],
        tonics: [0, 2, 3, 5, 7, 8, 10],
        modes: [
            Style.Mode(
                steps: Scale.majorSteps,
                progressions: [
                    Style.bars(Chord(9, .minor7), Chord(5, .added9), Chord(0, .major), Chord(7, .major)),
                    Style.bars(Chord(0, .added9), Chord(4, .minor7), Chord(9, .minor7), Chord(5, .added9)),
                    Style.bars(Chord(0, .major), Chord(7, .major), Chord(9, .minor7), Chord(5, .major7)),
                    [
                        [Chord(0, .major), Chord(7, .major)], [Chord(9, .minor), Chord(4, .minor)],
                        [Chord(5, .major), Chord(0, .major)], [Chord(2, .minor7), Chord(7, .suspended)],
                    ],
                ],
                cadence: [Chord(2, .minor7), Chord(7, .seventh)],
                close: Chord(0, .major)
            ),
            Style.Mode(
                steps: Scale.minorSteps,
                progressions: [
                    Style.bars(Chord(0, .minor), Chord(8, .major7), Chord(3, .major), Chord(10, .major)),
                    Style.bars(Chord(0, .minorAdded9), Chord(5, .minor7), Chord(10, .major), Chord(3, .added9)),
                    Style.bars(Chord(8, .added9), Chord(10, .major), Chord(0, .minor), Chord(7, .minor7)),
                ],
                cadence: [Chord(5, .minor7), Chord(7, .seventh)],
                close: Chord(0, .minor)
            ),
        ],
        rhythms: [
            Rhythm([1, 0.5, 0.5, 1, 1]), Rhythm([2, 1, 1]), Rhythm([1.5, 0.5, 2]), Rhythm([0.5, 0.5, 1, 2]),
            Rhythm([1, 1, 1.5, 0.5]), Rhythm([-1, 1, 1, 1]), Rhythm([0.5, 0.5, 0.5, 0.5, 2]),
        ],
        opens: [Rhythm([3, -1]), Rhythm([1, 3]), Rhythm([1, 1, 2])],
        closes: [Rhythm([4]), Rhythm([1, 1, 2])],
        range: 64...84
    )

    /// What the left hand plays on each eighth, as rungs of a ladder of root, fifth, octave and the tones above.
    private static let patterns: [[Int]] = [
        [0, 1, 2, 3, 4, 3, 2, 1], [0, 1, 2, 3, 2, 3, 2, 1], [0, 1, 3, 1, 2, 1, 3, 1], [0, 1, 2, 3, 4, 4, 3, 2],
    ]

    private var random: SeededRandom
    private var hand = VoiceLeader(range: 52...69, voices: 3)
    private var pattern: [Int]

    init(random: SeededRandom) {
        self.random = random
        pattern = self.random.pick(Self.patterns)
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        if bar.slot.position == 0, bar.slot.occurrence == 0 { pattern = random.pick(Self.patterns) }
        for span in bar.spans {
            let at = bar.start + span.beat
            pedal(at: at, on: &sheet)
            let root = span.chord.rootPitch(near: 40)
            let velocity = 52 + Int(26 * bar.energy)
            let inner = hand.lead(to: span.chord)
            if bar.slot.section == .third || (bar.slot.section == .intro && bar.slot.position == 0) {
                sheet.play(.bass, root, at: at, for: span.length, velocity: velocity + 8)
                sheet.play(.harmony, inner, at: at, for: span.length, velocity: velocity, strum: 22)
                continue
            }
            if bar.energy > 0.7 { sheet.play(.bass, root - 12, at: at, for: span.length, velocity: velocity + 4) }
            sheet.play(.bass, root, at: at, for: span.length, velocity: velocity + 10)
            let ladder =
                [root, nearestPitch(of: span.chord.fifth, to: root + 7), root + 12] + inner.filter { $0 > root + 12 }
            for eighth in 1..<max(Int(span.length * 2), 2) {
                let rung = min(pattern[eighth % pattern.count], ladder.count - 1)
                let at = at + Double(eighth) / 2
                sheet.play(.harmony, ladder[rung], at: at, for: 0.9, velocity: velocity + random.below(7))
            }
        }
    }

    /// The pedal is lifted and taken again with each chord, so that none runs into the next.
    private func pedal(at beat: Double, on sheet: inout Manuscript) {
        for part in [Part.melody, .harmony, .bass] {
            sheet.set(.sustain, of: part, to: 0, at: max(beat - 0.01, 0))
            sheet.set(.sustain, of: part, to: 127, at: beat + 0.08)
        }
    }

    mutating func sing(_ notes: [MelodyNote], in bar: BarPlan, on sheet: inout Manuscript) {
        for note in notes {
            let velocity = 72 + Int(26 * bar.energy) + (note.isStrong ? 5 : 0) + random.below(5)
            sheet.play(.melody, note.pitch, at: note.beat, for: note.length, velocity: velocity)
            guard bar.energy > 0.7, note.isStrong else { continue }
            sheet.play(.melody, note.pitch - 12, at: note.beat, for: note.length, velocity: velocity - 22)
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let at = landing.beat
        let root = landing.chord.rootPitch(near: 36)
        pedal(at: at, on: &sheet)
        sheet.play(.bass, [root, root + 12], at: at, for: landing.ring, velocity: 70, strum: 30)
        sheet.play(.harmony, hand.lead(to: landing.chord), at: at, for: landing.ring, velocity: 62, strum: 60)
        sheet.play(.melody, landing.melody, at: at, for: landing.ring, velocity: 76)
    }
}
