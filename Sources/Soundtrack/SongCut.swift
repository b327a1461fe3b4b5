import Foundation
public import Timeline

/// Fits the person's own song to the video.
public enum SongCut {
    /// A few ms, so that a song that is entered in the middle of a wave does not click.
    private static let entry = StereoSound.sampleRate / 200

    /// The song, exactly `length` long: it begins at its beginning and fades out at the video's end. A song shorter
    /// than the video goes around, from a late beat back to an early one, so that the pulse goes on.
    /// - Parameter beats: The song's beats if they are known; else they are looked for when the song must repeat.
    public static func cut(
        _ song: consuming StereoSound,
        length: Milliseconds,
        beats: [Milliseconds]? = nil
    ) -> StereoSound {
        let wanted = StereoSound.frames(in: length)
        guard song.frames > 0 else { return StereoSound(frames: wanted) }
        if song.frames < wanted {
            let beats = beats ?? BeatFinder.beats(in: song)
            song = loop(song, beats: beats.map { StereoSound.frames(in: $0) }, frames: wanted)
        } else {
            song.resize(frames: wanted)
        }
        song.fadeIn(frames: entry)
        song.fadeOut(frames: fade(frames: wanted))
        return song
    }

    /// Two and a half seconds, less in a short video.
    private static func fade(frames: Int) -> Int {
        min(StereoSound.sampleRate * 5 / 2, frames * 3 / 10)
    }

    /// Goes around between two points of the song as often as needed, with a crossfade of equal power.
    private static func loop(_ song: StereoSound, beats: [Int], frames wanted: Int) -> StereoSound {
        let (start, end, overlap) = turn(of: song, beats: beats)
        var looped = StereoSound(frames: wanted)
        let out = (0..<overlap).map { equalPower(overlap - $0, of: overlap) }
        let back = (0..<overlap).map { equalPower($0, of: overlap) }

        // A round is what plays from one crossfade's middle to the next one's; its halves reach beyond it.
        var place = -overlap / 2
        var from = -overlap / 2
        while place < wanted {
            let to = end + overlap / 2
            for source in max(from, 0)..<to {
                let frame = place + source - from
                guard frame >= 0 else { continue }
                guard frame < wanted else { break }
                var weight: Float = 1
                if from >= 0, source - from < overlap { weight *= back[source - from] }
                if to - source <= overlap { weight *= out[overlap - (to - source)] }
                looped.left[frame] += song.left[source] * weight
                looped.right[frame] += song.right[source] * weight
            }
            place += end - overlap / 2 - from
            from = start - overlap / 2
        }
        return looped
    }

    /// The quarter of a sine: the squares of a rising and a falling one add up to 1.
    private static func equalPower(_ step: Int, of steps: Int) -> Float {
        Float(sin(.pi / 2 * Double(step) / Double(steps)))
    }

    /// Where the song turns back, where to, and over how many frames.
    private static func turn(of song: StereoSound, beats: [Int]) -> (start: Int, end: Int, overlap: Int) {
        let (first, last) = audible(song)
        let overlap = min(StereoSound.sampleRate / 2, (last - first) / 4) / 2 * 2
        let low = first + overlap / 2
        let high = last - overlap / 2
        let inside = beats.filter { $0 >= low && $0 <= high }
        // Whole bars of four beats go around best.
        let rounds = (inside.count - 1) / 4 * 4
        if rounds >= 8 { return (inside[0], inside[rounds], overlap) }
        return (low, max(high, low + 1), overlap)
    }

    /// The song without the silence before and after it.
    private static func audible(_ song: StereoSound) -> (first: Int, last: Int) {
        let floor: Float = 0.003
        let isHeard = { (index: Int) in abs(song.left[index]) > floor || abs(song.right[index]) > floor }
        let first = song.left.indices.first(where: isHeard) ?? 0
        let last = song.left.indices.last(where: isHeard) ?? song.frames - 1
        return (first, last + 1)
    }
}
