/// A chord on a root, as pitch classes (0 is C).
struct Chord: Hashable, Sendable {
    /// The kind of chord. The intervals are semitones above the root, the root first, then by how much each matters.
    enum Quality: Hashable, Sendable {
        case major, minor, suspended, seventh, major7, minor7, major9, minor9, ninth, added9, minorAdded9, sixNine
        case suspended9, halfDiminished

        var intervals: [Int] {
            switch self {
            case .major: [0, 4, 7]
            case .minor: [0, 3, 7]
            case .suspended: [0, 5, 7]
            case .seventh: [0, 4, 10, 7]
            case .major7: [0, 4, 11, 7]
            case .minor7: [0, 3, 10, 7]
            case .major9: [0, 4, 11, 2, 7]
            case .minor9: [0, 3, 10, 2, 7]
            case .ninth: [0, 4, 10, 2, 7]
            case .added9: [0, 4, 7, 2]
            case .minorAdded9: [0, 3, 7, 2]
            case .sixNine: [0, 4, 9, 2, 7]
            case .suspended9: [0, 5, 10, 2, 7]
            case .halfDiminished: [0, 3, 10, 6]
            }
        }
    }

    var root: Int
    var quality: Quality

    init(_ root: Int, _ quality: Quality) {
        self.root = (root % 12 + 12) % 12
        self.quality = quality
    }

    var tones: [Int] { quality.intervals.map { (root + $0) % 12 } }

    /// The tones above the root in the order of their weight, for a hand that leaves the root to the bass.
    var upperTones: [Int] { Array(tones.dropFirst()) }

    /// The tones a melody may rest on: all but those that rub a semitone above another tone of the chord.
    var restingTones: [Int] {
        let all = tones
        return all.filter { tone in !all.contains((tone + 11) % 12) }
    }

    func contains(_ pitch: Int) -> Bool { tones.contains(pitch % 12) }

    func transposed(by semitones: Int) -> Chord { Chord(root + semitones, quality) }

    /// The root's pitch nearest to `pitch`.
    func rootPitch(near pitch: Int) -> Int { nearestPitch(of: root, to: pitch) }

    /// The fifth of the chord (diminished where the chord's is) above `pitch`.
    var fifth: Int { (root + (quality == .halfDiminished ? 6 : 7)) % 12 }
}

/// The pitch of a pitch class that lies nearest to `pitch`; of two, the lower.
func nearestPitch(of pitchClass: Int, to pitch: Int) -> Int {
    let up = ((pitchClass - pitch) % 12 + 12) % 12
    return up < 6 ? pitch + up : pitch + up - 12
}
