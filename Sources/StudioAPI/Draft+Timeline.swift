public import Timeline

/// Within ``Draft`` a `Segment` is the wire's.
private typealias VideoSegment = Segment

/// How our own studio writes a timeline. The keys are close to those seen in other drafts of this wire: `name`,
/// `volume` as 0…1, `text`, `color`, `position`, lengths in `…_ms`.
extension Draft {
    /// Marks a draft as ours, with the version of its form. In 2 came looks, the kinds and styles of texts, what is
    /// heard of clips, subjects, and more transitions.
    static let formatKey = "kinora"
    static let format = 2

    enum TrackType {
        static let video = 0
        static let audio = 1
        static let text = 7
    }

    /// The timeline without loss: `Timeline(Draft(timeline)) == timeline` for every timeline that passes
    /// `Timeline.check()`. Tracks that hold nothing are left out.
    public init(_ timeline: Timeline) {
        let length = timeline.duration
        t = []
        if !timeline.segments.isEmpty {
            t.append(Track(tt: TrackType.video, sg: timeline.segments.map { Segment($0) }))
        }
        if let music = timeline.music {
            t.append(Track(tt: TrackType.audio, sg: [Segment(music, length: length)]))
        }
        if !timeline.texts.isEmpty {
            t.append(Track(tt: TrackType.text, sg: timeline.texts.map { Segment($0) }))
        }
        d = length.rawValue
        m = [
            Draft.formatKey: .int(Draft.format),
            "aspect": .string(timeline.aspect.rawValue),
            "cuts_on_beat": .bool(timeline.cutsOnBeat),
            "still_ms": .int(timeline.defaults.stillDuration.rawValue),
            "transition": JSONValue(timeline.defaults.transition),
        ]
    }
}

extension Draft.Segment {
    fileprivate init(_ segment: VideoSegment) {
        d = segment.duration.rawValue
        m = [
            "id": .string(segment.id),
            "name": .string(segment.name),
            "media": .string(segment.media),
            "kind": .string(segment.kind.rawValue),
            "width": .int(segment.size.width),
            "height": .int(segment.size.height),
            "fit": .string(segment.fit.rawValue),
            "motion": JSONValue(segment.motion),
            "transition": JSONValue(segment.transition),
        ]
        if let subject = segment.subject { m["subject"] = JSONValue(subject) }
        if segment.look != .plain { m["look"] = JSONValue(segment.look) }
        if segment.sourceStart != .zero { m["source_start_ms"] = .int(segment.sourceStart.rawValue) }
        if segment.durationPinned { m["duration_pinned"] = true }
        if segment.sound.volume != ClipSound.usual.volume {
            m["volume"] = .double(Double(segment.sound.volume) / 100)
        }
        if segment.sound.ducksMusic != ClipSound.usual.ducksMusic { m["ducks_music"] = .bool(segment.sound.ducksMusic) }
    }

    fileprivate init(_ music: Music, length: Milliseconds) {
        d = length.rawValue
        m = ["volume": .double(Double(music.volume) / 100)]
        switch music.source {
        case .mood(let mood, let seed):
            m["name"] = .string(mood.name(in: .english))
            m["mood"] = .string(mood.rawValue)
            m["seed"] = .int(seed)
        case .song(let media, let name):
            m["name"] = .string(name)
            m["media"] = .string(media)
        }
    }

    fileprivate init(_ text: TextSegment) {
        d = text.duration.rawValue
        m = [
            "id": .string(text.id),
            "text": .string(text.text),
            "start_ms": .int(text.start.rawValue),
            "position": .string(text.style.position.rawValue),
            "color": .string(text.style.color),
            "size": .double(text.style.size),
            "fade_in_ms": .int(text.style.fadeIn.rawValue),
            "fade_out_ms": .int(text.style.fadeOut.rawValue),
            "kind": .string(text.kind.rawValue),
            "bold": .bool(text.style.isBold),
            "entrance": .string(text.style.entrance.rawValue),
            "exit": .string(text.style.exit.rawValue),
        ]
        if text.style.isItalic { m["italic"] = true }
        if let language = text.language { m["language"] = .string(language) }
        if let anchor = text.anchor { m["anchor"] = .string(anchor) }
        if let font = text.style.font { m["font"] = .string(font) }
        if let outline = text.style.outline {
            m["outline"] = ["color": .string(outline.color), "width": .double(outline.width)]
        }
        if let box = text.style.box {
            m["box"] = ["color": .string(box.color), "opacity": .double(box.opacity)]
        }
    }
}

extension JSONValue {
    fileprivate init(_ transition: Transition) {
        var members: [String: JSONValue] = [
            "style": .string(transition.style.rawValue),
            "duration_ms": .int(transition.duration.rawValue),
            "direction": .string(transition.direction.rawValue),
        ]
        if let easing = transition.easing { members["easing"] = .string(easing.rawValue) }
        self = .object(members)
    }

    fileprivate init(_ look: Look) {
        var members: [String: JSONValue] = [:]
        if let filter = look.filter { members["filter"] = .string(filter.rawValue) }
        if let table = look.table {
            var fields: [String: JSONValue] = ["media": .string(table.media), "name": .string(table.name)]
            if table.strength != 100 { fields["strength"] = .int(table.strength) }
            members["table"] = .object(fields)
        }
        for adjustment in Adjustment.allCases where look[adjustment] != 0 {
            members[adjustment.rawValue] = .int(look[adjustment])
        }
        self = .object(members)
    }

    fileprivate init(_ subject: Subject) {
        self = [
            "focus": [.double(subject.focus.x), .double(subject.focus.y)],
            "faces": .array(
                subject.faces.map { [.double($0.x), .double($0.y), .double($0.width), .double($0.height)] }
            ),
        ]
    }

    fileprivate init(_ motion: Motion) {
        var members: [String: JSONValue] = [
            "move": .string(motion.move.rawValue),
            "focus_x": .double(motion.focusX),
            "focus_y": .double(motion.focusY),
            "strength": .double(motion.strength),
            "pinned": .bool(motion.pinned),
        ]
        if motion.focusPinned { members["focus_pinned"] = true }
        if motion.strengthPinned { members["strength_pinned"] = true }
        self = .object(members)
    }
}
