/// What a timeline can hold. Commands that go beyond are refused; a timeline read from elsewhere is checked whole.
extension Timeline {
    /// How long a segment or a text may be: 100 ms (3 frames) to an hour.
    public static let segmentLengths = Milliseconds(100)...Milliseconds(3_600_000)
    /// How long a video may be: six hours.
    public static let longestVideo = Milliseconds(6 * 3_600_000)
    /// How long a transition may be that is not a cut.
    public static let transitionLengths = Milliseconds(1)...Milliseconds(10_000)
    /// How many characters a text may have. What is longer than a few lines is small in any frame.
    public static let longestText = 5000
    /// The volumes music may have, in percent.
    public static let volumes = 0...200

    /// Throws what is wrong with a timeline that did not come about by commands.
    public func check() throws(EditError) {
        var empty = self
        empty.segments = []
        empty.texts = []
        try empty.checkNew(segments.map(\.id) + texts.map(\.id))
        for segment in segments { try segment.check() }
        for text in texts { try text.check() }
        try music?.check()
        try defaults.check()
        try checkLength()
    }

    func checkLength() throws(EditError) {
        // Each length is checked before, so the sum cannot overflow.
        if duration > Timeline.longestVideo {
            throw EditError(.lengthOutOfRange, "That would make the video longer than six hours.")
        }
    }

    /// Throws unless the names are new to the timeline and differ from each other.
    func checkNew(_ ids: [SegmentID]) throws(EditError) {
        let new = Set(ids)
        if new.count != ids.count || segments.contains(where: { new.contains($0.id) })
            || texts.contains(where: { new.contains($0.id) })
        {
            throw EditError(.duplicateID, "Two parts of the timeline cannot have the same name.")
        }
    }
}

extension Segment {
    func check() throws(EditError) {
        guard kind.isShown else {
            let words = kind == .song ? "a song: it can be the music" : "a table of colors: it can be a look"
            throw EditError(.notAPicture, "\(name) is \(words), but not be shown.")
        }
        guard Timeline.segmentLengths.contains(duration) else {
            throw EditError(
                .lengthOutOfRange,
                "\(name) can be shown for 0.1 seconds to one hour, not \(duration.length(in: .english))."
            )
        }
        guard (Milliseconds.zero...Milliseconds(1_000_000_000)).contains(sourceStart) else {
            throw EditError(.valueOutOfRange, "\(name) cannot begin at \(sourceStart.length(in: .english)).")
        }
        let unit = 0.0...1.0
        guard unit.contains(motion.focusX), unit.contains(motion.focusY), unit.contains(motion.strength) else {
            throw EditError(.valueOutOfRange, "The motion of \(name) would leave the photo.")
        }
        guard subject?.isWithinPicture ?? true else {
            throw EditError(.valueOutOfRange, "The subject of \(name) would be outside of the photo.")
        }
        guard Adjustment.allCases.allSatisfy({ $0.range.contains(look[$0]) }) else {
            throw EditError(.valueOutOfRange, "The colours of \(name) can be changed by 100 percent at most.")
        }
        try sound.check(of: name)
        guard (1...100).contains(look.table?.strength ?? 100) else {
            throw EditError(.valueOutOfRange, "The table of colors of \(name) can be mixed in by 1 to 100 percent.")
        }
        try transition.check()
    }
}

extension Transition {
    func check() throws(EditError) {
        guard style == .cut || Timeline.transitionLengths.contains(duration) else {
            throw EditError(
                .lengthOutOfRange,
                "A transition takes at most 10 seconds, not \(duration.length(in: .english))."
            )
        }
    }
}

extension TextSegment {
    func check() throws(EditError) {
        guard Timeline.segmentLengths.contains(duration) else {
            throw EditError(
                .lengthOutOfRange,
                "A text can be shown for 0.1 seconds to one hour, not \(duration.length(in: .english))."
            )
        }
        let times = Milliseconds.zero...Timeline.longestVideo
        guard times.contains(start), times.contains(style.fadeIn), times.contains(style.fadeOut) else {
            throw EditError(
                .valueOutOfRange,
                "A text cannot begin at \(start.length(in: .english)) or fade for longer than the video."
            )
        }
        guard text.count <= Timeline.longestText else {
            throw EditError(
                .valueOutOfRange,
                "A text can have \(Timeline.longestText) characters at most, not \(text.count)."
            )
        }
        guard style.size > 0, style.size <= 1 else {
            throw EditError(.valueOutOfRange, "A line of text can be at most as high as the frame.")
        }
        guard (0...1).contains(style.outline?.width ?? 0), (0...1).contains(style.box?.opacity ?? 0) else {
            throw EditError(.valueOutOfRange, "An outline cannot be wider than a line, nor a box more than opaque.")
        }
    }
}

extension Music {
    func check() throws(EditError) {
        guard Timeline.volumes.contains(volume) else {
            throw EditError(.volumeOutOfRange, "The music's volume can be 0 to 200 percent, not \(volume).")
        }
    }
}

extension Timeline.Defaults {
    func check() throws(EditError) {
        guard Timeline.segmentLengths.contains(stillDuration) else {
            throw EditError(
                .lengthOutOfRange,
                "A photo can be shown for 0.1 seconds to one hour, not \(stillDuration.length(in: .english))."
            )
        }
        try transition.check()
    }
}
