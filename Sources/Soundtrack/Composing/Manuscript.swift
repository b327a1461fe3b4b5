/// The sheet the players write on: notes by beat, kept in frames.
struct Manuscript {
    let framesPerBeat: Int
    let length: Int
    /// Where the second half of a beat falls: 0.5 is straight, 0.67 a triplet's lilt.
    let swing: Double
    private(set) var notes: [Note] = []
    private(set) var controls: [Control] = []

    init(framesPerBeat: Int, length: Int, swing: Double) {
        self.framesPerBeat = framesPerBeat
        self.length = length
        self.swing = swing
    }

    /// Adds a note.
    /// - Parameters:
    ///   - beat: From the start of the piece, before swing.
    ///   - late: Milliseconds behind the beat.
    mutating func play(
        _ part: Part,
        _ pitch: Int,
        at beat: Double,
        for beats: Double,
        velocity: Int,
        late: Double = 0
    ) {
        let start = frame(of: beat) + Int(late * Double(StereoSound.sampleRate) / 1000)
        let end = min(frame(of: beat + beats), length)
        guard start < length, (1...126).contains(pitch) else { return }
        notes.append(
            Note(
                part: part,
                pitch: pitch,
                velocity: min(max(velocity, 1), 127),
                start: start,
                duration: max(end - start, 1)
            )
        )
    }

    /// Adds a chord, its tones from the lowest up, each `strum` ms after the one before.
    mutating func play(
        _ part: Part,
        _ pitches: [Int],
        at beat: Double,
        for beats: Double,
        velocity: Int,
        strum: Double = 0
    ) {
        for (index, pitch) in pitches.enumerated() {
            play(part, pitch, at: beat, for: beats, velocity: velocity, late: Double(index) * strum)
        }
    }

    mutating func set(_ controller: Control.Controller, of part: Part, to value: Int, at beat: Double) {
        let control = Control(
            part: part,
            controller: controller,
            value: min(max(value, 0), 127),
            time: min(frame(of: beat), length)
        )
        controls.append(control)
    }

    /// Lets a controller glide from one value to another, eased, in steps that are too small to be heard.
    mutating func glide(
        _ controller: Control.Controller,
        of part: Part,
        from first: Int,
        to last: Int,
        at beat: Double,
        for beats: Double
    ) {
        let steps = max(abs(last - first) / 2, 1)
        for step in 0...steps {
            let position = Double(step) / Double(steps)
            let value = Double(first) + Double(last - first) * position
            set(controller, of: part, to: Int(value.rounded()), at: beat + beats * position)
        }
    }

    func frame(of beat: Double) -> Int {
        let whole = beat.rounded(.down)
        let part = beat - whole
        let swung = part < 0.5 ? part * 2 * swing : swing + (part - 0.5) * 2 * (1 - swing)
        return Int(((whole + swung) * Double(framesPerBeat)).rounded())
    }

    /// The notes in playing order. A key that is struck again is let go just before: on one channel the end of the
    /// first note would cut the second one short.
    func finishedNotes() -> [Note] {
        var finished = notes.sorted {
            ($0.start, $0.part.rawValue, $0.pitch, $0.velocity) < ($1.start, $1.part.rawValue, $1.pitch, $1.velocity)
        }
        var sounding: [Int: Int] = [:]
        var doubled: Set<Int> = []
        for index in finished.indices {
            let note = finished[index]
            let key = note.part.rawValue << 8 | note.pitch
            if let before = sounding[key], finished[before].end > note.start - 128 {
                if note.start - finished[before].start < 1024 {
                    doubled.insert(before)
                } else {
                    finished[before].duration = note.start - finished[before].start - 128
                }
            }
            sounding[key] = index
        }
        guard !doubled.isEmpty else { return finished }
        return finished.indices.filter { !doubled.contains($0) }.map { finished[$0] }
    }

    /// The controller changes in time order; those of one time in the order in which they were written.
    func finishedControls() -> [Control] {
        controls.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }
}
