internal import Media
internal import Timeline

/// A timeline in whole frames, cut into chunks. Pure: equal timelines give equal plans.
struct RenderPlan: Sendable {
    /// A chunk's longest length: 4 s.
    static let longestChunk = 4 * FrameClock.framesPerSecond
    /// A chunk's shortest length in frames, unless it is the only one. Chunks of one or two frames do not leave the
    /// encoder the room to order its frames.
    static let shortestChunk = 8

    struct Chunk: Sendable {
        /// The frames of the video before the chunk.
        var start: Int
        var description: ChunkDescription
    }

    let settings: VideoSettings
    /// The frames of each segment, in order.
    let segmentFrames: [Int]
    /// See ``FrameTrack/halves``.
    let halfTransitions: [Int]
    let chunks: [Chunk]

    /// The frames of the whole video.
    var frames: Int { segmentFrames.reduce(0, +) }

    init(_ timeline: Timeline, settings: VideoSettings) {
        self.settings = settings
        let track = FrameTrack(timeline.segments, ratio: settings.size.ratio)
        segmentFrames = track.counts
        halfTransitions = track.halves
        let total = track.starts.last ?? 0
        let texts = TextTrack(timeline.texts, total: total)

        var borders = Set(track.scenes.map(\.start))
        for text in texts.texts {
            borders.insert(max(text.start, 0))
            borders.insert(min(text.end, total))
        }
        borders.insert(total)
        chunks = Self.chunkLengths(borders: borders.sorted()).map { start, length in
            Chunk(
                start: start,
                description: ChunkDescription(
                    settings: settings,
                    frames: length,
                    scenes: track.scenes(from: start, to: start + length),
                    texts: texts.layers(from: start, to: start + length)
                )
            )
        }
    }

    /// Cuts between borders (ascending, from 0 to the end): a piece that is too short goes to the next one, the last to
    /// the one before, and a long one is split evenly. A border's effect ends at the next long piece, so that an insert
    /// elsewhere leaves chunks alone.
    static func chunkLengths(borders: [Int]) -> [(start: Int, length: Int)] {
        guard let first = borders.first, let total = borders.last, first < total else { return [] }
        var cuts = [first]
        for border in borders.dropFirst() where border - (cuts.last ?? first) >= shortestChunk {
            cuts.append(border)
        }
        if cuts.last != total {
            if cuts.count > 1 { cuts.removeLast() }
            cuts.append(total)
        }
        var pieces: [(start: Int, length: Int)] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            let length = end - start
            let parts = (length + longestChunk - 1) / longestChunk
            for part in 0..<parts {
                let low = length * part / parts
                pieces.append((start + low, length * (part + 1) / parts - low))
            }
        }
        return pieces
    }
}
