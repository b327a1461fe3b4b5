import Timeline

/// The wishes of one message on their way onto the timeline, and what there is to say about them.
struct Editing {
    let media: [MediaItem]
    let beats: @Sendable (Music, [MediaItem]) -> BeatGrid?
    /// The families of fonts that are installed; none if that is not known.
    let fonts: @Sendable () -> [String]
    /// What of a text no font shows.
    let missing: @Sendable (String) -> [MissingFont]
    let phrases: Phrases
    /// As the message found it.
    let original: Timeline

    var history: History
    /// What the message's own edits start from: the timeline as undo or redo in it left it.
    var base: Timeline
    /// With what the message has changed so far.
    var timeline: Timeline
    var commands: [EditCommand] = []
    /// The order in which photos are counted: as the person saw them, whatever the message does meanwhile.
    var numbering: [SegmentID]

    var answers: [String] = []
    var refusals: [String] = []
    var made: MakeWish?
    /// The message wants a new video: then what is said of it is no change of the one there was.
    var isMaking = false
    var hasUndone = false
    var performed = 0
    /// Transitions whose lengths the message gave.
    var givenTransitions: Set<SegmentID> = []
    var wantsBeat = false
    /// The message has kana in it: its Chinese characters are Japanese ones.
    var isJapanese = false

    init(
        history: History,
        media: [MediaItem],
        beats: @escaping @Sendable (Music, [MediaItem]) -> BeatGrid?,
        fonts: @escaping @Sendable () -> [String],
        missing: @escaping @Sendable (String) -> [MissingFont],
        phrases: Phrases
    ) {
        self.history = history
        self.media = media
        self.beats = beats
        self.fonts = fonts
        self.missing = missing
        self.phrases = phrases
        original = history.timeline
        base = history.timeline
        timeline = history.timeline
        numbering = history.timeline.segments.map(\.id)
    }

    func say(_ english: String, _ chinese: String) -> String {
        phrases.choose(english, chinese)
    }

    func refuse(_ english: String, _ chinese: String) -> Refusal {
        Refusal(message: phrases.choose(english, chinese))
    }

    mutating func apply(_ command: EditCommand) throws(Refusal) {
        do {
            let changed = try timeline.applying(command).timeline
            guard changed != timeline else { return }
            timeline = changed
            commands.append(command)
        } catch {
            throw refuse(error.message, Editing.chinese(error))
        }
    }

    private static func chinese(_ error: EditError) -> String {
        switch error.code {
        case .lengthOutOfRange: "这个时长不行：每个画面或文字 0.1 秒到 1 小时，转场最长 10 秒，整个视频最长 6 小时。"
        case .volumeOutOfRange: "音量可以是 0% 到 200%。"
        default: "这个修改在当前时间线上做不到。"
        }
    }

    /// Wishes in the order in which they make sense, each on its own: one that cannot be does not stop the others.
    mutating func perform(_ wishes: [Wish]) {
        // "Hello, make a video" needs no greeting back.
        let hasBusiness = wishes.contains { !$0.isSmallTalk }
        var wishes = wishes.filter { !hasBusiness || !$0.isSmallTalk }
        if let implied = impliedMake(for: wishes) { wishes.insert(implied, at: 0) }
        isMaking = wishes.contains { if case .make = $0 { true } else { false } }
        let ordered = wishes.enumerated().sorted { ($0.element.phase, $0.offset) < ($1.element.phase, $1.offset) }
        for (_, wish) in ordered {
            if wish.phase == Wish.lastPhase { settle() }
            do {
                try perform(wish)
                performed += 1
            } catch {
                if !refusals.contains(error.message) { refusals.append(error.message) }
            }
        }
        settle()
        commit()
    }

    /// "Vertical, 30 seconds, piano" about photos of which no video was made yet wants one made.
    private func impliedMake(for wishes: [Wish]) -> Wish? {
        let makes = wishes.contains { if case .make = $0 { true } else { false } }
        let takesBack = wishes.contains { $0.phase == 0 }
        let canMake = media.contains { $0.kind.isShown }
        guard timeline.segments.isEmpty, !makes, !takesBack, canMake else { return nil }
        return wishes.contains(where: \.impliesVideo) ? .make(MakeWish()) : nil
    }

    /// Puts what was done into the history, as one step.
    private mutating func commit() {
        guard timeline != history.timeline else {
            commands = []
            return
        }
        do {
            try history.perform(commands)
        } catch {
            // Each command was applied before, one after the other, so that this cannot be.
            refusals.append(error.message)
            timeline = history.timeline
            commands = []
        }
    }

    /// Takes back or does again; what the message did before that becomes a step of its own.
    mutating func step(_ count: Int, _ take: (inout History) -> Bool) -> Int {
        commit()
        commands = []
        var taken = 0
        while taken < count, take(&history) { taken += 1 }
        base = history.timeline
        timeline = base
        numbering = timeline.segments.map(\.id)
        hasUndone = hasUndone || taken > 0
        return taken
    }
}

/// Why a wish that was understood cannot be fulfilled, as a sentence for the person.
struct Refusal: Error {
    var message: String
}

extension Wish {
    static let lastPhase = 7

    /// Wishes of a lower phase come first, whatever the order in which they were said.
    var phase: Int {
        switch self {
        case .undo, .redo, .startOver: 0
        // Before a video is made: the motions are chosen for its shape.
        case .aspect, .unknownAspect: 1
        case .make: 2
        case .add, .remove, .keep, .move, .swap, .copy, .reverse, .shuffle, .sortByName: 3
        case .length(.some, _), .trim: 4
        case .length(nil, _): 5
        case .transition, .motion, .fit, .look, .text, .removeText, .music, .volume, .clipSound, .mute: 6
        case .cutsOnBeat, .question, .talk, .hint: Wish.lastPhase
        }
    }

    var isSmallTalk: Bool {
        switch self {
        case .talk(.hello), .talk(.thanks), .talk(.fine), .hint(.whatInstead): true
        default: false
        }
    }

    /// It only makes sense of a video, and says how that shall be.
    var impliesVideo: Bool {
        switch self {
        case .make, .undo, .redo, .startOver, .add, .remove, .copy, .question, .talk, .hint, .removeText: false
        case .text(let wish): wish.text != nil
        default: true
        }
    }
}
