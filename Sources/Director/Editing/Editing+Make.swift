import Timeline

/// Making a video and starting over.
extension Editing {
    /// What can be shown, each once.
    var pictures: [MediaItem] {
        var seen: Set<MediaID> = []
        return media.filter { $0.kind.isShown && seen.insert($0.id).inserted }
    }

    mutating func make(_ wish: MakeWish) throws(Refusal) {
        let all = pictures
        guard !all.isEmpty else { throw noPhotos }
        var chosen = all
        if let photos = wish.photos {
            let picked = try pick(photos, from: all)
            chosen = all.filter { picked.contains($0.id) }
        }
        if let without = wish.without {
            let left = try pick(without, from: all)
            chosen.removeAll { left.contains($0.id) }
        }
        guard !chosen.isEmpty else { throw refuse("That leaves no photo for the video.", "这样就没有照片可用了。") }
        made = wish
        let defaults = Timeline.Defaults()
        var batch = clearing()
        let added = stills(chosen, defaults: defaults)
        let music = Music(.mood(.lofi, seed: 1))
        batch += [
            .setDefaults(defaults), .insert(segments: added, index: 0), .setMusic(music), .setCutsOnBeat(false),
        ]
        try apply(.batch(batch))
        numbering = timeline.segments.map(\.id)
        tellShortened(added)
    }

    private func pick(_ reference: PhotoReference, from all: [MediaItem]) throws(Refusal) -> Set<MediaID> {
        var picked: Set<MediaID> = []
        for pick in reference.picks {
            switch pick {
            case .position(let number):
                let index = number < 0 ? all.count + number : number - 1
                guard all.indices.contains(index) else { throw fewer(all) }
                picked.insert(all[index].id)
            case .range(let first, let last):
                guard first >= 1, last >= first, last <= all.count else { throw fewer(all) }
                picked.formUnion(all[(first - 1)..<last].map(\.id))
            case .first(let count):
                guard count <= all.count else { throw fewer(all) }
                picked.formUnion(all.prefix(count).map(\.id))
            case .last(let count):
                guard count <= all.count else { throw fewer(all) }
                picked.formUnion(all.suffix(count).map(\.id))
            case .named(let match):
                picked.formUnion(match.media)
            case .shape(let tall):
                picked.formUnion(all.filter { (($0.size?.ratio ?? 1) < 1) == tall }.map(\.id))
            case .count, .all, .same, .new, .judged:
                picked.formUnion(all.map(\.id))
            }
        }
        return picked
    }

    private func fewer(_ all: [MediaItem]) -> Refusal {
        refuse(
            "You have given me \(all.count) \(all.count == 1 ? "photo" : "photos") so far.",
            "目前只有 \(all.count) 张照片。"
        )
    }

    /// Segments for media that are new to the timeline, with motions and transitions.
    func stills(_ items: [MediaItem], defaults: Timeline.Defaults) -> [Segment] {
        var number = freeNumber
        var segments = items.map { item in
            defer { number += 1 }
            return Segment(
                id: "s\(number)",
                media: item.id,
                kind: item.kind,
                name: item.name,
                size: item.size ?? PixelSize(width: 16, height: 9),
                duration: Editing.usualLength(of: item, defaults: defaults),
                subject: item.subject,
                transition: defaults.transition
            )
        }
        for index in segments.indices.dropFirst() {
            segments[index].transition = Editing.fitting(
                defaults.transition,
                between: segments[index - 1],
                and: segments[index]
            )
        }
        let motions = MotionChooser.motions(for: segments, in: timeline.aspect)
        for index in segments.indices { segments[index].motion = motions[segments[index].id] ?? Motion(.none) }
        return segments
    }

    /// Clips as long as they are, up to a limit.
    private static func usualLength(of item: MediaItem, defaults: Timeline.Defaults) -> Milliseconds {
        guard let duration = item.duration else { return defaults.stillDuration }
        switch item.kind {
        case .clip: return duration < Editing.shortestClip ? defaults.stillDuration : min(duration, Editing.usualClip)
        // A short animation goes round and round.
        case .animation: return duration < .seconds(2) ? defaults.stillDuration : min(duration, .seconds(10))
        case .photo, .song, .colorTable: return defaults.stillDuration
        }
    }

    /// The transition, no longer than two fifths of the shorter of its neighbours.
    static func fitting(_ transition: Transition, between first: Segment, and second: Segment) -> Transition {
        guard transition.style != .cut else { return .cut }
        let longest = min(first.duration, second.duration).rawValue * 2 / 5 / 10 * 10
        var fitting = transition
        fitting.duration = max(min(transition.duration, Milliseconds(longest)), Milliseconds(40))
        return fitting
    }

    /// A number that no name on the timeline ends with.
    var freeNumber: Int {
        let ids = timeline.segments.map(\.id) + timeline.texts.map(\.id)
        return (ids.compactMap { Int($0.drop { !$0.isNumber }.prefix(9)) }.max() ?? 0) + 1
    }

    private func clearing() -> [EditCommand] {
        var batch: [EditCommand] = timeline.texts.map { .removeText($0.id) }
        if !timeline.segments.isEmpty { batch.append(.remove(segments: timeline.segments.map(\.id))) }
        return batch
    }

    mutating func startOver() throws(Refusal) {
        let batch =
            clearing() + [
                .setMusic(nil), .setCutsOnBeat(false), .setAspect(.landscape), .setDefaults(Timeline.Defaults()),
            ]
        try apply(.batch(batch))
        numbering = []
    }
}
