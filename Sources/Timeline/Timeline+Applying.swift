extension Timeline {
    /// The timeline after `command`, and the command that takes it back exactly.
    ///
    ///     let (longer, back) = try timeline.applying(.setDurations(["s5": .seconds(6)]))
    ///     try longer.applying(back).timeline == timeline  // true
    ///
    /// - Throws: ``EditError`` when the command does not fit this timeline. A batch is applied whole or not at all.
    public func applying(_ command: EditCommand) throws(EditError) -> (timeline: Timeline, inverse: EditCommand) {
        var changed = self
        let inverse = try changed.apply(command)
        return (changed, inverse)
    }

    /// Changes self and gives the inverse. When it throws, self may be half changed.
    private mutating func apply(_ command: EditCommand) throws(EditError) -> EditCommand {
        switch command {
        case .insert(let added, let index):
            return try insert(added, at: index)
        case .remove(let ids):
            return try remove(ids)
        case .reorder(let ids):
            return try reorder(ids)
        case .setDurations(let lengths):
            let inverse = EditCommand.setDurations(try set(lengths, \.duration))
            try checkLength()
            return inverse
        case .setDurationPins(let pins):
            return .setDurationPins(try set(pins, \.durationPinned))
        case .setSourceStarts(let starts):
            return .setSourceStarts(try set(starts, \.sourceStart))
        case .setTransitions(let transitions):
            return .setTransitions(try set(transitions, \.transition))
        case .setMotions(let motions):
            return .setMotions(try set(motions, \.motion))
        case .setFits(let fits):
            return .setFits(try set(fits, \.fit))
        case .setLooks(let looks):
            return .setLooks(try set(looks, \.look))
        case .setSounds(let sounds):
            return .setSounds(try set(sounds, \.sound))
        case .insertText(let text, let index):
            return try insert(text, at: index)
        case .removeText(let id):
            let index = try textIndex(id)
            return .insertText(texts.remove(at: index), index: index)
        case .updateText(let text):
            let index = try textIndex(text.id)
            try text.check()
            let old = texts[index]
            texts[index] = text
            return .updateText(old)
        case .setMusic(let new):
            try new?.check()
            let old = music
            music = new
            return .setMusic(old)
        case .setCutsOnBeat(let new):
            let old = cutsOnBeat
            cutsOnBeat = new
            return .setCutsOnBeat(old)
        case .setAspect(let new):
            let old = aspect
            aspect = new
            return .setAspect(old)
        case .setDefaults(let new):
            try new.check()
            let old = defaults
            defaults = new
            return .setDefaults(old)
        case .batch(let commands):
            var inverses: [EditCommand] = []
            inverses.reserveCapacity(commands.count)
            for command in commands { inverses.append(try apply(command)) }
            return .batch(inverses.reversed())
        }
    }

    private mutating func insert(_ added: [Segment], at index: Int) throws(EditError) -> EditCommand {
        guard (0...segments.count).contains(index) else {
            throw EditError(
                .indexOutOfRange,
                "There is no place \(index + 1) on the video track: it has \(segments.count) pictures."
            )
        }
        try checkNew(added.map(\.id))
        for segment in added { try segment.check() }
        segments.insert(contentsOf: added, at: index)
        try checkLength()
        return .remove(segments: added.map(\.id))
    }

    private mutating func remove(_ ids: [SegmentID]) throws(EditError) -> EditCommand {
        let gone = Set(ids)
        guard gone.count == ids.count else {
            throw EditError(.duplicateID, "The same picture is named twice among those to remove.")
        }
        var kept: [Segment] = []
        kept.reserveCapacity(max(segments.count - gone.count, 0))
        // Runs of neighbours, each with the place it comes back to once the runs before it are back.
        var runs: [(index: Int, segments: [Segment])] = []
        var lastGone = -2
        var found = 0
        for (index, segment) in segments.enumerated() {
            guard gone.contains(segment.id) else {
                kept.append(segment)
                continue
            }
            found += 1
            if index == lastGone + 1, !runs.isEmpty {
                runs[runs.count - 1].segments.append(segment)
            } else {
                runs.append((index, [segment]))
            }
            lastGone = index
        }
        guard found == gone.count else { throw unknown(gone) }
        segments = kept
        let inserts = runs.map { EditCommand.insert(segments: $0.segments, index: $0.index) }
        return inserts.count == 1 ? inserts[0] : .batch(inserts)
    }

    private mutating func reorder(_ ids: [SegmentID]) throws(EditError) -> EditCommand {
        let old = segments.map(\.id)
        let byID = Dictionary(segments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ordered = ids.compactMap { byID[$0] }
        guard ids.count == old.count, ordered.count == ids.count, Set(ids).count == ids.count else {
            throw EditError(
                .notAPermutation,
                "A new order must name each of the \(old.count) pictures once."
            )
        }
        segments = ordered
        return .reorder(segments: old)
    }

    /// Sets one property of some segments and gives what it was.
    private mutating func set<Value>(
        _ values: [SegmentID: Value],
        _ property: WritableKeyPath<Segment, Value>
    ) throws(EditError) -> [SegmentID: Value] {
        var old: [SegmentID: Value] = [:]
        old.reserveCapacity(values.count)
        for index in segments.indices {
            guard let value = values[segments[index].id] else { continue }
            old[segments[index].id] = segments[index][keyPath: property]
            segments[index][keyPath: property] = value
            try segments[index].check()
        }
        guard old.count == values.count else { throw unknown(Set(values.keys)) }
        return old
    }

    private mutating func insert(_ text: TextSegment, at index: Int) throws(EditError) -> EditCommand {
        guard (0...texts.count).contains(index) else {
            throw EditError(
                .indexOutOfRange,
                "There is no place \(index + 1) on the text track: it has \(texts.count) texts."
            )
        }
        try checkNew([text.id])
        try text.check()
        texts.insert(text, at: index)
        return .removeText(text.id)
    }

    private func textIndex(_ id: SegmentID) throws(EditError) -> Int {
        guard let index = texts.firstIndex(where: { $0.id == id }) else {
            throw EditError(.noSuchText, "That text is not on the timeline.")
        }
        return index
    }

    private func unknown(_ ids: Set<SegmentID>) -> EditError {
        let count = ids.subtracting(segments.map(\.id)).count
        return EditError(
            .noSuchSegment,
            count == 1 ? "That picture is not on the timeline." : "\(count) of those pictures are not on the timeline."
        )
    }
}
