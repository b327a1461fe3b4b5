import Foundation
public import Timeline

/// Fits the person's own song to the video.
public enum SongCut {
    /// A few ms, so that a song that is entered in the middle of a wave does not click.
    private static let entry = StereoSound.sampleRate / 200

    /// The song, exactly `length` long, a second at a time: it begins at its beginning and fades out at the video's
    /// end. A song shorter than the video goes around, from a late beat back to an early one, so that the pulse goes
    /// on.
    /// - Parameters:
    ///   - beats: The song's beats if they are known; else they are looked for when the song must repeat.
    ///   - take: Gets the pieces in order.
    public static func cut(
        _ song: any SoundSource,
        length: Milliseconds,
        beats: [Milliseconds]? = nil,
        into take: (StereoSound) throws -> Void
    ) throws {
        let wanted = StereoSound.frames(in: length)
        let loop = song.frames > 0 && song.frames < wanted ? try SongLoop(song, beats: beats) : nil
        let fade = fade(frames: wanted)
        for start in stride(from: 0, to: wanted, by: StereoSound.sampleRate) {
            let range = start..<min(start + StereoSound.sampleRate, wanted)
            var piece =
                if let loop {
                    try loop.read(range)
                } else if song.frames > 0 {
                    try song.read(range)
                } else {
                    StereoSound(frames: range.count)
                }
            piece.fadeIn(frames: min(entry, wanted), from: start)
            piece.fadeOut(frames: fade, of: wanted, from: start)
            try take(piece)
        }
    }

    /// Two and a half seconds, less in a short video.
    private static func fade(frames: Int) -> Int {
        min(StereoSound.sampleRate * 5 / 2, frames * 3 / 10)
    }
}
