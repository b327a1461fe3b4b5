/// A bar with its harmony, ready to be played.
struct BarPlan {
    /// A chord and the beat of the bar on which it begins.
    struct Change {
        var beat: Int
        var chord: Chord
    }

    var slot: Form.Slot
    var index: Int
    /// At least one; the first is on beat 0.
    var changes: [Change]
    /// What the next bar, or the landing, begins with.
    var next: Chord

    var start: Double { Double(slot.start) }
    var beats: Int { slot.beats }
    var energy: Double { slot.energy }
    var chord: Chord { changes[0].chord }
    /// The last bar of a phrase, where fills belong.
    var closes: Bool { slot.position == 3 && slot.section != .intro }

    /// The chord that sounds at `beat` of the bar.
    func chord(at beat: Double) -> Chord {
        changes.last { Double($0.beat) <= beat + 0.001 }?.chord ?? chord
    }

    /// Each chord with its beat and for how many beats it lasts.
    var spans: [(beat: Double, length: Double, chord: Chord)] {
        changes.indices.map { index in
            let end = index + 1 < changes.count ? changes[index + 1].beat : beats
            return (Double(changes[index].beat), Double(end - changes[index].beat), changes[index].chord)
        }
    }
}

/// The closing chord.
struct Landing {
    /// The beat of the piece on which it falls.
    var beat: Double
    /// How many beats are left from there to the end.
    var ring: Double
    var chord: Chord
    /// The tonic, where the melody comes to rest.
    var melody: Int
}
