/// The rhythm of a bar of melody.
struct Rhythm: Hashable, Sendable {
    struct Tone: Hashable, Sendable {
        var beat: Double
        var length: Double
    }

    var tones: [Tone] = []

    /// - Parameter lengths: In beats, one after another; a rest is negative.
    init(_ lengths: [Double]) {
        var beat = 0.0
        for length in lengths {
            if length > 0 { tones.append(Tone(beat: beat, length: length)) }
            beat += abs(length)
        }
    }
}

/// A bar of melody as a shape: a rhythm, and how many scale steps each tone lies from the first.
struct Motif: Hashable, Sendable {
    var rhythm: Rhythm
    var steps: [Int]

    /// A shape that mostly walks, leaps now and then, and turns back after a leap.
    init(_ rhythm: Rhythm, _ random: inout SeededRandom) {
        self.rhythm = rhythm
        steps = []
        var current = 0
        var last = 0
        for index in rhythm.tones.indices {
            if index > 0 {
                var move = random.pick([1, 1, 1, -1, -1, -1, 2, -2, 3, -2, 0, 4])
                if abs(last) >= 3 { move = last > 0 ? -1 : 1 }
                if !(-4...5).contains(current + move) { move = -move }
                current += move
                last = move
            }
            steps.append(current)
        }
    }
}

/// What a section sings: two motifs and a close over a progression.
struct Theme {
    var progression: [[Chord]]
    var motif: Motif
    var contrast: Motif
    var open: Rhythm
    var closed: Rhythm
    /// How far each bar of the phrase lies above the middle of the register, in semitones.
    var arch: [Int]
    /// The third bar takes up the motif again, else the contrast.
    var returns: Bool
}

/// A note of the melody in the piece.
struct MelodyNote {
    /// From the start of the piece.
    var beat: Double
    var length: Double
    var pitch: Int
    /// On a strong beat.
    var isStrong: Bool
}

/// Sings a theme over the chords of a phrase: motifs keep their shape and move with the harmony, strong and long tones
/// belong to the chord, the second of two phrases closes where the first one stayed open.
struct Melodist {
    var scale: Scale
    var range: ClosedRange<Int>
    private var last: Int
    private var repeats = 0

    init(scale: Scale, range: ClosedRange<Int>) {
        self.scale = scale
        self.range = range
        last = (range.lowerBound + range.upperBound) / 2
    }

    /// Where the melody is.
    var pitch: Int { last }

    /// The notes of one bar.
    /// - Parameter tonic: The pitch class that a closed phrase comes to rest on if the chord allows it.
    mutating func sing(_ bar: BarPlan, _ theme: Theme, tonic: Int, random: inout SeededRandom) -> [MelodyNote] {
        let position = bar.slot.position
        let isClosed = bar.slot.occurrence % 2 == 1 || bar.slot.section == .ending
        var motif: Motif
        switch position {
        case 0: motif = theme.motif
        case 1: motif = theme.returns ? theme.contrast : theme.motif
        case 2: motif = theme.returns ? theme.motif : theme.contrast
        default:
            let rhythm = isClosed ? theme.closed : theme.open
            motif = Motif(rhythm: rhythm, falling: isClosed)
        }
        if bar.slot.occurrence > 0, position < 3 { motif.vary(&random) }

        let middle = (range.lowerBound + range.upperBound) / 2
        let anchor = restingPitch(near: middle + theme.arch[position], in: bar.chord)
        var notes: [MelodyNote] = []
        for (index, tone) in motif.rhythm.tones.enumerated() where tone.beat < Double(bar.beats) {
            let chord = bar.chord(at: tone.beat)
            let isStrong = tone.beat.truncatingRemainder(dividingBy: 2) == 0
            var pitch = scale.bent(to: chord).pitch(motif.steps[index], from: anchor)
            if isStrong || tone.length >= 1 {
                pitch = restingPitch(near: pitch, in: chord)
            }
            if position == 3, isClosed, index == motif.rhythm.tones.count - 1, chord.restingTones.contains(tonic) {
                pitch = inRange(nearestPitch(of: tonic, to: last))
            }
            pitch = unrepeated(inRange(pitch), in: chord)
            notes.append(MelodyNote(beat: bar.start + tone.beat, length: tone.length, pitch: pitch, isStrong: isStrong))
        }
        return notes
    }

    /// The chord tone the melody may rest on that lies nearest to `pitch`.
    private func restingPitch(near pitch: Int, in chord: Chord) -> Int {
        let candidates = chord.restingTones.map { nearestPitch(of: $0, to: pitch) }
        return inRange(candidates.min { (abs($0 - pitch), $0) < (abs($1 - pitch), $1) } ?? pitch)
    }

    private func inRange(_ pitch: Int) -> Int {
        var pitch = pitch
        while pitch > range.upperBound { pitch -= 12 }
        while pitch < range.lowerBound { pitch += 12 }
        return pitch
    }

    /// Moves on to another chord tone when a pitch would be heard a third time in a row.
    private mutating func unrepeated(_ pitch: Int, in chord: Chord) -> Int {
        var chosen = pitch
        defer { last = chosen }
        repeats = pitch == last ? repeats + 1 : 0
        if repeats >= 2 {
            let others = chord.restingTones.filter { $0 != pitch % 12 }.map { inRange(nearestPitch(of: $0, to: pitch)) }
            chosen = others.min { (abs($0 - pitch), $0) < (abs($1 - pitch), $1) } ?? pitch
            repeats = 0
        }
        return chosen
    }
}

extension Motif {
    /// The close of a phrase: down to rest, or up and left open.
    fileprivate init(rhythm: Rhythm, falling: Bool) {
        self.rhythm = rhythm
        let count = rhythm.tones.count
        steps = (0..<count).map { falling ? count - 1 - $0 : $0 }
    }

    /// A small change that leaves the motif recognisable: a neighbour note inside a long one, or a short one left out.
    fileprivate mutating func vary(_ random: inout SeededRandom) {
        let index = random.below(rhythm.tones.count)
        let tone = rhythm.tones[index]
        if random.chance(0.45), tone.length >= 1 {
            rhythm.tones[index].length -= 0.5
            rhythm.tones.insert(Rhythm.Tone(beat: tone.beat + tone.length - 0.5, length: 0.5), at: index + 1)
            steps.insert(steps[index] + (random.chance(0.6) ? 1 : -1), at: index + 1)
        } else if random.chance(0.35), index > 0, tone.length < 1 {
            rhythm.tones[index - 1].length += tone.length
            rhythm.tones.remove(at: index)
            steps.remove(at: index)
        }
    }
}
