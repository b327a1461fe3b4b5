/// A video as the person means it: what is shown when, and what is heard. Pure data, changed by ``EditCommand`` alone.
public struct Timeline: Codable, Hashable, Sendable {
    /// What a photo gets when it is added without further words.
    public struct Defaults: Codable, Hashable, Sendable {
        public var stillDuration: Milliseconds
        public var transition: Transition

        public init(
            stillDuration: Milliseconds = Milliseconds(4000),
            transition: Transition = Transition(.crossfade)
        ) {
            self.stillDuration = stillDuration
            self.transition = transition
        }
    }

    public var aspect: Aspect
    /// The video track: stills and clips, back to back.
    public var segments: [Segment]
    /// The text track.
    public var texts: [TextSegment]
    /// The audio track; nil is silence, but for the sound of clips.
    public var music: Music?
    /// The cuts lie on the music's beats.
    public var cutsOnBeat: Bool
    public var defaults: Defaults

    public init(
        aspect: Aspect = .landscape,
        segments: [Segment] = [],
        texts: [TextSegment] = [],
        music: Music? = nil,
        cutsOnBeat: Bool = false,
        defaults: Defaults = Defaults()
    ) {
        self.aspect = aspect
        self.segments = segments
        self.texts = texts
        self.music = music
        self.cutsOnBeat = cutsOnBeat
        self.defaults = defaults
    }

    /// The length of the video: the sum of the segments' lengths.
    public var duration: Milliseconds {
        segments.reduce(.zero) { $0 + $1.duration }
    }

    /// There is something to render.
    public var isReady: Bool { !segments.isEmpty }
}
