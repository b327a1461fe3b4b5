internal import Soundtrack
public import Timeline

/// Where the beats of a timeline's music are.
public enum MusicBeats {
    /// The beats of composed music by its mood, those of a song as they were found when it was added; nil for a song
    /// without any.
    /// - Parameter media: The session's media.
    public static func grid(for music: Music, media: [MediaItem]) -> BeatGrid? {
        switch music.source {
        case .mood(let mood, _):
            return Composer.beatGrid(for: mood)
        case .song(let id, _):
            guard let beats = media.first(where: { $0.id == id })?.beats, !beats.isEmpty else { return nil }
            return .found(beats)
        }
    }
}
