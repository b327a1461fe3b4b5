import Foundation
import Timeline

/// A song that goes around between two of its points as often as needed, with a crossfade of equal power.
struct SongLoop {
    private let song: any SoundSource
    /// Where the song turns back, where to, and over how many frames.
    private let start: Int
    private let end: Int
    private let overlap: Int
    /// The weights of what goes and of what comes.
    private let out: [Float]
    private let back: [Float]

    /// - Parameter beats: The song's beats if they are known.
    init(_ song: any SoundSource, beats: [Milliseconds]?) throws(SoundtrackError) {
        self.song = song
        let beats = if let beats { beats } else { try SongLoop.beats(of: song) }
        (start, end, overlap) = try SongLoop.turn(of: song, beats: beats.map { StereoSound.frames(in: $0) })
        let overlap = overlap
        out = (0..<overlap).map { SongLoop.equalPower(overlap - $0, of: overlap) }
        back = (0..<overlap).map { SongLoop.equalPower($0, of: overlap) }
    }

    /// A stretch of the endless song.
    func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound {
        var piece = StereoSound(frames: range.count)
        // A round is what plays from one crossfade's middle to the next one's; its halves reach beyond it. The first
        // begins with the song.
        try add(from: -overlap / 2, at: -overlap / 2, to: &piece, range)
        let round = end - start
        let first = end - overlap / 2
        for number in max(0, (range.lowerBound - first) / round - 1)...max(0, (range.upperBound - first) / round + 1) {
            try add(from: start - overlap / 2, at: first + number * round, to: &piece, range)
        }
        return piece
    }

    /// Adds what a round has of a piece.
    /// - Parameters:
    ///   - from: Where in the song the round begins.
    ///   - place: Where in the endless song it does.
    private func add(
        from: Int,
        at place: Int,
        to piece: inout StereoSound,
        _ range: Range<Int>
    ) throws(SoundtrackError) {
        let to = end + overlap / 2
        let low = max(from, 0, range.lowerBound - place + from)
        let high = min(to, range.upperBound - place + from)
        guard low < high else { return }
        let heard = try song.read(low..<high)
        for source in low..<high {
            let frame = place + source - from - range.lowerBound
            var weight: Float = 1
            if from >= 0, source - from < overlap { weight *= back[source - from] }
            if to - source <= overlap { weight *= out[overlap - (to - source)] }
            piece.left[frame] += heard.left[source - low] * weight
            piece.right[frame] += heard.right[source - low] * weight
        }
    }

    /// The quarter of a sine: the squares of a rising and a falling one add up to 1.
    private static func equalPower(_ step: Int, of steps: Int) -> Float {
        Float(sin(.pi / 2 * Double(step) / Double(steps)))
    }

    private static func beats(of song: any SoundSource) throws(SoundtrackError) -> [Milliseconds] {
        let finder = BeatFinder()
        try song.forEachPiece { piece, _ in finder.add(piece) }
        return finder.beats()
    }

    private static func turn(
        of song: any SoundSource,
        beats: [Int]
    ) throws(SoundtrackError) -> (start: Int, end: Int, overlap: Int) {
        let (first, last) = try audible(song)
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
    private static func audible(_ song: any SoundSource) throws(SoundtrackError) -> (first: Int, last: Int) {
        let floor: Float = 0.003
        var heard: (first: Int, last: Int)?
        try song.forEachPiece { piece, start in
            let isHeard = { (index: Int) in abs(piece.left[index]) > floor || abs(piece.right[index]) > floor }
            guard let first = piece.left.indices.first(where: isHeard),
                let last = piece.left.indices.last(where: isHeard)
            else { return }
            heard = (heard?.first ?? start + first, start + last)
        }
        return (heard?.first ?? 0, (heard?.last ?? song.frames - 1) + 1)
    }
}
