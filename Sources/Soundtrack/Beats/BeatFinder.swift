public import Timeline

/// Finds the beats of a song that is given piece by piece: aubio says how fast the pulse is, and the beats are then
/// laid through the song's onsets.
public final class BeatFinder {
    /// Less than this has no tempo worth the name.
    private static let shortest = StereoSound.sampleRate * 3

    private let tempo = AubioTempo()
    private var bands = OnsetBands()
    private var frames = 0

    public init() {}

    /// Follows the song further.
    public func add(_ piece: StereoSound) {
        frames += piece.frames
        tempo?.add(piece)
        bands.add(piece)
    }

    /// The beats at the song's end, ascending, over the whole of it; empty if it has no pulse or is shorter than 3 s.
    public func beats() -> [Milliseconds] {
        guard frames >= Self.shortest, let period = tempo?.period() else { return [] }
        let onsets = OnsetEnvelope(bands)
        guard onsets.isEventful else { return [] }
        let line = BeatLine(through: onsets, period: period / Double(OnsetEnvelope.hop))
        return line.beats.map {
            .seconds($0 * Double(OnsetEnvelope.hop) / Double(StereoSound.sampleRate))
        }
    }
}
