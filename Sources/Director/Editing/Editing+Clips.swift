import Timeline

/// Which part of a clip is shown, and what is heard of it.
extension Editing {
    /// What is shown of a clip when nothing is said: all of it up to this.
    static let usualClip = Milliseconds(10_000)
    /// A clip that is shorter is no more than a picture: it is shown like a photo, and may be shown for any time.
    static let shortestClip = Milliseconds(200)

    // MARK: Which part

    mutating func trim(_ reference: ClipReference, _ change: TrimChange) throws(Refusal) {
        var starts: [SegmentID: Milliseconds] = [:]
        var lengths: [SegmentID: Milliseconds] = [:]
        for clip in try clips(reference) {
            if case .without(let from, let to) = change, let gap = gap(min(from, to), max(from, to), in: clip) {
                try cut(gap, outOf: clip)
                continue
            }
            let whole = media.first { $0.id == clip.media }?.duration ?? clip.sourceStart + clip.duration
            let shown = try part(of: clip, after: change, whole: whole)
            starts[clip.id] = shown.lowerBound
            lengths[clip.id] = shown.upperBound - shown.lowerBound
        }
        let pins = lengths.mapValues { _ in true }
        try apply(.batch([.setSourceStarts(starts), .setDurations(lengths), .setDurationPins(pins)]))
    }

    /// What is cut out of the middle of a clip, so that something is left on either side; nil when it reaches an end.
    private func gap(_ from: Milliseconds, _ to: Milliseconds, in clip: Segment) -> Range<Milliseconds>? {
        let (least, end) = (Timeline.segmentLengths.lowerBound, clip.sourceStart + clip.duration)
        guard from < to, from >= clip.sourceStart + least, to + least <= end else { return nil }
        return from..<to
    }

    /// The clip goes on, after a plain cut, where the gap ends: two segments of the same file.
    private mutating func cut(_ gap: Range<Milliseconds>, outOf clip: Segment) throws(Refusal) {
        guard let index = timeline.index(of: clip.id) else { return }
        var rest = clip
        rest.id = "s\(freeNumber)"
        rest.sourceStart = gap.upperBound
        rest.duration = clip.sourceStart + clip.duration - gap.upperBound
        rest.durationPinned = true
        rest.transition = .cut
        try apply(
            .batch([
                .setDurations([clip.id: gap.lowerBound - clip.sourceStart]), .setDurationPins([clip.id: true]),
                .insert(segments: [rest], index: index + 1),
            ])
        )
        let (name, from, to) = (clip.name.plain(), gap.lowerBound.secondsText(), gap.upperBound.secondsText())
        answers.append(
            say(
                "Seconds \(from) to \(to) of \(name) are cut out; its two parts are clips \(index + 1) and \(index + 2).",
                "已剪掉 \(name) 的第 \(from) 到 \(to) 秒，前后两段是第 \(index + 1) 和第 \(index + 2) 段。"
            )
        )
    }

    /// From where to where the clip is shown then. What lies beyond its end is cut off, and said.
    private mutating func part(
        of clip: Segment,
        after change: TrimChange,
        whole: Milliseconds
    ) throws(Refusal) -> Range<Milliseconds> {
        let (start, end) = (clip.sourceStart, clip.sourceStart + clip.duration)
        var wanted: (Milliseconds, Milliseconds) =
            switch change {
            case .range(let from, let to): (min(from, to), max(from, to))
            case .without(let from, let to): without(min(from, to), max(from, to), of: clip)
            case .start(let from): (from, from + clip.duration)
            case .end(let to): (start, to)
            case .first(let length): (.zero, length)
            case .last(let length): (whole - length, whole)
            case .withoutFirst(let length): (start + length, end)
            case .withoutLast(let length): (start, end - length)
            case .whole: (.zero, min(whole, Timeline.segmentLengths.upperBound))
            }
        let name = clip.name.plain()
        let length = whole.length(in: phrases.language)
        var isTooMuch = wanted.0 < .zero || wanted.1 > whole
        // From a later start there is just less of it to show.
        if case .start = change { isTooMuch = false }
        wanted = (max(wanted.0, .zero), min(wanted.1, whole))
        guard wanted.1 >= wanted.0 + Timeline.segmentLengths.lowerBound else {
            throw refuse("\(name) is \(length) long: that leaves nothing of it.", "\(name) 长 \(length)，这样就什么都不剩了。")
        }
        if isTooMuch {
            let (from, to) = (wanted.0.secondsText(), wanted.1.secondsText())
            answers.append(
                say(
                    "\(name) is only \(length) long: seconds \(from) to \(to) are shown.",
                    "\(name) 只有 \(length)：显示第 \(from) 到 \(to) 秒。"
                )
            )
        }
        return wanted.0..<wanted.1
    }

    /// What is left when one end goes.
    private func without(
        _ from: Milliseconds,
        _ to: Milliseconds,
        of clip: Segment
    ) -> (Milliseconds, Milliseconds) {
        let (start, end) = (clip.sourceStart, clip.sourceStart + clip.duration)
        let reachesStart = from < start + Timeline.segmentLengths.lowerBound
        return reachesStart ? (max(to, start), end) : (start, min(from, end))
    }

    /// Said of clips of which only the beginning is shown, because nobody has said how much.
    mutating func tellShortened(_ segments: [Segment]) {
        for (segment, number) in zip(segments, 1...) where segment.kind == .clip {
            guard let whole = media.first(where: { $0.id == segment.media })?.duration,
                segment.duration == Editing.usualClip, whole > segment.duration
            else { continue }
            let name = segment.name.plain()
            let (shown, length) = (
                segment.duration.length(in: phrases.language), whole.length(in: phrases.language)
            )
            let place = timeline.index(of: segment.id).map { $0 + 1 } ?? number
            answers.append(
                say(
                    "Of \(name) (\(length)) the first \(shown) are shown. Say \"use seconds 5 to 20 of clip \(place)\" "
                        + "or \"use the whole clip \(place)\" for more.",
                    "\(name)（\(length)）只显示前 \(shown)。可以说“第\(place)段从第5秒到第20秒”或“第\(place)段用整段”。"
                )
            )
        }
    }

    // MARK: What is heard

    mutating func changeSound(of reference: ClipReference, _ change: SoundChange) throws(Refusal) {
        var sounds: [SegmentID: ClipSound] = [:]
        let named = try clips(reference, isOfSound: true)
        let heard = named.filter { clip in media.first { $0.id == clip.media }?.hasSound ?? true }
        guard !heard.isEmpty else {
            let name = named.map { $0.name.plain() }
            throw refuse("\(phrases.list(name)) has no sound.", "\(phrases.list(name)) 没有声音。")
        }
        for clip in heard {
            var sound = clip.sound
            switch change {
            case .ducks(let isOn): sound.ducksMusic = isOn
            case .volume(_, onlyMuted: true) where !sound.isMuted: break
            case .volume(.to(let percent), _):
                guard percent <= Double(ClipSound.volumes.upperBound), percent >= 0 else {
                    let most = ClipSound.volumes.upperBound
                    throw refuse("A clip's volume can be 0% to \(most)%.", "片段的音量可以是 0% 到 \(most)%。")
                }
                sound.volume = Int(percent.rounded())
            case .volume(.times(let factor), _):
                let level = Int((Double(max(sound.volume, 20)) * factor / 5).rounded()) * 5
                sound.volume = min(max(level, 5), ClipSound.volumes.upperBound)
            }
            sounds[clip.id] = sound
        }
        try apply(.setSounds(sounds))
    }

    /// "Mute" with nothing else said: the music, and the clips that are heard.
    mutating func muteAll() throws(Refusal) {
        let heard = timeline.segments.filter { $0.kind == .clip && !$0.sound.isMuted }
        guard timeline.music != nil || made != nil || !heard.isEmpty else {
            throw refuse("There is no music already.", "本来就没有配乐。")
        }
        let sounds = heard.map { clip in
            (clip.id, ClipSound(volume: 0, ducksMusic: clip.sound.ducksMusic))
        }
        try apply(
            .batch([
                .setMusic(nil), .setCutsOnBeat(false),
                .setSounds(Dictionary(sounds, uniquingKeysWith: { first, _ in first })),
            ])
        )
    }

    // MARK: Which clips

    /// The clips that are meant, never none.
    private func clips(_ reference: ClipReference, isOfSound: Bool = false) throws(Refusal) -> [Segment] {
        guard !timeline.segments.isEmpty else { throw emptyTimeline }
        let all = timeline.segments.filter { $0.kind == .clip }
        guard !all.isEmpty else {
            throw refuse("There is no clip on the timeline, only photos.", "时间线上没有视频片段，只有照片。")
        }
        switch reference {
        case .all:
            return all
        case .only:
            // Parts of one clip are one clip still, as far as it is heard.
            let isOne = all.count == 1 || isOfSound && Set(all.map(\.media)).count == 1
            guard isOne else { throw which(of: all) }
            return all
        case .photos(let photos):
            // "Clip 1" is the first clip where the first picture is a photo.
            if case .position(let number)? = photos.picks.first, photos.picks.count == 1,
                let segment = nth(number, of: timeline.segments), segment.kind != .clip, let clip = nth(number, of: all)
            {
                return [clip]
            }
            let named = try segments(photos).compactMap(timeline.segment)
            let clips = named.filter { $0.kind == .clip }
            guard !clips.isEmpty else {
                let names = phrases.list(named.map { $0.name.plain() }, atMost: 6)
                throw refuse("\(names) is no clip. \(list(of: all))", "\(names) 不是视频片段。\(list(of: all))")
            }
            return clips
        }
    }

    private func nth(_ number: Int, of segments: [Segment]) -> Segment? {
        let index = number < 0 ? segments.count + number : number - 1
        return segments.indices.contains(index) ? segments[index] : nil
    }

    private func which(of clips: [Segment]) -> Refusal {
        refuse("Which clip do you mean? \(list(of: clips))", "你指的是哪一段？\(list(of: clips))")
    }

    private func list(of clips: [Segment]) -> String {
        let names = clips.map { "\((timeline.index(of: $0.id) ?? 0) + 1) \($0.name.plain())" }
        let list = phrases.list(names, atMost: 12)
        return say("The clips: \(list).", "视频片段：\(list)。")
    }
}
