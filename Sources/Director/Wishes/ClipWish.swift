import Timeline

/// Which clips somebody means.
enum ClipReference: Hashable, Sendable {
    case photos(PhotoReference)
    /// "The clip", of which there should be one.
    case only
    case all
}

/// Which part of a clip is shown; times count from the clip's own start.
enum TrimChange: Hashable, Sendable {
    case range(Milliseconds, Milliseconds)
    case without(Milliseconds, Milliseconds)
    case start(Milliseconds)
    case end(Milliseconds)
    case first(Milliseconds)
    case last(Milliseconds)
    /// Of what is shown now.
    case withoutFirst(Milliseconds)
    case withoutLast(Milliseconds)
    case whole
}

enum SoundChange: Hashable, Sendable {
    /// - Parameter onlyMuted: Clips that are heard keep their volume.
    case volume(VolumeChange, onlyMuted: Bool = false)
    /// The music steps back for the clip.
    case ducks(Bool)
}
