/// The pitch classes a melody moves in.
struct Scale: Hashable, Sendable {
    static let majorSteps = [0, 2, 4, 5, 7, 9, 11]
    static let minorSteps = [0, 2, 3, 5, 7, 8, 10]
    /// Without the steps that lie a semitone from their neighbours.
    static let majorPentatonic = [0, 2, 4, 7, 9]
    static let minorPentatonic = [0, 3, 5, 7, 10]

    /// Membership of each of the twelve pitch classes.
    private var members: [Bool]

    init(tonic: Int, steps: [Int]) {
        members = [Bool](repeating: false, count: 12)
        for step in steps {
            members[(tonic + step) % 12] = true
        }
    }

    /// This scale bent to a chord: the chord's tones are in it, and what lies a semitone from a tone brought in is out.
    func bent(to chord: Chord) -> Scale {
        var bent = self
        let tones = chord.tones
        for tone in tones where !members[tone] {
            bent.members[tone] = true
            for neighbour in [(tone + 1) % 12, (tone + 11) % 12] where !tones.contains(neighbour) {
                bent.members[neighbour] = false
            }
        }
        return bent
    }

    func contains(_ pitch: Int) -> Bool { members[pitch % 12] }

    /// The pitch `steps` scale steps above (below, if negative) `pitch`.
    func pitch(_ steps: Int, from pitch: Int) -> Int {
        var left = abs(steps)
        var current = pitch
        let direction = steps < 0 ? -1 : 1
        while left > 0, (1...126).contains(current) {
            current += direction
            if contains(current) { left -= 1 }
        }
        return current
    }
}
