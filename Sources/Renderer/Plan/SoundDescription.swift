internal import Timeline

/// Everything that decides how a whole video sounds; its hash is the sound's name in the cache.
struct SoundDescription: Codable, Hashable, Sendable {
    /// Raised whenever the same description would give another sound, or another form of file.
    static let currentVersion = 2

    var version = SoundDescription.currentVersion
    /// The video's length in frames.
    var frames: Int
    var music: Music.Source?
    /// In percent, as ``Music/volume`` has it.
    var volume: Int
    /// Which instruments play composed music: the SoundFont's file name and size.
    var instruments: String?
    /// The sound of clips, in the order in which they are seen.
    var clips: [ClipPart]

    struct ClipPart: Codable, Hashable, Sendable {
        var media: MediaID
        /// Where it is heard, in frames of the video, transitions included.
        var start: Int
        var frames: Int
        /// Where it begins in the clip, in ms; below 0 it is silent until its beginning.
        var sourceStart: Int
        /// The frames over which it comes and goes: those of the transitions around it.
        var fadeIn: Int
        var fadeOut: Int
        var sound: ClipSound
    }

    init(_ timeline: Timeline, plan: RenderPlan, instruments: String?) {
        frames = plan.frames
        volume = timeline.music?.volume ?? Music.defaultVolume
        switch timeline.music?.source {
        case .song(let media, _):
            // What the person calls the song changes nothing about its sound.
            music = .song(media: media, name: "")
        case .mood(let mood, let seed):
            music = .mood(mood, seed: seed)
            self.instruments = instruments
        case nil:
            break
        }
        clips = []
        var start = 0
        for (index, segment) in timeline.segments.enumerated() {
            let count = plan.segmentFrames[index]
            defer { start += count }
            guard segment.kind == .clip, !segment.sound.isMuted else { continue }
            let (lead, tail) = (plan.halfTransitions[index], plan.halfTransitions[index + 1])
            clips.append(
                ClipPart(
                    media: segment.media,
                    start: start - lead,
                    frames: lead + count + tail,
                    sourceStart: segment.sourceStart.rawValue - FrameClock.milliseconds(ofFrames: lead),
                    fadeIn: 2 * lead,
                    fadeOut: 2 * tail,
                    sound: segment.sound
                )
            )
        }
    }

    /// There is nothing to hear.
    var isSilent: Bool { music == nil && clips.isEmpty }

    /// All media that are read for the sound.
    var media: Set<MediaID> {
        var media = Set(clips.map(\.media))
        if case .song(let song, _) = music { media.insert(song) }
        return media
    }
}
