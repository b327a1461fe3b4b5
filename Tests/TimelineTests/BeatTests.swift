import TestKit
import Testing
import Timeline

@Suite struct BeatTests {
    private func timeline(_ lengths: [Int], pinned: Set<Int> = []) -> Timeline {
        Timeline(
            segments: lengths.enumerated().map { index, length in
                Segment(
                    id: "s\(index)",
                    media: "m\(index)",
                    kind: .photo,
                    name: "\(index).jpg",
                    size: PixelSize(width: 3, height: 2),
                    duration: Milliseconds(length),
                    durationPinned: pinned.contains(index)
                )
            }
        )
    }

    private func snap(_ timeline: Timeline, to beats: BeatGrid) throws -> Timeline {
        try timeline.applying(.setDurations(timeline.durations(snappedTo: beats))).timeline
    }

    /// When the cuts are seen, in ms: each segment is rounded to frames by itself.
    private func cuts(_ timeline: Timeline) -> [Double] {
        var frames = 0
        return timeline.segments.dropLast().map { segment in
            frames += segment.duration.frames
            return Double(frames) * 1000 / 30
        }
    }

    private func distance(_ cut: Double, to beats: [Double]) -> Double {
        beats.map { abs($0 - cut) }.min() ?? .infinity
    }

    @Test func cutsGoToTheNearestBeats() throws {
        let snapped = try snap(timeline([4000, 4000, 4000, 4000, 4000]), to: .steady(period: 60_000 / 84))
        // Beats at 84 a minute: 714.3 ms; the nearest to 4, 8, 12 and 16 s are the 6th, 11th, 17th and 22nd.
        #expect(cuts(snapped).map { ($0 / (60_000 / 84)).rounded() } == [6, 11, 17, 22])
        #expect(snapped.duration == Milliseconds(20_000))
    }

    @Test func everyFreeCutOfRandomTimelinesLiesWithinAFrameOfItsBeat() throws {
        var random = Random(seed: 5)
        for _ in 0..<400 {
            let lengths = (0..<random.number(2...40)).map { _ in random.number(1200...8000) }
            let original = timeline(lengths)
            let period = Double(random.number(300_000...1_000_000)) / 1000
            let beats = (0...Int(original.duration.rawValue / 300 + 2)).map { Double($0) * period }
            let grid: BeatGrid =
                random.isTrue() ? .steady(period: period) : .found(beats.map { Milliseconds(Int($0.rounded())) })
            let snapped = try snap(original, to: grid)
            #expect(snapped.duration == original.duration)
            let cuts = cuts(snapped)
            for (cut, next) in zip(cuts, cuts.dropFirst()) { #expect(next - cut >= 499) }
            for cut in cuts { #expect(distance(cut, to: beats) <= 17.5) }
            let again = snapped.durations(snappedTo: grid)
            #expect(again.isEmpty, "what lies on the beat stays there")
        }
    }

    @Test func lengthsThePersonGaveAreKept() throws {
        var random = Random(seed: 6)
        for _ in 0..<400 {
            let count = random.number(2...30)
            let lengths = (0..<count).map { _ in random.number(1200...6000) }
            let pinned = Set((0..<count).filter { _ in random.isTrue(oneIn: 3) })
            let original = timeline(lengths, pinned: pinned)
            let period = Double(random.number(300_000...900_000)) / 1000
            let snapped = try snap(original, to: .steady(period: period))
            #expect(snapped.duration == original.duration)
            for index in pinned { #expect(snapped.segments[index].duration == original.segments[index].duration) }
            // A cut behind a free segment is free to move, unless only given lengths follow it.
            let free = (0..<count).filter { !pinned.contains($0) }
            let beats = (0...(original.duration.rawValue / 300 + 2)).map { Double($0) * period }
            for index in free.dropLast() { #expect(distance(cuts(snapped)[index], to: beats) <= 17.5) }
        }
    }

    @Test func noPictureBecomesShorterThanHalfASecond() throws {
        let snapped = try snap(timeline([600, 700, 650, 600, 700, 5000]), to: .steady(period: 1000))
        for segment in snapped.segments { #expect(segment.duration >= Milliseconds(490)) }
        #expect(Set(cuts(snapped)).count == 5)
        #expect(snapped.duration == Milliseconds(8250))
        // The second cut could only reach a beat 300 ms behind the first one's.
        let close = try snap(timeline([600, 600, 5000]), to: .found([Milliseconds(500), Milliseconds(800)]))
        #expect(close.segments.map(\.duration.rawValue) == [500, 700, 5000])
    }

    @Test func givenLengthsCountAsLongAsTheyAreSeen() throws {
        // Forty pictures of 1016 ms are seen for 30 frames, 1000 ms, each. The last one's 0.7 s leave no 0.4 s to give,
        // though the picture before it ends 0.64 s earlier than its milliseconds say.
        let lengths = [2000] + [Int](repeating: 1016, count: 40) + [700]
        let original = timeline(lengths, pinned: Set(1...40))
        #expect(original.durations(snappedTo: .found([Milliseconds(2400)])).isEmpty)
        let snapped = try snap(original, to: .found([Milliseconds(2100)]))
        #expect(snapped.segments.first?.duration == Milliseconds(2100))
        #expect(snapped.segments.last?.duration == Milliseconds(600))
    }

    @Test func cutsFarFromAnyBeatStay() throws {
        let original = timeline([4000, 4000, 4000, 4000])
        let snapped = try snap(original, to: .found([Milliseconds(12_100), Milliseconds(12_700)]))
        let seen = cuts(snapped)
        #expect(abs(seen[0] - 4000) <= 34 && abs(seen[1] - 8000) <= 34)
        #expect(abs(seen[2] - 12_100) <= 17)
        #expect(original.durations(snappedTo: .found([])).isEmpty)
        #expect(original.durations(snappedTo: .found([Milliseconds(900_000)])).isEmpty)
    }

    @Test func gridsThatAreNoneChangeNothing() {
        let original = timeline([4000, 4000])
        for period in [0, -1, .nan, .infinity, 1e-300, 1e300] {
            #expect(original.durations(snappedTo: .steady(period: period)).isEmpty)
        }
        #expect(timeline([]).durations(snappedTo: .steady(period: 500)).isEmpty)
        #expect(timeline([4000]).durations(snappedTo: .steady(period: 700)).isEmpty)
        #expect(timeline([4100, 4000], pinned: [0, 1]).durations(snappedTo: .steady(period: 700)).isEmpty)
    }

    @Test func beatsOutOfOrderOrRangeAreSurvived() throws {
        let found: [Int] = [9000, -5, 4100, .max, 4100, 0, .min]
        let snapped = try snap(timeline([4000, 4000]), to: .found(found.map { Milliseconds($0) }))
        #expect(abs(cuts(snapped)[0] - 4100) <= 17)
    }
}
