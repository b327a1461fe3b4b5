public import Timeline

/// Finds the beats of a song: aubio says how fast the pulse is, and the beats are then laid through the song's onsets.
public enum BeatFinder {
    /// Less than this has no tempo worth the name.
    private static let shortest = StereoSound.sampleRate * 3

    /// The beats, ascending, over the whole of the song; empty if it has no pulse or is shorter than 3 s.
    public static func beats(in sound: StereoSound) -> [Milliseconds] {
        guard sound.frames >= shortest, let period = AubioTempo()?.period(of: sound) else { return [] }
        let onsets = OnsetEnvelope(of: sound)
        guard onsets.isEventful else { return [] }
        let line = BeatLine(through: onsets, period: period / Double(OnsetEnvelope.hop))
        return line.beats.map {
            .seconds($0 * Double(OnsetEnvelope.hop) / Double(StereoSound.sampleRate))
        }
    }
}
