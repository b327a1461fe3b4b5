public import Timeline

/// The person's own song, fitted to the video: it begins at its beginning and fades out at the video's end. A song
/// shorter than the video goes around, from a late beat back to an early one, so that the pulse goes on.
public struct SongCut: SoundSource {
    public let frames: Int
    private let song: any SoundSource
    /// Nil when the song is long enough, or has nothing to repeat.
    private let loop: SongLoop?
    /// How long it fades at its end, in frames: two and a half seconds, less in a short video.
    private let fade: Int

    /// A few ms, so that a song that is entered in the middle of a wave does not click.
    private static let entry = StereoSound.sampleRate / 200

    /// - Parameters:
    ///   - length: Of the video, which the cut has exactly.
    ///   - beats: The song's beats if they are known; else they are looked for when the song must repeat.
    public init(
        _ song: any SoundSource,
        length: Milliseconds,
        beats: [Milliseconds]? = nil
    ) throws(SoundtrackError) {
        frames = StereoSound.frames(in: length)
        self.song = song
        loop = song.frames > 0 && song.frames < frames ? try SongLoop(song, beats: beats) : nil
        fade = min(StereoSound.sampleRate * 5 / 2, frames * 3 / 10)
    }

    public func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound {
        var piece =
            if let loop {
                try loop.read(range)
            } else if song.frames > 0 {
                try song.read(range)
            } else {
                StereoSound(frames: range.count)
            }
        piece.fadeIn(frames: min(Self.entry, frames), from: range.lowerBound)
        piece.fadeOut(frames: fade, of: frames, from: range.lowerBound)
        return piece
    }
}
