import TestKit
import Testing

@testable import Timeline

/// Many sets of photos as people have them: of all shapes, with and without faces.
@Suite struct MotionVarietyTests {
    private static let shapes = [(3, 2), (3, 2), (4, 3), (16, 9), (2, 3), (3, 4), (1, 1), (9, 16)]

    private func photo(_ id: SegmentID, _ random: inout Random) -> Segment {
        let (width, height) = random.pick(Self.shapes)
        let x = Double(random.number(10...80)) / 100
        let y = Double(random.number(10...80)) / 100
        let faces = random.isTrue() ? [UnitRect(x: x, y: y, width: 0.1, height: 0.1)] : []
        return Segment(
            id: id,
            media: "\(id) \(random.number(0...1_000_000))",
            kind: .photo,
            name: "\(id).jpg",
            size: PixelSize(width: 1000 * width, height: 1000 * height),
            duration: Milliseconds(4000),
            subject: random.isTrue() ? Subject(faces: faces, focus: UnitPoint(x: x, y: y)) : nil
        )
    }

    private func moves(_ timeline: Timeline) -> [Move] {
        timeline.segments.map { $0.shownMove(in: timeline.aspect.ratio) }
    }

    @Test func noNeighboursMoveAlikeAndNoMoveIsWornOut() {
        var random = Random(seed: 11)
        for _ in 0..<150 {
            let count = random.number(2...40)
            var timeline = Timeline(aspect: random.pick(Aspect.allCases))
            timeline.segments = (0..<count).map { photo("s\($0)", &random) }
            timeline = MotionChooser.refreshed(timeline)
            let moves = moves(timeline)
            #expect(zip(moves, moves.dropFirst()).allSatisfy { $0 != $1 })
            #expect(!moves.contains(.none))
            for start in moves.indices.dropLast(7) {
                let eight = moves[start..<start + 8]
                #expect(Set(eight).count >= 3)
                #expect(Dictionary(grouping: eight) { $0 }.values.allSatisfy { $0.count <= 4 })
            }
            if count >= 20 {
                let most = Dictionary(grouping: moves) { $0 }.values.map(\.count).max() ?? 0
                #expect(most * 2 <= count, "\(moves)")
                // Extent and focus differ as much as moves do.
                #expect(Set(timeline.segments.map(\.motion.strength)).count >= 5)
                #expect(Set(timeline.segments.map { [$0.motion.focusX, $0.motion.focusY] }).count >= count / 3)
            }
        }
    }

    @Test func anEditChoosesAnewItsNeighboursAtMost() throws {
        var random = Random(seed: 12)
        for round in 0..<300 {
            var timeline = Timeline(aspect: random.pick(Aspect.allCases))
            timeline.segments = (0..<14).map { photo("s\($0)", &random) }
            timeline = MotionChooser.refreshed(timeline)
            let index = random.number(0...13)
            let isInsert = random.isTrue()
            let command: EditCommand =
                isInsert
                ? .insert(segments: [photo("new \(round)", &random)], index: index)
                : .remove(segments: ["s\(index)"])
            let edited = try timeline.applying(command).timeline
            let refreshed = MotionChooser.refreshed(edited)
            let moves = moves(refreshed)
            #expect(zip(moves, moves.dropFirst()).allSatisfy { $0 != $1 })
            for (place, segment) in refreshed.segments.enumerated() where segment != edited.segments[place] {
                #expect((index - 1...index + 1).contains(place), "\(command)")
            }
        }
    }

    @Test func whatWasSaidStaysInAnotherShape() {
        var random = Random(seed: 13)
        for _ in 0..<50 {
            var timeline = Timeline(aspect: .landscape)
            timeline.segments = (0..<10).map { photo("s\($0)", &random) }
            timeline = MotionChooser.refreshed(timeline)
            timeline.segments[3].motion = Motion(.panLeft, strength: 0.2, pinned: true)
            timeline.segments[5].motion.focusPinned = true
            timeline.segments[6].motion.strengthPinned = true
            for aspect in Aspect.allCases {
                let other = timeline.reframed(to: aspect)
                #expect(other.segments[3].motion == timeline.segments[3].motion)
                #expect(other.segments[5].motion.focusX == timeline.segments[5].motion.focusX)
                #expect(other.segments[5].motion.focusPinned)
                #expect(other.segments[6].motion.strength == timeline.segments[6].motion.strength)
            }
        }
    }
}
