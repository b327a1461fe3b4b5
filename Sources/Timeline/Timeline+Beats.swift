extension Timeline {
    /// The lengths that put the cuts on the music's beats: each interior cut on the nearest beat that no other cut
    /// takes, as far as no picture becomes shorter than half a second by it. Lengths that the person gave stay as they
    /// are; where they leave no freedom, so does the cut, and a picture of a given length begins on the beat. The
    /// length of the video stays the same to the millisecond.
    ///
    /// Every snapped cut lies on the frame nearest to its beat when each segment is rounded to frames by itself.
    ///
    /// - Returns: the lengths that change, for ``EditCommand/setDurations(_:)``; empty when nothing does.
    public func durations(snappedTo beats: BeatGrid) -> [SegmentID: Milliseconds] {
        let blocks = rigidBlocks
        guard blocks.count > 2 else { return [:] }
        let end = blocks[blocks.count - 1].start / Tick.perFrame
        let beatFrames = beats.frames(through: end)
        guard !beatFrames.isEmpty else { return [:] }
        let places = BeatFitting(blocks: blocks, beats: beatFrames).places()
        guard !Set(places.dropFirst().dropLast()).isDisjoint(with: beatFrames) else { return [:] }

        var changed: [SegmentID: Milliseconds] = [:]
        var rest = duration
        for segment in segments where segment.durationPinned { rest = rest - segment.duration }
        for (number, block) in blocks.dropLast().enumerated() {
            let start = places[number] + block.frames
            // The last free segment takes what the rounding of the others to milliseconds left.
            let isLast = number == blocks.count - 2
            let length = isLast ? rest : Milliseconds.frames(places[number + 1]) - Milliseconds.frames(start)
            rest = rest - length
            let segment = segments[block.next]
            if segment.duration != length { changed[segment.id] = length }
        }
        return changed
    }

    /// Segments of given lengths, which keep together, between the free ones: block, free segment, block … The first
    /// block lies at the start and the last one at the end of the video; blocks may be empty.
    private var rigidBlocks: [BeatFitting.Block] {
        var blocks: [BeatFitting.Block] = []
        var block = BeatFitting.Block(start: 0, frames: 0, next: 0, room: 0)
        var now = 0
        for (index, segment) in segments.enumerated() {
            if segment.durationPinned {
                // As long as it will be on the screen, which its milliseconds need not be.
                block.frames += segment.duration.frames
                now += segment.duration.frames * Tick.perFrame
            } else {
                let length = segment.duration.rawValue * Tick.perMillisecond
                block.next = index
                block.room = min(Milliseconds(500).frames, length / Tick.perFrame)
                blocks.append(block)
                now += length
                block = BeatFitting.Block(start: now, frames: 0, next: 0, room: 0)
            }
        }
        blocks.append(block)
        return blocks
    }
}

/// A unit in which both milliseconds and frames are whole.
private enum Tick {
    static let perMillisecond = 3
    static let perFrame = 3 * 1000 / FrameRate.framesPerSecond
}

/// Finds the frames at which the blocks begin.
struct BeatFitting {
    struct Block {
        /// Where it begins now, in ticks.
        var start: Int
        /// How long it is.
        var frames: Int
        /// The free segment behind it.
        var next: Int
        /// The fewest frames that segment must keep.
        var room: Int

        var startFrame: Int { start / Tick.perFrame }
    }

    let blocks: [Block]
    let beats: [Int]

    /// Beats that are tried on each side of a cut.
    private static let reach = 6
    /// A cut does not move farther than 3 s.
    private static let farthest = 3000 * Tick.perMillisecond
    /// What a cut off the beat costs, as the square of a distance: as much as moving one by 4 s.
    private static let offBeat = (4000 * Tick.perMillisecond) * (4000 * Tick.perMillisecond)

    /// The cheapest way through the blocks' candidate places, by dynamic programming.
    func places() -> [Int] {
        struct Step {
            var place: Int
            var cost: Int
            var previous: Int
        }
        var steps = [[Step(place: 0, cost: 0, previous: 0)]]
        for number in blocks.indices.dropFirst() {
            let before = blocks[number - 1]
            let isEnd = number == blocks.count - 1
            let candidates = isEnd ? [(blocks[number].startFrame, 0)] : candidates(for: blocks[number])
            var level: [Step] = []
            level.reserveCapacity(candidates.count)
            for (place, cost) in candidates {
                var best: Step?
                for (index, step) in steps[number - 1].enumerated()
                where step.place + before.frames + before.room <= place && step.cost + cost < best?.cost ?? .max {
                    best = Step(place: place, cost: step.cost + cost, previous: index)
                }
                if let best { level.append(best) }
            }
            steps.append(level)
        }
        // Every block's present place is among its candidates, so a way through always exists.
        var places = [Int](repeating: 0, count: blocks.count)
        var index = steps[blocks.count - 1].indices.first
        for number in blocks.indices.reversed() {
            guard let step = index.map({ steps[number][$0] }) else { break }
            places[number] = step.place
            index = step.previous
        }
        return places
    }

    /// Where a block may begin and what that costs: on a beat near its present place, or where it is.
    private func candidates(for block: Block) -> [(place: Int, cost: Int)] {
        let now = block.start
        let next = beats.partitioningIndex { $0 * Tick.perFrame >= now }
        var candidates = [(place: block.startFrame, cost: BeatFitting.offBeat)]
        for beat in beats[max(next - BeatFitting.reach, 0)..<min(next + BeatFitting.reach, beats.count)] {
            let distance = abs(beat * Tick.perFrame - now)
            if distance <= BeatFitting.farthest { candidates.append((beat, distance * distance)) }
        }
        return candidates
    }
}
