/// The plan of a piece: how many bars, in which sections, and where it lands.
///
/// The tempo is given and the landing must leave time to ring out, so the number of whole bars before it follows from
/// the length. Phrases take four bars each; bars left over make the introduction.
struct Form {
    /// A bar before it has chords.
    struct Slot {
        var start: Int
        var beats: Int
        var section: Section.Kind
        /// Counts the phrases of the whole piece; the introduction belongs to none.
        var phrase: Int?
        /// The place of the bar in its phrase (0…3), or in the introduction.
        var position: Int
        /// Themes are new in every movement.
        var movement: Int
        /// How often this movement has had this section's phrase before.
        var occurrence: Int
        /// 0 is bare, 1 is everybody at full strength.
        var energy: Double
    }

    var slots: [Slot] = []
    /// The beat on which the closing chord falls.
    var landing: Int

    /// A movement of 48 bars: two phrases a section, the third section a breath before the return.
    private static let cycle: [Section.Kind] = [
        .first, .first, .second, .second, .first, .first, .third, .third, .second, .second, .first, .first,
    ]

    /// - Parameters:
    ///   - beats: The length of the piece in beats.
    ///   - ring: How many beats the closing chord needs at least.
    init(beats: Double, ring: Double) {
        // An even number keeps the landing on a strong beat.
        landing = max(0, Int(((beats - ring) / 2).rounded(.down)) * 2)
        var bars = landing / 4
        let rest = landing % 4
        if bars == 0, rest > 0 {
            add(beats: rest, section: .ending, phrase: nil, position: 3, energy: 0.6)
            return
        }
        guard bars >= 4 else {
            // Too short for a phrase: its last bars alone.
            for bar in 0..<bars {
                let stretched = bar == bars - 1 ? rest : 0
                add(beats: 4 + stretched, section: .ending, phrase: 0, position: 4 - bars + bar, energy: 0.6)
            }
            return
        }
        let intro = bars >= 12 && bars % 4 == 0 ? 4 : bars % 4
        for bar in 0..<intro {
            let energy = 0.2 + 0.25 * Double(bar + 1) / Double(intro)
            add(beats: 4, section: .intro, phrase: nil, position: bar, energy: energy)
        }
        bars -= intro
        addPhrases(bars / 4, stretchingLastBy: rest)
    }

    private mutating func addPhrases(_ count: Int, stretchingLastBy rest: Int) {
        var heard: [Section.Kind: Int] = [:]
        for phrase in 0..<count {
            let movement = phrase / Form.cycle.count
            if phrase % Form.cycle.count == 0 { heard = [:] }
            let isLast = phrase == count - 1
            let section = kind(of: phrase, in: count)
            let occurrence = heard[section, default: 0]
            heard[section] = occurrence + 1
            for position in 0..<4 {
                let isEnding = isLast && position >= 2
                let stretched = isLast && position == 3 ? rest : 0
                add(
                    beats: 4 + stretched,
                    section: isEnding ? .ending : section,
                    phrase: phrase,
                    position: position,
                    energy: energy(section, occurrence: occurrence, opens: phrase == 0, ends: isEnding),
                    movement: movement,
                    occurrence: occurrence
                )
            }
        }
    }

    private func kind(of phrase: Int, in count: Int) -> Section.Kind {
        if count >= 3, phrase == count - 1 { return .first }
        if count == 3, phrase == 1 { return .second }
        return Form.cycle[phrase % Form.cycle.count]
    }

    private func energy(_ section: Section.Kind, occurrence: Int, opens: Bool, ends: Bool) -> Double {
        if ends { return 0.6 }
        switch section {
        case .intro: return 0.3
        case .first: return opens ? 0.5 : min(0.62 + 0.04 * Double(occurrence), 0.8)
        case .second: return occurrence == 0 ? 0.78 : 0.88
        case .third: return 0.38
        case .ending: return 0.6
        }
    }

    private mutating func add(
        beats: Int,
        section: Section.Kind,
        phrase: Int?,
        position: Int,
        energy: Double,
        movement: Int = 0,
        occurrence: Int = 0
    ) {
        let start = slots.last.map { $0.start + $0.beats } ?? 0
        slots.append(
            Slot(
                start: start,
                beats: beats,
                section: section,
                phrase: phrase,
                position: position,
                movement: movement,
                occurrence: occurrence,
                energy: energy
            )
        )
    }
}
