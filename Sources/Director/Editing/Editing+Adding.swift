import Timeline

/// Adding photos, and where they go.
extension Editing {
    mutating func add(_ reference: PhotoReference, to destination: Destination?) throws(Refusal) {
        let present = Set(timeline.segments.map(\.media))
        let fresh = pictures.filter { !present.contains($0.id) }
        var wanted: [MediaItem] = []
        for pick in reference.picks {
            switch pick {
            case .named(let match):
                let items = pictures.filter { match.media.contains($0.id) }
                guard let item = items.first else { throw noPhotos }
                let new = items.filter { !present.contains($0.id) }
                if new.isEmpty {
                    throw refuse("\(item.name.plain()) is on the timeline already.", "\(item.name.plain()) 已经在时间线上了。")
                }
                guard new.count == 1 else {
                    let list = phrases.list(new.map { $0.name.plain() }, atMost: 12)
                    throw refuse("Which one do you mean: \(list)?", "你指的是哪一张：\(list)？")
                }
                wanted += new
            case .all, .new, .same, .count:
                wanted += fresh
            case .position, .range, .first, .last, .shape, .judged:
                // Numbers count what is on the timeline: that cannot be added.
                _ = try segments(reference)
                throw refuse(
                    "That photo is on the timeline already. Say \"show photo 1 again at the end\" to see one twice.",
                    "这张照片已经在时间线上了。想再出现一次，可以说“复制第1张到最后”。"
                )
            }
        }
        guard !wanted.isEmpty else {
            if pictures.isEmpty { throw noPhotos }
            throw refuse(
                "All your photos are on the timeline. Drop new ones into this window to add them.",
                "所有照片都已在时间线上。把新照片拖进窗口就能添加。"
            )
        }
        let index = try place(of: destination ?? .end)
        let segments = likeTheOthers(stills(wanted, defaults: timeline.defaults))
        try apply(.insert(segments: segments, index: index))
        tellShortened(segments)
        if timeline.segments.count == segments.count { numbering = segments.map(\.id) }
    }

    /// Shows what is on the timeline once more, as it is there.
    mutating func copy(_ photos: PhotoReference, to destination: Destination?) throws(Refusal) {
        let named = try segmentsAsNamed(photos)
        let index = try place(of: destination ?? .after(photos))
        var number = freeNumber
        let copies = named.compactMap(timeline.segment).map { segment in
            defer { number += 1 }
            var copy = segment
            copy.id = "s\(number)"
            copy.transition = timeline.defaults.transition
            return copy
        }
        try apply(.insert(segments: copies, index: index))
    }

    /// The index before which something is put.
    func place(of destination: Destination) throws(Refusal) -> Int {
        switch destination {
        case .front: return 0
        case .end: return timeline.segments.count
        case .position(let number):
            let count = timeline.segments.count
            guard number != 0, abs(number) <= count else {
                throw refuse("There are \(count) places on the timeline.", "时间线上有 \(count) 个位置。")
            }
            return number > 0 ? number - 1 : count + number
        case .before(let reference):
            let ids = try segments(reference)
            return ids.first.flatMap(timeline.index) ?? 0
        case .after(let reference):
            let ids = try segments(reference)
            return (ids.last.flatMap(timeline.index) ?? timeline.segments.count - 1) + 1
        }
    }
}
