import Timeline

/// How long photos and the video are.
extension Editing {
    /// Photos of a video are not squeezed below this by a total length.
    static let shortestStill = Milliseconds(300)

    mutating func changeLength(of photos: PhotoReference, _ change: LengthChange) throws(Refusal) {
        var ids = try segments(photos)
        if photos.isAll {
            // "3 seconds each" speaks of the photos; clips have a length of their own.
            let stills = timeline.segments.filter { $0.kind != .clip }.map(\.id)
            if !stills.isEmpty { ids = stills }
        }
        var lengths: [SegmentID: Milliseconds] = [:]
        for id in ids {
            guard let segment = timeline.segment(id) else { continue }
            var length = change.applied(to: segment.duration)
            if case .times = change { length = max(length, Timeline.segmentLengths.lowerBound) }
            guard Timeline.segmentLengths.contains(length) else { throw outOfRange(length) }
            if let longest = longest(segment), length > longest {
                let (name, most) = (segment.name.plain(), longest.length(in: phrases.language))
                throw refuse("\(name) is only \(most) long.", "\(name) 最长只有 \(most)。")
            }
            lengths[id] = length
        }
        let pins = lengths.mapValues { _ in true }
        if photos.isAll, case .to(let length) = change {
            var defaults = timeline.defaults
            defaults.stillDuration = length
            try apply(.batch([.setDurations(lengths), .setDurationPins(pins), .setDefaults(defaults)]))
        } else {
            try apply(.batch([.setDurations(lengths), .setDurationPins(pins)]))
        }
    }

    private func outOfRange(_ length: Milliseconds) -> Refusal {
        refuse(
            "A photo can be shown for 0.1 seconds to one hour, not \(length.secondsText(places: 3)) seconds.",
            "每张照片可以显示 0.1 秒到 1 小时，不能是 \(length.secondsText(places: 3)) 秒。"
        )
    }

    /// What is left of a clip from where it begins.
    private func longest(_ segment: Segment) -> Milliseconds? {
        guard segment.kind == .clip, let item = media.first(where: { $0.id == segment.media }),
            let length = item.duration, length >= Editing.shortestClip
        else { return nil }
        return length - segment.sourceStart
    }

    // MARK: The whole video

    mutating func changeLength(_ change: LengthChange) throws(Refusal) {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        let total =
            if case .times(let factor) = change {
                Milliseconds(Int((Double(timeline.duration.rawValue) * factor / 500).rounded()) * 500)
            } else {
                change.applied(to: timeline.duration)
            }
        guard total <= Timeline.longestVideo else {
            throw refuse("A video can be up to six hours long.", "视频最长 6 小时。")
        }
        guard total != timeline.duration else { return }
        let isGiven = timeline.segments.allSatisfy { $0.durationPinned || $0.kind == .clip }
        if made != nil, isGiven {
            // Said in one breath: "3 seconds each" is the more exact of the two.
            let now = timeline.duration.length(in: phrases.language)
            let wished = total.length(in: phrases.language)
            throw refuse(
                "With the lengths you gave, the photos take \(now), not \(wished).",
                "按你给的每张时长，一共是 \(now)，不是 \(wished)。"
            )
        }
        let lengths = try self.lengths(addingUpTo: total)
        try apply(.setDurations(lengths))
    }

    /// Given lengths and clips stay as they are if the others can make up for them; else all give way.
    private func lengths(addingUpTo total: Milliseconds) throws(Refusal) -> [SegmentID: Milliseconds] {
        let free = timeline.segments.filter { !$0.durationPinned && $0.kind != .clip }
        let fixed = timeline.duration - free.reduce(.zero) { $0 + $1.duration }
        let room = total - fixed
        if !free.isEmpty, room.rawValue >= free.count * Editing.shortestStill.rawValue {
            return share(room, among: free)
        }
        let least = Milliseconds(timeline.segments.count * Editing.shortestStill.rawValue)
        guard total >= least else {
            let shortest = least.length(in: phrases.language)
            throw refuse(
                "With \(timeline.segments.count) pictures the video must be at least \(shortest) long.",
                "\(timeline.segments.count) 个画面的视频至少要 \(shortest)。"
            )
        }
        let lengths = share(total, among: timeline.segments)
        for segment in timeline.segments {
            if let longest = longest(segment), let length = lengths[segment.id], length > longest {
                throw refuse(
                    "\(segment.name.plain()) is too short for that. Add photos to make the video longer.",
                    "\(segment.name.plain()) 不够长。可以再加些照片。"
                )
            }
        }
        return lengths
    }

    /// In the proportion they have now, adding up to the millisecond.
    private func share(_ total: Milliseconds, among segments: [Segment]) -> [SegmentID: Milliseconds] {
        let sum = segments.reduce(0) { $0 + $1.duration.rawValue }
        var lengths: [SegmentID: Milliseconds] = [:]
        var (before, given) = (0, 0)
        for segment in segments {
            before += segment.duration.rawValue
            let end = Int((Double(total.rawValue) * Double(before) / Double(max(sum, 1))).rounded())
            lengths[segment.id] = Milliseconds(max(end - given, Timeline.segmentLengths.lowerBound.rawValue))
            given = end
        }
        return lengths
    }
}
