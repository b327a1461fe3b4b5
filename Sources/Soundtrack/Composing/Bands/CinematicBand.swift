/// An orchestra: strings that swell, horns, a harp and timpani that lead into each section.
struct CinematicBand: Band {
    static let style = Style(
        beat: 850,
        ring: 3,
        instruments: [
            Instrument(.melody, program: 60, volume: 104, pan: 72, reverb: 80),
            Instrument(.harmony, program: 49, volume: 100, pan: 50, reverb: 84),
            Instrument(.bass, program: 43, volume: 108, pan: 80, reverb: 60),
            Instrument(.pad, program: 52, volume: 70, pan: 64, reverb: 90),
            Instrument(.color, program: 46, volume: 88, pan: 36, reverb: 80),
            Instrument(.counter, program: 48, volume: 92, pan: 84, reverb: 70),
            Instrument(.timpani, program: 47, volume: 104, pan: 64, reverb: 70),
            Instrument(.drums, program: 48, volume: 80, reverb: 80),
        ],
        leads: [
            Style.Lead(60, volume: 88), Style.Lead(68, volume: 88), Style.Lead(48, volume: 77),
            Style.Lead(71, volume: 106),
        ],
        tonics: [0, 2, 4, 5, 7, 9],
        modes: [
            Style.Mode(
                steps: Scale.minorSteps,
                progressions: [
                    Style.bars(Chord(0, .minor), Chord(8, .major), Chord(3, .major), Chord(10, .major)),
                    Style.bars(Chord(0, .minor), Chord(5, .minor), Chord(8, .major), Chord(7, .major)),
                    Style.bars(Chord(0, .minor), Chord(10, .major), Chord(8, .major), Chord(10, .suspended)),
                    Style.bars(Chord(8, .major), Chord(10, .major), Chord(0, .minor), Chord(3, .major)),
                    Style.bars(Chord(5, .minor), Chord(0, .minor), Chord(8, .major), Chord(7, .suspended)),
                ],
                cadence: [Chord(8, .major), Chord(7, .major)],
                close: Chord(0, .minor)
            ),
            Style.Mode(
                steps: Scale.majorSteps,
                progressions: [
                    Style.bars(Chord(0, .major), Chord(9, .minor), Chord(5, .major), Chord(7, .major)),
                    Style.bars(Chord(0, .major), Chord(7, .major), Chord(9, .minor), Chord(5, .added9)),
                    Style.bars(Chord(9, .minor), Chord(5, .major), Chord(0, .major), Chord(7, .major)),
                    Style.bars(Chord(5, .major), Chord(7, .major), Chord(4, .minor), Chord(9, .minor)),
                ],
                cadence: [Chord(5, .major), Chord(7, .suspended)],
                close: Chord(0, .major)
            ),
        ],
        rhythms: [
            Rhythm([2, 1, 1]), Rhythm([3, 1]), Rhythm([1.5, 0.5, 2]), Rhythm([1, 1, 2]), Rhythm([2, 2]),
            Rhythm([1, 0.5, 0.5, 2]),
        ],
        opens: [Rhythm([3, -1]), Rhythm([1, 3])],
        closes: [Rhythm([4]), Rhythm([1, 3])],
        range: 60...79
    )

    private var random: SeededRandom
    private var strings = VoiceLeader(range: 52...76, voices: 4)
    private var choir = VoiceLeader(range: 60...79, voices: 3)

    init(random: SeededRandom) {
        self.random = random
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        swell(bar, on: &sheet)
        for span in bar.spans {
            let pitches = strings.lead(to: span.chord)
            let at = bar.start + span.beat
            let velocity = 64 + Int(36 * bar.energy)
            // A little longer than the chord: the bows join.
            sheet.play(.harmony, pitches, at: at, for: span.length + 0.1, velocity: velocity)
            let root = span.chord.rootPitch(near: 36)
            sheet.play(.bass, root, at: at, for: span.length, velocity: velocity)
            sheet.play(.bass, root + 12, at: at, for: span.length, velocity: velocity - 10)
            if bar.energy > 0.6 {
                sheet.play(.pad, choir.lead(to: span.chord), at: at, for: span.length, velocity: velocity)
                pulse(pitches, root: root, at: at, for: span.length, energy: bar.energy, on: &sheet)
            } else {
                ripple(pitches, root: root, at: at, for: span.length, on: &sheet)
            }
        }
        drum(bar, on: &sheet)
    }

    /// The strings grow through a phrase and ease off into the next.
    private func swell(_ bar: BarPlan, on sheet: inout Manuscript) {
        let levels = [88, 98, 114, 104]
        let from = levels[(bar.slot.position + 3) % 4]
        let to = levels[bar.slot.position]
        for part in [Part.harmony, .pad, .counter] {
            sheet.glide(.expression, of: part, from: from, to: to, at: bar.start, for: Double(bar.beats) * 0.9)
        }
    }

    /// Short strokes in eighths.
    private func pulse(
        _ pitches: [Int],
        root: Int,
        at start: Double,
        for beats: Double,
        energy: Double,
        on sheet: inout Manuscript
    ) {
        guard let low = pitches.first else { return }
        let figure = [root + 12, low, root + 12, low, root + 12, low, pitches[1], low]
        for eighth in 0..<Int(beats * 2) {
            let velocity = (eighth % 4 == 0 ? 92 : 70) + Int(14 * energy)
            let at = start + Double(eighth) / 2
            sheet.play(.counter, figure[eighth % 8], at: at, for: 0.3, velocity: velocity)
        }
    }

    /// The harp, up and over.
    private mutating func ripple(
        _ pitches: [Int],
        root: Int,
        at start: Double,
        for beats: Double,
        on sheet: inout Manuscript
    ) {
        let ladder = [root + 12] + pitches + pitches.map { $0 + 12 }
        let figure = [0, 1, 2, 3, 4, 5, 4, 3]
        for eighth in 0..<Int(beats * 2) {
            let pitch = ladder[figure[eighth % 8] % ladder.count]
            let velocity = (eighth % 8 == 0 ? 84 : 62) + random.below(8)
            sheet.play(.color, pitch, at: start + Double(eighth) / 2, for: 1.5, velocity: velocity)
        }
    }

    private func drum(_ bar: BarPlan, on sheet: inout Manuscript) {
        let root = bar.chord.rootPitch(near: 43)
        if bar.slot.position == 0 {
            sheet.play(.timpani, root, at: bar.start, for: 2, velocity: 84 + Int(24 * bar.energy))
            if bar.energy > 0.6 { sheet.play(.drums, Drum.crash, at: bar.start, for: 4, velocity: 76) }
        } else if bar.energy > 0.7 {
            sheet.play(.timpani, root, at: bar.start, for: 1, velocity: 84)
            sheet.play(.timpani, root, at: bar.start + 2.5, for: 0.5, velocity: 66)
            sheet.play(.timpani, root, at: bar.start + 3, for: 1, velocity: 74)
        }
        guard bar.closes || (bar.slot.section == .intro && bar.energy > 0.4) else { return }
        // A roll into the next section, on its root.
        let target = bar.next.rootPitch(near: 43)
        for stroke in 0..<16 {
            let at = bar.start + Double(bar.beats) - 2 + Double(stroke) / 8
            sheet.play(.timpani, target, at: at, for: 0.12, velocity: 34 + stroke * 3)
        }
    }

    mutating func sing(_ notes: [MelodyNote], in bar: BarPlan, on sheet: inout Manuscript) {
        for note in notes {
            let velocity = 78 + Int(28 * bar.energy)
            sheet.play(.melody, note.pitch, at: note.beat, for: note.length, velocity: velocity)
            if bar.energy > 0.75 {
                sheet.play(.harmony, note.pitch + 12, at: note.beat, for: note.length, velocity: velocity - 6)
            }
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let at = landing.beat
        let ring = landing.ring
        let root = landing.chord.rootPitch(near: 36)
        for part in [Part.harmony, .pad, .melody, .bass] {
            sheet.set(.expression, of: part, to: 112, at: at)
            sheet.glide(.expression, of: part, from: 112, to: 40, at: at + ring * 0.25, for: ring * 0.75)
        }
        sheet.play(.harmony, strings.lead(to: landing.chord), at: at, for: ring, velocity: 92)
        sheet.play(.pad, choir.lead(to: landing.chord), at: at, for: ring, velocity: 76)
        sheet.play(.bass, root, at: at, for: ring, velocity: 92)
        sheet.play(.bass, root + 12, at: at, for: ring, velocity: 84)
        sheet.play(.melody, landing.melody, at: at, for: ring, velocity: 88)
        sheet.play(.color, [root + 12, root + 24, root + 31, root + 36], at: at, for: ring, velocity: 80, strum: 45)
        sheet.play(.timpani, landing.chord.rootPitch(near: 43), at: at, for: 2, velocity: 100)
    }
}
