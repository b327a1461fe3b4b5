import Timeline

/// What makes a mood: its pace, its players, its harmony and how its melodies go.
struct Style {
    /// Major or minor, with the progressions that belong to it. Roots are semitones above the tonic.
    struct Mode {
        var steps: [Int]
        /// Four bars each.
        var progressions: [[[Chord]]]
        /// The two bars before the close.
        var cadence: [Chord]
        var close: Chord
    }

    /// An instrument for the melody, with the volume at which it stands out from the others, but does not drown them.
    struct Lead {
        var program: Int
        var volume: Int

        init(_ program: Int, volume: Int) {
            self.program = program
            self.volume = volume
        }
    }

    /// The length of a beat in ms. Whole, so that beats, frames and milliseconds agree for ever.
    var beat: Int
    /// How long the closing chord rings at least, in seconds, if the piece is long enough.
    var ring: Double
    var swing = 0.5
    var instruments: [Instrument]
    /// Of these the seed picks the melody's.
    var leads: [Lead]
    /// Pitch classes that suit the instruments.
    var tonics: [Int]
    var modes: [Mode]
    /// Bars of melody rhythm.
    var rhythms: [Rhythm]
    /// Rhythms for the end of a phrase that goes on, and of one that closes.
    var opens: [Rhythm]
    var closes: [Rhythm]
    var range: ClosedRange<Int>

    static func bars(_ chords: Chord...) -> [[Chord]] { chords.map { [$0] } }
}

extension Mood {
    /// The length of a beat in ms.
    var beat: Int { style.beat }

    var style: Style {
        switch self {
        case .lofi: LofiBand.style
        case .upbeat: UpbeatBand.style
        case .cinematic: CinematicBand.style
        case .ambient: AmbientBand.style
        case .acoustic: AcousticBand.style
        case .piano: PianoBand.style
        }
    }

    /// The players of the mood.
    func band(random: SeededRandom) -> any Band {
        switch self {
        case .lofi: LofiBand(random: random)
        case .upbeat: UpbeatBand(random: random)
        case .cinematic: CinematicBand(random: random)
        case .ambient: AmbientBand(random: random)
        case .acoustic: AcousticBand(random: random)
        case .piano: PianoBand(random: random)
        }
    }
}
