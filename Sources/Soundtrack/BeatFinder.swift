public import Timeline

/// Finds the beats of a song.
public enum BeatFinder {
    /// The beats, ascending, from the first to the last that can be heard or counted on; empty if the song has no pulse.
    public static func beats(in sound: StereoSound) -> [Milliseconds] {
        guard let tracker = AubioTempo() else { return [] }
        let found = tracker.beats(in: sound)
        return BeatLine.straightened(found, frames: sound.frames).map {
            .seconds($0 / Double(StereoSound.sampleRate))
        }
    }
}
