import Timeline

/// Finding the photos that are spoken of.
extension Editing {
    /// The segments that are meant, in the order of the timeline; never none.
    func segments(_ reference: PhotoReference) throws(Refusal) -> [SegmentID] {
        var found: Set<SegmentID> = []
        for pick in reference.picks { found.formUnion(try segments(pick)) }
        for pick in reference.excluded { found.subtract(try segments(pick)) }
        let ids = timeline.segments.map(\.id).filter(found.contains)
        guard !ids.isEmpty else { throw noSuchPhoto }
        return ids
    }

    /// One segment; when several are meant, nothing is done.
    func segment(_ reference: PhotoReference) throws(Refusal) -> SegmentID {
        let ids = try segments(reference)
        guard let first = ids.first, ids.count == 1 else { throw severalPhotos(ids) }
        return first
    }

    /// In the order in which they were named.
    func segmentsAsNamed(_ reference: PhotoReference) throws(Refusal) -> [SegmentID] {
        var ids: [SegmentID] = []
        for pick in reference.picks {
            for id in try segments(pick) where !ids.contains(id) { ids.append(id) }
        }
        return ids.filter { timeline.index(of: $0) != nil }
    }

    private func segments(_ pick: PhotoReference.Pick) throws(Refusal) -> [SegmentID] {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        switch pick {
        case .position(let number):
            return [try numbered(number)]
        case .range(let first, let last):
            let ends = (min(first, last), max(first, last))
            _ = try numbered(ends.0)
            _ = try numbered(ends.1)
            return Array(numbering[(ends.0 - 1)...(ends.1 - 1)])
        case .first(let count):
            guard count >= 1 else { throw noSuchPhoto }
            _ = try numbered(count)
            return Array(numbering.prefix(count))
        case .last(let count):
            guard count >= 1 else { throw noSuchPhoto }
            _ = try numbered(count)
            return Array(numbering.suffix(count))
        case .count(let count):
            guard count == numbering.count else {
                throw refuse("Which \(count) do you mean? \(names)", "是哪 \(count) 张？\(names)")
            }
            return numbering
        case .all:
            return timeline.segments.map(\.id)
        case .named(let match):
            return try named(match)
        case .shape(let tall):
            let ids = timeline.segments.filter { tall ? $0.size.ratio < 1 : $0.size.ratio > 1 }.map(\.id)
            guard !ids.isEmpty else { throw noSuchPhoto }
            guard ids.count == 1 else { throw severalPhotos(ids) }
            return ids
        case .same, .new:
            throw refusal(.whichPhoto)
        case .judged:
            throw refuse(
                "I cannot tell by looking which photo that is. Say its number. \(names)",
                "我看不出是哪一张，请说它的编号。\(names)"
            )
        }
    }

    private func numbered(_ number: Int) throws(Refusal) -> SegmentID {
        let index = number < 0 ? numbering.count + number : number - 1
        guard numbering.indices.contains(index) else {
            throw refuse(
                "There is no photo \(number). \(names)",
                "没有第 \(number) 张。\(names)"
            )
        }
        return numbering[index]
    }

    private func named(_ match: NameMatch) throws(Refusal) -> [SegmentID] {
        let media = Set(match.media)
        let ids = timeline.segments.filter { media.contains($0.media) }.map(\.id)
        guard ids.count <= 1 else { throw severalPhotos(ids) }
        guard !ids.isEmpty else {
            throw refuse(
                "'\(match.said)' is not on the timeline. \(names)",
                "“\(match.said)”不在时间线上。\(names)"
            )
        }
        return ids
    }

    // MARK: What is said when it is not clear

    /// "On the timeline: 1 01-beach.jpg, 2 …"
    var names: String {
        let names = timeline.segments.enumerated().map { "\($0.offset + 1) \($0.element.name.plain())" }
        guard !names.isEmpty else { return say("The timeline is empty.", "时间线是空的。") }
        let list = phrases.list(names, atMost: 12)
        return say("On the timeline: \(list).", "时间线上有：\(list)。")
    }

    var noSuchPhoto: Refusal {
        refuse("There is no such photo. \(names)", "没有这样的照片。\(names)")
    }

    var emptyTimeline: Refusal {
        media.contains { $0.kind.isShown }
            ? refuse(
                "There is no video yet. Say \"make a video\" first.",
                "还没有视频。先说“做个视频”吧。"
            ) : noPhotos
    }

    var noPhotos: Refusal {
        refuse(
            "Drop some photos into this window first, then say \"make a video\".",
            "请先把照片拖进这个窗口，然后说“做个视频”。"
        )
    }

    private func severalPhotos(_ ids: [SegmentID]) -> Refusal {
        let names = timeline.segments.enumerated().filter { ids.contains($0.element.id) }
            .map { "\($0.offset + 1) \($0.element.name.plain())" }
        let list = phrases.list(names, atMost: 12)
        return refuse("Which one do you mean: \(list)?", "你指的是哪一张：\(list)？")
    }
}
