/// What is on a timeline, track by track, as a person would tell it. Any timeline has one, also one of a studio whose
/// drafts hold things nobody documented.
public struct Outline: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case video, audio, text, other
    }

    /// Something that is seen or heard for a while.
    public struct Part: Hashable, Sendable {
        /// The name of a medium, without its file's ending, or the words of a text.
        public var name: String
        /// What it is, on a video track.
        public var kind: MediaKind?
        public var start: Milliseconds
        public var duration: Milliseconds
        /// In percent, where it is known.
        public var volume: Int?

        public init(
            name: String,
            kind: MediaKind? = nil,
            start: Milliseconds,
            duration: Milliseconds,
            volume: Int? = nil
        ) {
            self.name = name
            self.kind = kind
            self.start = start
            self.duration = duration
            self.volume = volume
        }

        var end: Milliseconds { start + duration }
    }

    public struct Track: Hashable, Sendable {
        public var kind: Kind
        public var parts: [Part]

        public init(_ kind: Kind, _ parts: [Part]) {
            self.kind = kind
            self.parts = parts
        }
    }

    public var tracks: [Track]

    public init(tracks: [Track]) {
        self.tracks = tracks
    }

    /// The tracks that hold something: pictures, music, texts.
    public init(_ timeline: Timeline, in language: Language = .english) {
        tracks = []
        if !timeline.segments.isEmpty {
            let parts = zip(timeline.segments, timeline.starts).map { segment, start in
                Part(name: segment.name.stem, kind: segment.kind, start: start, duration: segment.duration)
            }
            tracks.append(Track(.video, parts))
        }
        if let music = timeline.music {
            let name = music.name(in: language)
            let part = Part(name: name, start: .zero, duration: timeline.duration, volume: music.volume)
            tracks.append(Track(.audio, [part]))
        }
        if !timeline.texts.isEmpty {
            let parts = timeline.texts.map { Part(name: $0.text, start: $0.start, duration: $0.duration) }
            tracks.append(Track(.text, parts))
        }
    }
}
