/// Chooses how a chord is laid out over the keys, so that each voice moves little from chord to chord.
struct VoiceLeader {
    /// Where the hand may play.
    var range: ClosedRange<Int>
    var voices: Int
    /// The bass plays the root, the hand the rest.
    var rootless: Bool
    private(set) var previous: [Int] = []

    init(range: ClosedRange<Int>, voices: Int, rootless: Bool = false) {
        self.range = range
        self.voices = voices
        self.rootless = rootless
    }

    /// The pitches for `chord`, ascending.
    mutating func lead(to chord: Chord) -> [Int] {
        var tones = rootless && chord.tones.count > 3 ? chord.upperTones : chord.tones
        tones = Array(tones.prefix(voices)).sorted()
        var best: [Int] = []
        var lowestCost = Int.max
        for layout in layouts(of: tones) {
            let cost = self.cost(of: layout)
            if cost < lowestCost {
                lowestCost = cost
                best = layout
            }
        }
        previous = best
        return best
    }

    /// Every close layout of the tones in the range, and each with its second voice from the top an octave lower.
    private func layouts(of tones: [Int]) -> [[Int]] {
        var found: [[Int]] = []
        for lowest in range where tones.contains(lowest % 12) {
            var layout = [lowest]
            while layout.count < voices {
                let last = layout[layout.count - 1]
                guard let next = (last + 1...last + 12).first(where: { tones.contains($0 % 12) }) else { break }
                layout.append(next)
            }
            guard layout[layout.count - 1] <= range.upperBound else { break }
            found.append(layout)
            if layout.count >= 4 {
                var open = layout
                open[open.count - 2] -= 12
                open.sort()
                if range.contains(open[0]) { found.append(open) }
            }
        }
        return found
    }

    private func cost(of layout: [Int]) -> Int {
        var cost = 0
        for (low, high) in zip(layout, layout.dropFirst()) where high - low == 1 {
            cost += 30
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        let centre = layout.reduce(0, +) / max(layout.count, 1)
        cost += abs(centre - middle) / (previous.isEmpty ? 1 : 3)
        guard previous.count == layout.count, let top = layout.last, let topBefore = previous.last else { return cost }
        for (now, before) in zip(layout, previous) {
            cost += 2 * abs(now - before)
        }
        // The top voice is heard as a line of its own.
        return cost + abs(top - topBefore)
    }
}
