import Timeline

extension Editing {
    mutating func perform(_ wish: Wish) throws(Refusal) {
        switch wish {
        case .make(let wish): try make(wish)
        case .undo(let count): try undo(count)
        case .redo(let count): try redo(count)
        case .startOver: try startOver()
        case .add(let photos, let destination): try add(photos, to: destination)
        case .remove(let photos): try remove(segments(photos))
        case .keep(let photos): try keep(photos)
        case .move(let photos, let destination): try move(photos, to: destination)
        case .swap(let photos): try swap(photos)
        case .copy(let photos, let destination): try copy(photos, to: destination)
        case .reverse: try reorder(timeline.segments.map(\.id).reversed())
        case .shuffle: try shuffle()
        case .sortByName: try sortByName()
        case .length(let photos?, let change): try changeLength(of: photos, change)
        case .length(nil, let change): try changeLength(change)
        case .transition(let wish): try changeTransitions(wish)
        case .motion(let photos, let change): try changeMotion(of: photos, change)
        case .fit(let photos, let fit): try changeFit(of: photos, fit)
        case .look(let photos, let change): try changeLook(of: photos, change)
        case .trim(let clips, let change): try trim(clips, change)
        case .clipSound(let clips, let change): try changeSound(of: clips, change)
        case .mute: try muteAll()
        case .text(let wish): try write(wish)
        case .removeText(let kind, let photos, let text): try removeTexts(kind, on: photos, saying: text)
        case .music(let wish): try changeMusic(wish)
        case .volume(let change): try changeVolume(change)
        case .cutsOnBeat(let isOn): try cutOnBeat(isOn)
        case .aspect(let aspect, let platform): try changeAspect(aspect, platform)
        case .unknownAspect(let words): throw unknownAspect(words)
        case .question(let question): answers.append(try answer(question))
        case .talk(let talk): answers.append(answer(talk))
        case .hint(let hint): throw refusal(hint)
        }
    }

    private mutating func undo(_ count: Int) throws(Refusal) {
        guard count > 0 else { throw refuse("I can only undo the latest changes.", "只能撤销最近的修改。") }
        let taken = step(count) { $0.undo() }
        guard taken > 0 else { throw refuse("There is nothing to undo.", "没有可以撤销的操作。") }
        answers.append(
            say(taken == 1 ? "Undone." : "\(taken) changes undone.", taken == 1 ? "已撤销。" : "已撤销 \(taken) 步。")
        )
    }

    private mutating func redo(_ count: Int) throws(Refusal) {
        guard count > 0 else { throw refuse("There is nothing to redo.", "没有可以重做的操作。") }
        let taken = step(count) { $0.redo() }
        guard taken > 0 else { throw refuse("There is nothing to redo.", "没有可以重做的操作。") }
        answers.append(
            say(taken == 1 ? "Redone." : "\(taken) changes redone.", taken == 1 ? "已重做。" : "已重做 \(taken) 步。")
        )
    }

    private mutating func changeAspect(_ aspect: Aspect, _ platform: Platform?) throws(Refusal) {
        if timeline.aspect == aspect, !isMaking {
            answers.append(say("It is already \(aspect.rawValue).", "画面已经是 \(aspect.rawValue) 了。"))
        }
        if platform == .xiaohongshu {
            answers.append(
                say("4:5 is the nearest shape to 小红书's 3:4.", "4:5 最接近小红书的 3:4。")
            )
        }
        try apply(.batch(timeline.reframing(to: aspect)))
    }

    private func unknownAspect(_ words: String) -> Refusal {
        let shapes = phrases.list(Aspect.allCases.map(\.rawValue))
        return refuse("\(words) is not on offer. The shapes are \(shapes).", "不支持 \(words)。可选的比例有 \(shapes)。")
    }

    // MARK: Which photos, in which order

    private mutating func remove(_ ids: [SegmentID]) throws(Refusal) {
        try apply(.remove(segments: ids))
    }

    private mutating func keep(_ photos: PhotoReference) throws(Refusal) {
        let kept = Set(try segments(photos))
        let gone = timeline.segments.map(\.id).filter { !kept.contains($0) }
        if !gone.isEmpty { try remove(gone) }
    }

    private mutating func reorder(_ ids: [SegmentID]) throws(Refusal) {
        guard !ids.isEmpty else { throw emptyTimeline }
        try apply(.reorder(segments: ids))
    }

    private mutating func move(_ photos: PhotoReference, to destination: Destination) throws(Refusal) {
        if isNew(photos) { return try add(photos, to: destination) }
        let moved = try segmentsAsNamed(photos)
        guard !moved.isEmpty else { throw noSuchPhoto }
        let order = timeline.segments.map(\.id)
        let rest = order.filter { !moved.contains($0) }
        var place = try place(of: destination)
        switch destination {
        case .before, .after:
            // Places were counted with the moved ones still there.
            place -= order[..<min(place, order.count)].count { moved.contains($0) }
        case .position, .front, .end:
            place = min(place, rest.count)
        }
        try reorder(Array(rest[..<place]) + moved + Array(rest[place...]))
    }

    /// "Put beach.jpg after photo 2" adds a photo that is not on the timeline.
    private func isNew(_ photos: PhotoReference) -> Bool {
        let present = Set(timeline.segments.map(\.media))
        return photos.picks.allSatisfy { pick in
            if case .named(let match) = pick { present.isDisjoint(with: match.media) } else { false }
        }
    }

    private mutating func swap(_ photos: PhotoReference) throws(Refusal) {
        let ids = try segmentsAsNamed(photos)
        guard ids.count == 2, let first = timeline.index(of: ids[0]), let second = timeline.index(of: ids[1]) else {
            throw refuse("Which two shall I swap? \(names)", "要对调哪两张？\(names)")
        }
        var order = timeline.segments.map(\.id)
        order.swapAt(first, second)
        try reorder(order)
    }

    private mutating func sortByName() throws(Refusal) {
        let sorted = timeline.segments.enumerated().sorted { left, right in
            (left.element.name.lowercased(), left.offset) < (right.element.name.lowercased(), right.offset)
        }
        try reorder(sorted.map(\.element.id))
    }

    /// By what the photos are, so that the same photos in the same order are always shuffled alike; shuffling again
    /// gives another order.
    private mutating func shuffle() throws(Refusal) {
        var order = timeline.segments.map(\.id)
        var state = timeline.segments.reduce(UInt64(14_695_981_039_346_656_037)) { hash, segment in
            segment.media.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
        for index in order.indices.dropFirst().reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        if order.count > 1, order == timeline.segments.map(\.id) { order.append(order.removeFirst()) }
        try reorder(order)
    }
}
