/// Slow swung drums, an electric piano on jazz chords, a soft bass and a sparse lead.
struct LofiBand: Band {
    static let style = Style(
        beat: 750,
        ring: 2.4,
        swing: 0.6,
        instruments: [
            Instrument(.melody, program: 11, volume: 84, pan: 76, reverb: 60),
            Instrument(.harmony, program: 4, volume: 100, pan: 56, reverb: 44, chorus: 30),
            Instrument(.bass, program: 33, volume: 104, reverb: 8),
            Instrument(.pad, program: 89, volume: 68, pan: 64, reverb: 60, chorus: 20),
            Instrument(.drums, program: 32, volume: 106, reverb: 22),
        ],
        leads: [
            Style.Lead(11, volume: 90), Style.Lead(26, volume: 96), Style.Lead(5, volume: 118),
            Style.Lead(71, volume: 86),
        ],
        tonics: [0, 2, 3, 5, 7, 10],
        modes: [
            Style.Mode(
                steps: Scale.majorSteps,
                progressions: [
                    Style.bars(Chord(2, .minor9), Chord(7, .ninth), Chord(0, .major9), Chord(9, .minor9)),
                    Style.bars(Chord(0, .major9), Chord(9, .minor9), Chord(2, .minor9), Chord(7, .ninth)),
                    Style.bars(Chord(5, .major9), Chord(4, .minor7), Chord(2, .minor9), Chord(0, .major9)),
                    Style.bars(Chord(5, .major9), Chord(7, .ninth), Chord(4, .minor7), Chord(9, .minor9)),
                    [
                        [Chord(0, .major9)], [Chord(4, .minor7), Chord(9, .seventh)], [Chord(2, .minor9)],
                        [Chord(7, .suspended9), Chord(7, .ninth)],
                    ],
                ],
                cadence: [Chord(2, .minor9), Chord(7, .suspended9)],
                close: Chord(0, .sixNine)
            ),
            Style.Mode(
                steps: Scale.minorSteps,
                progressions: [
                    Style.bars(Chord(0, .minor9), Chord(5, .minor9), Chord(10, .ninth), Chord(3, .major9)),
                    Style.bars(Chord(0, .minor9), Chord(8, .major9), Chord(5, .minor9), Chord(7, .minor7)),
                    Style.bars(Chord(8, .major9), Chord(7, .minor7), Chord(5, .minor9), Chord(0, .minor9)),
                    Style.bars(Chord(5, .minor9), Chord(10, .ninth), Chord(3, .major9), Chord(8, .major7)),
                ],
                cadence: [Chord(8, .major7), Chord(7, .suspended9)],
                close: Chord(0, .minor7)
            ),
        ],
        rhythms: [
            Rhythm([1.5, 0.5, 1, -1]), Rhythm([-0.5, 0.5, 0.5, 0.5, 1.5, -0.5]), Rhythm([0.5, 0.5, 1, 0.5, 1.5]),
            Rhythm([1, 0.5, 1, 0.5, -1]), Rhythm([0.5, 1, 0.5, 2]), Rhythm([-1, 0.5, 0.5, 1, 1]),
        ],
        opens: [Rhythm([1, 0.5, 2, -0.5]), Rhythm([2, -2]), Rhythm([-0.5, 0.5, 2, -1])],
        closes: [Rhythm([3, -1]), Rhythm([0.5, 0.5, 2, -1])],
        range: 62...81
    )

    /// How the electric piano answers the beat: when, and for how long.
    private static let comping: [[(beat: Double, length: Double)]] = [
        [(0, 3.7)],
        [(0, 1.4), (1.5, 2.2)],
        [(0, 2.3), (2.5, 1.3)],
        [(0, 0.9), (1.5, 0.9), (3, 0.9)],
    ]

    private static let kicks: [[Double]] = [[0, 2.5], [0, 1.5, 2.5], [0, 2, 3.5], [0, 0.5, 2.5]]

    private var random: SeededRandom
    private var hand = VoiceLeader(range: 52...72, voices: 4, rootless: true)
    private var groove = 0
    private var kick = 0

    init(random: SeededRandom) {
        self.random = random
        groove = self.random.below(Self.comping.count)
        kick = self.random.below(Self.kicks.count)
    }

    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript) {
        if bar.slot.position == 0 {
            groove = random.below(Self.comping.count)
            kick = random.below(Self.kicks.count)
        }
        comp(bar, on: &sheet)
        if bar.energy > 0.25 || bar.slot.position > 0 { walk(bar, on: &sheet) }
        drum(bar, on: &sheet)
    }

    private mutating func comp(_ bar: BarPlan, on sheet: inout Manuscript) {
        for span in bar.spans {
            let pitches = hand.lead(to: span.chord)
            let at = bar.start + span.beat
            if bar.energy > 0.55 {
                sheet.play(.pad, pitches, at: at, for: span.length, velocity: 56)
            }
            let hits = bar.slot.section == .intro ? Self.comping[0] : Self.comping[groove]
            for hit in hits where hit.beat < span.length {
                let accent = hit.beat == 0 ? 6 : -6
                let velocity = 62 + Int(16 * bar.energy) + accent + random.below(6)
                let length = min(hit.length, span.length - hit.beat - 0.05)
                sheet.play(.harmony, pitches, at: at + hit.beat, for: length, velocity: velocity, strum: 7)
            }
        }
    }

    private mutating func walk(_ bar: BarPlan, on sheet: inout Manuscript) {
        for span in bar.spans {
            let root = span.chord.rootPitch(near: 36)
            let at = bar.start + span.beat
            guard bar.energy > 0.4, span.length >= 4 else {
                sheet.play(.bass, root, at: at, for: span.length * 0.9, velocity: 82)
                continue
            }
            sheet.play(.bass, root, at: at, for: 1.4, velocity: 90)
            sheet.play(.bass, root, at: at + 1.5, for: 0.4, velocity: 66)
            let upper = random.chance(0.5) ? root + 12 : nearestPitch(of: span.chord.fifth, to: root + 5)
            sheet.play(.bass, upper, at: at + 2.5, for: 0.8, velocity: 76)
            if random.chance(0.6) {
                // From a step below or above into the next root.
                let target = bar.next.rootPitch(near: 36)
                let approach = target + (random.chance(0.5) ? -1 : 2)
                sheet.play(.bass, approach, at: at + span.length - 0.5, for: 0.4, velocity: 68)
            }
        }
    }

    private mutating func drum(_ bar: BarPlan, on sheet: inout Manuscript) {
        let full = bar.energy > 0.45
        let beats = Double(bar.beats)
        for eighth in 0..<bar.beats * 2 {
            let beat = Double(eighth) / 2
            guard full || eighth % 2 == 0 else { continue }
            let accent = eighth % 2 == 0 ? 0 : -14
            let velocity = 44 + Int(16 * bar.energy) + accent + random.below(8)
            sheet.play(.drums, Drum.closedHat, at: bar.start + beat, for: 0.2, velocity: velocity)
        }
        guard bar.slot.section != .intro || bar.slot.position > 0 else { return }
        for beat in Self.kicks[kick] where beat < beats && (full || beat == 0) {
            sheet.play(.drums, Drum.kick, at: bar.start + beat, for: 0.3, velocity: beat == 0 ? 98 : 82)
        }
        guard full else { return }
        for beat in stride(from: 1.0, to: beats, by: 2) {
            let drum = bar.energy < 0.6 ? Drum.sideStick : Drum.snare
            sheet.play(.drums, drum, at: bar.start + beat, for: 0.3, velocity: 76 + random.below(8))
        }
        if bar.closes {
            sheet.play(.drums, Drum.snare, at: bar.start + beats - 0.5, for: 0.2, velocity: 48)
            sheet.play(.drums, Drum.openHat, at: bar.start + beats - 0.5, for: 0.5, velocity: 44)
        }
    }

    mutating func land(_ landing: Landing, on sheet: inout Manuscript) {
        let pitches = hand.lead(to: landing.chord)
        let at = landing.beat
        sheet.play(.harmony, pitches, at: at, for: landing.ring, velocity: 74, strum: 28)
        sheet.play(.pad, pitches, at: at, for: landing.ring, velocity: 48)
        sheet.play(.bass, landing.chord.rootPitch(near: 36), at: at, for: landing.ring, velocity: 84)
        sheet.play(.melody, landing.melody, at: at, for: landing.ring, velocity: 76)
        sheet.play(.drums, Drum.kick, at: at, for: 0.3, velocity: 84)
        sheet.play(.drums, Drum.ride, at: at, for: landing.ring, velocity: 42)
    }
}
