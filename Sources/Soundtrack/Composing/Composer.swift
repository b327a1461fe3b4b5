public import Timeline

/// Composes the music of a mood for exactly a length. Pure: the same mood, seed and length give the same score.
///
///     Composer.compose(mood: .lofi, seed: 7, length: .seconds(30))  // 80 beats a minute, lands on its tonic, 30.000 s
public enum Composer {
    /// The score of a tune. Another seed is another tune; the same seed at another length is the same tune, cut to fit.
    /// - Parameter length: A second and more; a shorter one is no more than its closing chord.
    public static func compose(mood: Mood, seed: Int, length: Milliseconds) -> Score {
        let style = mood.style
        let framesPerBeat = style.beat * StereoSound.framesPerMillisecond
        let frames = max(length.rawValue, 1) * StereoSound.framesPerMillisecond
        let beats = Double(frames) / Double(framesPerBeat)
        let form = Form(beats: beats, ring: ring(of: style, seconds: length.seconds) / Double(style.beat) * 1000)

        var tune = Tune(style: style, mood: mood, seed: seed)
        let bars = tune.bars(of: form)
        var band = mood.band(random: SeededRandom(seed, "\(mood.rawValue) band"))
        var sheet = Manuscript(framesPerBeat: framesPerBeat, length: frames, swing: style.swing)
        var melodist = Melodist(scale: tune.scale, range: style.range)
        var random = SeededRandom(seed, "\(mood.rawValue) variation")

        for bar in bars {
            band.play(bar, on: &sheet)
            guard bar.slot.phrase != nil else { continue }
            let theme = tune.theme(of: bar.slot)
            let notes = melodist.sing(bar, theme, tonic: tune.tonic, random: &random)
            band.sing(notes, in: bar, on: &sheet)
        }
        let landing = Landing(
            beat: Double(form.landing),
            ring: beats - Double(form.landing),
            chord: tune.close,
            melody: nearestPitch(of: tune.tonic, to: melodist.pitch)
        )
        band.land(landing, on: &sheet)

        let landingFrame = sheet.frame(of: landing.beat)
        return Score(
            mood: mood,
            seed: seed,
            length: frames,
            framesPerBeat: framesPerBeat,
            instruments: tune.instruments,
            notes: sheet.finishedNotes(),
            controls: sheet.finishedControls(),
            bars: bars.map { Bar(start: sheet.frame(of: $0.start), beats: $0.beats) },
            sections: sections(of: bars, landing: landingFrame, sheet),
            chords: chords(of: bars, landing: landing, sheet),
            landing: landingFrame,
            fade: min((frames - landingFrame) * 7 / 10, StereoSound.sampleRate * 9 / 4)
        )
    }

    /// Where the beats of a mood's tunes fall. The tempo is the mood's, so this holds for any seed and length.
    public static func beatGrid(for mood: Mood) -> BeatGrid {
        .steady(period: Double(mood.beat))
    }

    /// How long the closing chord rings at least, in seconds.
    private static func ring(of style: Style, seconds: Double) -> Double {
        min(style.ring, max(seconds * 0.3, min(seconds, 0.8)))
    }

    private static func sections(of bars: [BarPlan], landing: Int, _ sheet: Manuscript) -> [Section] {
        var sections: [Section] = []
        var phrase: Int?
        for bar in bars {
            // A section repeated is a section of its own: two phrases make one.
            let isNew =
                sections.last?.kind != bar.slot.section || (bar.slot.occurrence % 2 == 0 && bar.slot.phrase != phrase)
            if isNew { sections.append(Section(kind: bar.slot.section, start: sheet.frame(of: bar.start))) }
            phrase = bar.slot.phrase
        }
        if sections.last?.kind != .ending { sections.append(Section(kind: .ending, start: landing)) }
        return sections
    }

    private static func chords(of bars: [BarPlan], landing: Landing, _ sheet: Manuscript) -> [ChordSpan] {
        var spans: [ChordSpan] = []
        for bar in bars {
            for change in bar.changes {
                let start = sheet.frame(of: bar.start + Double(change.beat))
                spans.append(ChordSpan(start: start, root: change.chord.root, tones: change.chord.tones))
            }
        }
        let close = landing.chord
        spans.append(ChordSpan(start: sheet.frame(of: landing.beat), root: close.root, tones: close.tones))
        return spans
    }
}
