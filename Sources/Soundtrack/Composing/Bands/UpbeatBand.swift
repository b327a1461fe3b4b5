/// Bright strumming over a four-on-the-floor beat with claps, a driving bass and a catchy lead.
struct UpbeatBand: Band {
    static let style = Style(
        beat: 520,
        ring: 1.9,
        instruments: [
            Instrument(.melody, program: 9, volume: 92, pan: 72, reverb: 50),
            Instrument(.harmony, program: 25, volume: 88, pan: 38, reverb: 30),
            Instrument(.bass, program: 33, volume: 94, reverb: 6),
            Instrument(.pad, program: 48, volume: 52, pan: 64, reverb: 60),
            Instrument(.counter, program: 0, volume: 104, pan: 88, reverb: 36),
            Instrument(.drums, program: 0, volume: 100, reverb: 18),
        ],
        leads: [
            Style.Lead(9, volume: 116), Style.Lead(12, volume: 123), Style.Lead(11, volume: 76),
            Style.Lead(73, volume: 74), Style.Lead(0, volume: 106),
        ],
        tonics: [0, 2, 4, 7, 9],
        modes: [
            Style.Mode(
                steps: Scale.majorPentatonic,
                progressions: [
                    Style.bars(Chord(0, .added9), Chord(7, .major), Chord(9, .minor7), Chord(5, .added9)),
                    Style.bars(Chord(9, .minor7), Chord(5, .added9), Chord(0, .major), Chord(7, .major)),
                    Style.bars(Chord(0, .major), Chord(5, .added9), Chord(9, .minor7), Chord(7, .suspended)),
                    Style.bars(Chord(5, .added9), Chord(0, .major), Chord(7, .major), Chord(9, .minor7)),
                    Style.bars(Chord(0, .major), Chord(4, .minor7), Chord(5, .added9), Chord(7, .major)),
                    Style.bars(Chord(5, .added9), Chord(7, .major), Chord(9, .minor7), Chord(0, .major)),
                ],
                cadence: [Chord(5, .added9), Chord(7, .major)],
                close: Chord(0, .major)
            )
        ],
        rhythms: [
            Rhythm([0.5, 0.5, 1, 0.5, 0.5, 1]), Rhythm([1, 0.5, 0.5, 1, 1]), Rhythm([0.5, 1, 0.5, 1, 1]),
            Rhythm([0.5, 0.5, 0.5, 1, 0.5, 1]), Rhythm([1.5, 0.5, 1.5, 0.5]), Rhythm([0.75, 0.75, 0.5, 1, 1]),
        ],
        opens: [Rhythm([1, 1, 1.5, -0.5]), Rhythm([0.5, 0.5, 2, -1])],
        closes: [Rhythm([0.5, 0.5, 3]), Rhythm([1, 1, 2])],
        range: 69...88
    )

    /// A bar of strums in eighths: 2 is a full stroke down, 1 a light one up.
    private static let strums: [[Int]] = [
        [2, 0, 2, 1, 0, 1, 2, 1], [2, 0, 1, 1, 2, 0, 1, 1], [2, 1, 0, 1, 2, 1, 0, 1],
    ]

    private static let basses: [[Double]] = [
        [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5], [0, 1.5, 2, 3.5], [0, 0.75, 1.5, 2, 2.75, 3.5],
    ]

    private var random: SeededRandom
    private var guitar = VoiceLeader(range: 55...76, voices: 4)
    private var strum: [Int]
    private var drive: [Double]

    init(random: SeededRandom) {
        self.random = random
        strum = self.random.pick(Self.strums)
        drive = self.random.pick(Self.basses)
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        for span in bar.spans {
            let pitches = guitar.lead(to: span.chord)
            let at = bar.start + span.beat
            play(pitches, for: span.length, at: at, energy: bar.energy, on: &sheet)
            drive(span.chord, for: span.length, at: at, energy: bar.energy, on: &sheet)
        }
        drum(bar, on: &sheet)
    }

    private mutating func play(
        _ pitches: [Int],
        for beats: Double,
        at start: Double,
        energy: Double,
        on sheet: inout Manuscript
    ) {
        for eighth in 0..<Int(beats * 2) {
            let stroke = strum[eighth % strum.count]
            guard stroke > 0, energy > 0.3 || stroke == 2 else { continue }
            let at = start + Double(eighth) / 2
            let velocity = (stroke == 2 ? 74 : 58) + Int(16 * energy) + random.below(6)
            let strings = stroke == 2 ? pitches : Array(pitches.suffix(3).reversed())
            sheet.play(.harmony, strings, at: at, for: 0.48, velocity: velocity, strum: stroke == 2 ? 6 : 4)
        }
        if energy > 0.55 {
            sheet.play(.counter, pitches, at: start, for: min(1.4, beats), velocity: 70)
            if beats > 2 { sheet.play(.counter, pitches, at: start + 1.5, for: 1, velocity: 60) }
        }
        if energy > 0.7 { sheet.play(.pad, pitches, at: start, for: beats, velocity: 70) }
    }

    private func drive(
        _ chord: Chord,
        for beats: Double,
        at start: Double,
        energy: Double,
        on sheet: inout Manuscript
    ) {
        let root = chord.rootPitch(near: 40)
        guard energy > 0.4 else {
            sheet.play(.bass, root, at: start, for: beats * 0.9, velocity: 84)
            return
        }
        for beat in drive where beat < beats {
            let isUpper = beat == 3.5 || (drive.count < 6 && beat == 2)
            let pitch = isUpper ? nearestPitch(of: chord.fifth, to: root + 4) : root
            sheet.play(.bass, pitch, at: start + beat, for: 0.42, velocity: beat == 0 ? 96 : 84)
        }
    }

    private mutating func drum(_ bar: BarPlan, on sheet: inout Manuscript) {
        let full = bar.energy > 0.45
        if bar.slot.position == 0, full { sheet.play(.drums, Drum.crash, at: bar.start, for: 2, velocity: 70) }
        for beat in 0..<bar.beats {
            let at = bar.start + Double(beat)
            if full || bar.slot.position >= 2 || beat == 0 {
                sheet.play(.drums, Drum.kick, at: at, for: 0.3, velocity: beat % 2 == 0 ? 98 : 86)
            }
            if beat % 2 == 1, full {
                sheet.play(.drums, Drum.clap, at: at, for: 0.3, velocity: 84)
                if bar.energy > 0.6 { sheet.play(.drums, Drum.snare, at: at, for: 0.3, velocity: 72) }
            }
            sheet.play(.drums, Drum.closedHat, at: at + 0.5, for: 0.2, velocity: 58 + random.below(8))
            sheet.play(.drums, Drum.shaker, at: at, for: 0.2, velocity: 46 + random.below(8))
            if bar.energy > 0.6 { sheet.play(.drums, Drum.tambourine, at: at + 0.5, for: 0.2, velocity: 50) }
        }
        if bar.closes, full {
            let fill = [Drum.highTom, Drum.highTom, Drum.midTom, Drum.lowTom]
            for (index, drum) in fill.enumerated() {
                let at = bar.start + Double(bar.beats) - 1 + Double(index) / 4
                sheet.play(.drums, drum, at: at, for: 0.2, velocity: 66 + 6 * index)
            }
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let pitches = guitar.lead(to: landing.chord)
        let at = landing.beat
        sheet.play(.harmony, pitches, at: at, for: landing.ring, velocity: 92, strum: 14)
        sheet.play(.counter, pitches, at: at, for: landing.ring, velocity: 76)
        sheet.play(.pad, pitches, at: at, for: landing.ring, velocity: 62)
        sheet.play(.bass, landing.chord.rootPitch(near: 40), at: at, for: landing.ring, velocity: 92)
        sheet.play(.melody, landing.melody, at: at, for: landing.ring, velocity: 88)
        sheet.play(.drums, Drum.kick, at: at, for: 0.3, velocity: 100)
        sheet.play(.drums, Drum.crash, at: at, for: landing.ring, velocity: 76)
    }
}
