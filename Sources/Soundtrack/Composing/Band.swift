/// The players of a mood. They are given the piece bar by bar and write down what they play.
protocol Band {
    static var style: Style { get }

    init(random: SeededRandom)

    /// Accompanies a bar.
    mutating func play(_ bar: BarPlan, on sheet: inout Manuscript)

    /// Plays the melody of a bar; nothing if this mood leaves it out here.
    mutating func sing(_ notes: [MelodyNote], in bar: BarPlan, on sheet: inout Manuscript)

    /// Plays the closing chord.
    mutating func land(_ landing: Landing, on sheet: inout Manuscript)
}

extension Band {
    mutating func sing(_ notes: [MelodyNote], in bar: BarPlan, on sheet: inout Manuscript) {
        for note in notes {
            let velocity = 72 + Int(24 * bar.energy) + (note.isStrong ? 6 : 0)
            sheet.play(.melody, note.pitch, at: note.beat, for: note.length * 0.95, velocity: velocity)
        }
    }
}

/// The keys of the General MIDI percussion map that the bands use.
enum Drum {
    static let kick = 36
    static let sideStick = 37
    static let snare = 38
    static let clap = 39
    static let closedHat = 42
    static let openHat = 46
    static let crash = 49
    static let ride = 51
    static let tambourine = 54
    static let shaker = 70
    static let lowTom = 45
    static let midTom = 47
    static let highTom = 50
}
