public import Timeline

/// A composed piece: what is played, when, and how it is built. Times are frames at 48 kHz from its start, so that
/// they are exact; a beat is a whole number of frames.
public struct Score: Hashable, Sendable {
    public var mood: Mood
    public var seed: Int
    /// The length of the piece in frames. Everything, the last reverberation too, is over by then.
    public var length: Int
    public var framesPerBeat: Int
    public var instruments: [Instrument]
    /// Sorted by start.
    public var notes: [Note]
    /// Sorted by time; those of one time take effect before the notes of that time.
    public var controls: [Control]
    public var bars: [Bar]
    public var sections: [Section]
    public var chords: [ChordSpan]
    /// Where the closing tonic chord falls.
    public var landing: Int
    /// How long before the end the closing fade begins, in frames.
    public var fade: Int

    /// Beats per minute.
    public var tempo: Double { 60 * Double(StereoSound.sampleRate) / Double(framesPerBeat) }
}

/// A player's role in the piece. Each has a MIDI channel to itself.
public enum Part: Int, Hashable, Sendable, CaseIterable {
    case melody = 0
    case harmony = 1
    case bass = 2
    case pad = 3
    case color = 4
    case counter = 5
    case timpani = 6
    /// The channel that General MIDI keeps for percussion: a pitch is a drum.
    case drums = 9

    public var channel: Int { rawValue }
}

/// What a part is played on, and where it stands in the room.
public struct Instrument: Hashable, Sendable {
    public var part: Part
    /// A General MIDI program (0…127); for the drums, the kit.
    public var program: Int
    /// 0…127.
    public var volume: Int
    /// 0 is left, 64 the middle, 127 right.
    public var pan: Int
    /// How much of it goes into the reverberation, 0…127.
    public var reverb: Int
    public var chorus: Int

    init(_ part: Part, program: Int, volume: Int, pan: Int = 64, reverb: Int = 40, chorus: Int = 0) {
        self.part = part
        self.program = program
        self.volume = volume
        self.pan = pan
        self.reverb = reverb
        self.chorus = chorus
    }
}

public struct Note: Hashable, Sendable {
    public var part: Part
    /// A MIDI pitch: 60 is the C in the middle of the piano.
    public var pitch: Int
    /// 1…127.
    public var velocity: Int
    public var start: Int
    public var duration: Int

    public var end: Int { start + duration }
}

/// A controller change on a part's channel.
public struct Control: Hashable, Sendable {
    public enum Controller: Int, Hashable, Sendable {
        case volume = 7
        case pan = 10
        case expression = 11
        case sustain = 64
        case reverb = 91
        case chorus = 93
    }

    public var part: Part
    public var controller: Controller
    /// 0…127.
    public var value: Int
    public var time: Int
}

public struct Bar: Hashable, Sendable {
    public var start: Int
    /// Four, but for a bar that is stretched or shortened before the ending.
    public var beats: Int
}

public struct Section: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case intro, first, second, third, ending
    }

    public var kind: Kind
    public var start: Int
}

/// The harmony that sounds from a time on, until the next one.
public struct ChordSpan: Hashable, Sendable {
    public var start: Int
    /// The pitch class of the root: 0 is C.
    public var root: Int
    /// All pitch classes of the chord, the root first.
    public var tones: [Int]
}
