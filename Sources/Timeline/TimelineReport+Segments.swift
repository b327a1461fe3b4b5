extension TimelineReport {
    /// A segment that is on both timelines.
    struct Kept {
        var old: Segment
        var new: Segment
        /// Its number on the new timeline, from 1.
        var number: Int

        var part: Phrases.Part { Phrases.Part(number: number, kind: new.kind, name: new.name) }
    }

    package mutating func compareSegments() {
        let newIDs = Set(new.segments.map(\.id))
        let before = Dictionary(old.segments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var added: [Int] = []
        var kept: [Kept] = []
        for (index, segment) in new.segments.enumerated() {
            if let earlier = before[segment.id] {
                kept.append(Kept(old: earlier, new: segment, number: index + 1))
            } else {
                added.append(index)
            }
        }
        let removed = old.segments.indices.filter { !newIDs.contains(old.segments[$0].id) }
        tellRemoved(removed)
        tellAdded(added)
        let isReordered = tellOrder(of: kept)
        tellMedia(kept)
        tellLengths(kept)
        tellSounds(kept)
        tellTransitions(kept)
        let isSameLine = added.isEmpty && removed.isEmpty && !isReordered
        // Another shape wants other moves: that goes without saying.
        tellLooks(kept, alsoChosenMotions: isSameLine && old.aspect == new.aspect)
    }

    private mutating func tellRemoved(_ places: [Int]) {
        guard let first = places.first else { return }
        let count = phrases.count(of: places.map { old.segments[$0].kind })
        if places.count == old.segments.count, places.count > 1 {
            say("All \(count) removed", "已移除全部 \(count)")
        } else if places.count == 1 {
            let name = phrases.name(Phrases.Part(number: first + 1, old.segments[first]))
            let start = old.starts[first]
            let span = phrases.span(start, start + old.segments[first].duration)
            say("\(name.sentenceStart) removed (was at \(span))", "已移除\(name)（原在 \(span)）")
        } else {
            let names = phrases.list(places.map { old.segments[$0].name.plain() }, atMost: 6)
            say("\(count) removed: \(names)", "已移除 \(count)：\(names)")
        }
    }

    private mutating func tellAdded(_ places: [Int]) {
        guard let first = places.first, let last = places.last else { return }
        let starts = new.starts
        let span = phrases.span(starts[first], starts[last] + new.segments[last].duration)
        if places.count == 1 {
            let name = phrases.name(Phrases.Part(number: first + 1, new.segments[first]))
            say("\(name.sentenceStart) added (\(span))", "已添加\(name)（\(span)）")
        } else {
            let count = phrases.count(of: places.map { new.segments[$0].kind })
            let names = phrases.list(places.map { new.segments[$0].name.plain() }, atMost: 6)
            let isRun = last - first == places.count - 1
            let place = isRun ? phrases.inBrackets([span]) : ""
            say("\(count) added: \(names)\(place)", "已添加 \(count)：\(names)\(place)")
        }
    }

    /// Tells a new order of what stayed; true when there is one.
    private mutating func tellOrder(of kept: [Kept]) -> Bool {
        let stayed = Set(kept.map(\.new.id))
        let oldOrder = old.segments.filter { stayed.contains($0.id) }
        guard zip(oldOrder, kept).contains(where: { $0.id != $1.new.id }) else { return false }
        var ranks: [SegmentID: Int] = [:]
        for (rank, segment) in oldOrder.enumerated() { ranks[segment.id] = rank }
        let order = kept.compactMap { ranks[$0.new.id] }
        let displaced = order.indices.filter { order[$0] != $0 }
        let moved = outsideLongestRun(of: order)
        if displaced.count == 2, displaced[1] - displaced[0] > 1 {
            let names = displaced.map { kept[$0].new.name.plain() }
            say("\(names[1]) and \(names[0]) swapped places", "\(names[1]) 与 \(names[0]) 互换了位置")
        } else if moved.count == 1, let place = moved.first {
            let segment = kept[place].new
            let name = segment.name.plain()
            let number = (old.index(of: segment.id) ?? 0) + 1
            let start = new.starts[kept[place].number - 1]
            let span = phrases.span(start, start + segment.duration)
            let kind = phrases.noun(segment.kind)
            let english = phrases.change("\(kind) \(number)", "\(kind) \(kept[place].number)")
            let chinese = phrases.change("第 \(number)", "第 \(kept[place].number)")
            say("\(name) moved: \(english) (\(span))", "\(name) 已移动：\(chinese) \(kind)（\(span)）")
        } else {
            let names = phrases.list(new.segments.map { $0.name.plain(limit: 40) }, atMost: 10)
            say("New order: \(names)", "新的顺序：\(names)")
        }
        return true
    }

    /// The places that are not in the longest rising run: the fewest that must have been moved.
    /// Patience sorting, n log n.
    private func outsideLongestRun(of order: [Int]) -> [Int] {
        var tops: [Int] = []
        var below = [Int?](repeating: nil, count: order.count)
        for place in order.indices {
            let pile = tops.partitioningIndex { order[$0] >= order[place] }
            below[place] = pile > 0 ? tops[pile - 1] : nil
            if pile == tops.count { tops.append(place) } else { tops[pile] = place }
        }
        var run: Set<Int> = []
        var next = tops.last
        while let place = next {
            run.insert(place)
            next = below[place]
        }
        return order.indices.filter { !run.contains($0) }
    }
}
