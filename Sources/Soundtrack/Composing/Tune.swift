import Timeline

/// What the seed decides: key, mode, lead instrument and themes. It does not depend on the length.
struct Tune {
    let tonic: Int
    let scale: Scale
    let instruments: [Instrument]
    private let style: Style
    private let mode: Style.Mode
    private let mood: Mood
    private let seed: Int
    private var themes: [String: Theme] = [:]

    init(style: Style, mood: Mood, seed: Int) {
        var random = SeededRandom(seed, "\(mood.rawValue) tune")
        self.style = style
        self.mood = mood
        self.seed = seed
        tonic = random.pick(style.tonics)
        mode = random.pick(style.modes)
        scale = Scale(tonic: tonic, steps: mode.steps)
        let lead = random.pick(style.leads)
        instruments = style.instruments.map { instrument in
            var instrument = instrument
            if instrument.part == .melody {
                instrument.program = lead.program
                instrument.volume = lead.volume
            }
            return instrument
        }
    }

    /// The closing chord, on the tonic.
    var close: Chord { mode.close.transposed(by: tonic) }

    /// The theme of a section, new in every movement.
    mutating func theme(of slot: Form.Slot) -> Theme {
        let section = slot.section == .ending ? Section.Kind.first : slot.section
        let name = "\(mood.rawValue) theme \(slot.movement) \(section.rawValue)"
        if let theme = themes[name] { return theme }
        var random = SeededRandom(seed, name)
        let theme = Theme(
            progression: progression(of: section, movement: slot.movement),
            motif: Motif(random.pick(style.rhythms), &random),
            contrast: Motif(random.pick(style.rhythms), &random),
            open: random.pick(style.opens),
            closed: random.pick(style.closes),
            arch: random.pick([[0, 2, 5, 1], [-2, 1, 3, 0], [4, 2, 0, -2], [0, 3, 1, 4]]).map {
                section == .second ? $0 + 3 : $0
            },
            returns: random.chance(0.5)
        )
        themes[name] = theme
        return theme
    }

    /// The bars of a form with their chords.
    mutating func bars(of form: Form) -> [BarPlan] {
        var plans: [BarPlan] = []
        for (index, slot) in form.slots.enumerated() {
            let changes = changes(in: slot, of: form, at: index)
            plans.append(BarPlan(slot: slot, index: index, changes: changes, next: close))
        }
        for index in plans.indices.dropLast() {
            plans[index].next = plans[index + 1].chord
        }
        return plans
    }

    private mutating func changes(in slot: Form.Slot, of form: Form, at index: Int) -> [BarPlan.Change] {
        let cadence = mode.cadence.map { $0.transposed(by: tonic) }
        let left = form.slots.count - 1 - index
        if left == 0, index < 2 {
            // One or two bars in all: both chords of the cadence in the last one, or only its second.
            return slot.beats < 4
                ? [BarPlan.Change(beat: 0, chord: cadence[1])]
                : [BarPlan.Change(beat: 0, chord: cadence[0]), BarPlan.Change(beat: 2, chord: cadence[1])]
        }
        if left < 2, form.slots.count > 2 { return [BarPlan.Change(beat: 0, chord: cadence[1 - left])] }
        if form.slots.count < 4 { return [BarPlan.Change(beat: 0, chord: close)] }
        let bar = theme(of: slot).progression[slot.position % 4]
        return bar.enumerated().map { BarPlan.Change(beat: $0.offset * 2, chord: $0.element.transposed(by: tonic)) }
    }

    /// Sections of a movement differ in their progressions as far as the mode has enough of them.
    private func progression(of section: Section.Kind, movement: Int) -> [[Chord]] {
        var random = SeededRandom(seed, "\(mood.rawValue) harmony \(movement)")
        let count = mode.progressions.count
        let first = random.below(count)
        let second = (first + 1 + random.below(max(count - 1, 1))) % count
        let rest = (0..<count).filter { $0 != first && $0 != second }
        let third = rest.isEmpty ? second : random.pick(rest)
        switch section {
        case .intro, .first, .ending: return mode.progressions[first]
        case .second: return mode.progressions[second]
        case .third: return mode.progressions[third]
        }
    }
}
