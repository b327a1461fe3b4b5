/// A fingerpicked guitar, a second one that sings, an upright bass and a shaker.
struct AcousticBand: Band {
    static let style = Style(
        beat: 625,
        ring: 2.2,
        instruments: [
            Instrument(.melody, program: 24, volume: 100, pan: 80, reverb: 46),
            Instrument(.harmony, program: 25, volume: 100, pan: 46, reverb: 40),
            Instrument(.bass, program: 32, volume: 108, reverb: 14),
            Instrument(.pad, program: 49, volume: 84, pan: 64, reverb: 70),
            Instrument(.drums, program: 0, volume: 116, pan: 64, reverb: 26),
        ],
        leads: [Style.Lead(24, volume: 106), Style.Lead(73, volume: 89), Style.Lead(71, volume: 86)],
        tonics: [0, 2, 4, 7, 9],
        modes: [
            Style.Mode(
                steps: Scale.majorSteps,
                progressions: [
                    Style.bars(Chord(0, .added9), Chord(7, .major), Chord(9, .minor7), Chord(5, .added9)),
                    Style.bars(Chord(0, .major), Chord(5, .added9), Chord(0, .major), Chord(7, .suspended)),
                    Style.bars(Chord(9, .minor7), Chord(7, .major), Chord(5, .added9), Chord(0, .major)),
                    Style.bars(Chord(5, .added9), Chord(7, .major), Chord(0, .major), Chord(9, .minor7)),
                    [
                        [Chord(0, .major)], [Chord(4, .minor7), Chord(9, .minor7)], [Chord(5, .added9)],
                        [Chord(7, .suspended), Chord(7, .major)],
                    ],
                ],
                cadence: [Chord(5, .added9), Chord(7, .seventh)],
                close: Chord(0, .added9)
            ),
            Style.Mode(
                steps: Scale.minorSteps,
                progressions: [
                    Style.bars(Chord(0, .minor7), Chord(8, .added9), Chord(3, .major), Chord(10, .major)),
                    Style.bars(Chord(0, .minor), Chord(10, .major), Chord(5, .minor7), Chord(8, .added9)),
                    Style.bars(Chord(8, .added9), Chord(10, .major), Chord(0, .minor7), Chord(3, .major)),
                ],
                cadence: [Chord(5, .minor7), Chord(7, .seventh)],
                close: Chord(0, .minorAdded9)
            ),
        ],
        rhythms: [
            Rhythm([1, 0.5, 0.5, 1, 1]), Rhythm([1.5, 0.5, 1, 1]), Rhythm([0.5, 0.5, 1, 1.5, 0.5]),
            Rhythm([-0.5, 0.5, 0.5, 0.5, 2]), Rhythm([2, 0.5, 0.5, 1]), Rhythm([1, 1, 0.5, 1.5]),
        ],
        opens: [Rhythm([1, 0.5, 2, -0.5]), Rhythm([1, 2, -1])],
        closes: [Rhythm([1, 3]), Rhythm([0.5, 0.5, 3])],
        range: 64...81
    )

    /// Which string sounds on each eighth: 0 is the thumb's, 1…4 the fingers'.
    private static let patterns: [[Int]] = [
        [0, 2, 3, 4, 0, 3, 4, 2], [0, 3, 2, 4, 0, 3, 2, 3], [0, 1, 2, 3, 4, 3, 2, 1], [0, 2, 4, 2, 0, 3, 4, 3],
    ]

    private var random: SeededRandom
    private var fingers = VoiceLeader(range: 52...72, voices: 4)
    private var pattern: [Int]

    init(random: SeededRandom) {
        self.random = random
        pattern = self.random.pick(Self.patterns)
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        if bar.slot.position == 0, bar.slot.occurrence == 0 { pattern = random.pick(Self.patterns) }
        for span in bar.spans {
            let at = bar.start + span.beat
            let pitches = pick(span.chord, at: at, for: span.length, energy: bar.energy, on: &sheet)
            if bar.energy > 0.55 {
                let root = span.chord.rootPitch(near: 36)
                sheet.play(.bass, root, at: at, for: min(span.length, 2) * 0.95, velocity: 86)
                if span.length >= 4 {
                    let fifth = nearestPitch(of: span.chord.fifth, to: root + 4)
                    sheet.play(.bass, fifth, at: at + 2, for: 1.4, velocity: 76)
                    sheet.play(.bass, root, at: at + 3.5, for: 0.4, velocity: 70)
                }
            }
            if bar.energy > 0.7 { sheet.play(.pad, pitches, at: at, for: span.length + 0.1, velocity: 68) }
        }
        drum(bar, on: &sheet)
    }

    /// Fingerpicking: the thumb takes root and fifth by turns.
    private mutating func pick(
        _ chord: Chord,
        at start: Double,
        for beats: Double,
        energy: Double,
        on sheet: inout Manuscript
    ) -> [Int] {
        let pitches = fingers.lead(to: chord)
        let root = chord.rootPitch(near: 45)
        let fifth = nearestPitch(of: chord.fifth, to: root + 4)
        for eighth in 0..<Int(beats * 2) {
            let string = pattern[eighth % pattern.count]
            let isThumb = string == 0
            let thumb = eighth % 8 == 0 || fifth >= pitches[0] ? root : fifth
            let pitch = isThumb ? thumb : pitches[min(string, pitches.count) - 1]
            let at = start + Double(eighth) / 2
            let velocity = (isThumb ? 84 : 66) + Int(18 * energy) + random.below(8)
            // Strings ring on until the chord changes.
            let ring = min(isThumb ? 2 : 1.5, beats - Double(eighth) / 2)
            sheet.play(.harmony, pitch, at: at, for: ring, velocity: velocity)
        }
        return pitches
    }

    private mutating func drum(_ bar: BarPlan, on sheet: inout Manuscript) {
        guard bar.energy > 0.45 else { return }
        for eighth in 0..<bar.beats * 2 {
            let at = bar.start + Double(eighth) / 2
            let velocity = (eighth % 2 == 0 ? 44 : 60) + random.below(8)
            sheet.play(.drums, Drum.shaker, at: at, for: 0.2, velocity: velocity)
        }
        guard bar.energy > 0.6 else { return }
        for beat in 0..<bar.beats {
            let at = bar.start + Double(beat)
            if beat % 2 == 0 {
                sheet.play(.drums, Drum.kick, at: at, for: 0.3, velocity: 84)
            } else {
                sheet.play(.drums, Drum.sideStick, at: at, for: 0.3, velocity: 62)
                if bar.energy > 0.75 { sheet.play(.drums, Drum.tambourine, at: at, for: 0.3, velocity: 58) }
            }
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let at = landing.beat
        let root = landing.chord.rootPitch(near: 45)
        let strings = [root] + fingers.lead(to: landing.chord)
        sheet.play(.harmony, strings, at: at, for: landing.ring, velocity: 84, strum: 36)
        sheet.play(.pad, Array(strings.dropFirst()), at: at, for: landing.ring, velocity: 52)
        sheet.play(.bass, landing.chord.rootPitch(near: 36), at: at, for: landing.ring, velocity: 84)
        sheet.play(.melody, landing.melody, at: at, for: landing.ring, velocity: 84)
    }
}
