import TestKit
import Testing
import Timeline

@Suite struct MotionTests {
    private func photos(_ count: Int, _ width: Int = 3, _ height: Int = 2) -> [Segment] {
        (0..<count).map { number in
            Segment(
                id: "s\(number)",
                media: "medium \(number)",
                kind: .photo,
                name: "\(number).jpg",
                size: PixelSize(width: width, height: height),
                duration: Milliseconds(4000)
            )
        }
    }

    private func moves(_ segments: [Segment], _ aspect: Aspect = .landscape) -> [Move] {
        let motions = MotionChooser.motions(for: segments, in: aspect)
        return segments.map { motions[$0.id]?.move ?? .none }
    }

    private func haveAlikeNeighbours(_ moves: [Move]) -> Bool {
        zip(moves, moves.dropFirst()).contains { $0 == $1 && $0 != .none }
    }

    @Test func neighboursNeverMoveAlikeAndEveryStillMoves() {
        for (width, height) in [(3, 2), (4, 3), (2, 3), (1, 1), (16, 9), (9, 16), (4, 1), (1, 4), (100, 1)] {
            for aspect in Aspect.allCases {
                let moves = moves(photos(60, width, height), aspect)
                #expect(!haveAlikeNeighbours(moves))
                #expect(!moves.contains(.none))
            }
        }
    }

    @Test func aSetOfPhotosDoesNotLookMechanical() {
        let moves = moves(photos(40))
        #expect(Set(moves).count >= 4)
        // No short pattern repeats through the whole set.
        for period in 1...4 { #expect(Array(moves.dropFirst(period)) != Array(moves.dropLast(period))) }
        // Zooms alternate, whatever lies between them.
        let zooms = moves.filter { $0 == .zoomIn || $0 == .zoomOut }
        #expect(zip(zooms, zooms.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func theChoiceIsTheSameAtEveryRun() {
        let motions = MotionChooser.motions(for: photos(6))
        #expect(motions == MotionChooser.motions(for: photos(6)))
        // Written down: a change here changes videos that people have rendered before.
        #expect(
            photos(6).map { motions[$0.id]?.move.rawValue }
                == ["zoom-in", "pan-up", "pan-left", "zoom-out", "pan-left", "pan-down"]
        )
    }

    @Test func theMoveFitsTheShape() {
        #expect(Set(moves(photos(9, 4, 1))).isSubset(of: [.panLeft, .panRight]))
        // What is cut off most is panned over most.
        var tall = photos(40, 2, 3)
        for index in tall.indices { tall[index].fit = .fill }
        #expect(moves(tall).count { $0.isPan(alongWidth: false) } > 15)
        // Seen whole on its blurred copy, it stays between the edges that it touches, and moves gently.
        let whole = MotionChooser.motions(for: photos(40, 2, 3))
        #expect(Set(whole.values.map(\.move)) == [.zoomIn, .zoomOut, .panLeft, .panRight])
        #expect(whole.values.allSatisfy { $0.strength < 0.1 })
    }

    @Test func clipsStandStillAndPinnedMotionsStay() {
        var segments = photos(5)
        segments[1].kind = .clip
        segments[1].motion = Motion(.zoomIn)
        segments[2].motion = Motion(.panUp, strength: 0.3, pinned: true)
        segments[3].motion = Motion(.panUp, pinned: true)
        segments[4].motion = Motion(.none, pinned: true)
        let motions = MotionChooser.motions(for: segments)
        #expect(motions["s1"]?.move == Move.none)
        #expect(motions["s2"] == segments[2].motion)
        #expect(motions["s3"] == segments[3].motion)
        #expect(motions["s4"] == segments[4].motion)
    }

    @Test func anEditChoosesAnewOnlyWhatMustChange() throws {
        var random = Random(seed: 8)
        for round in 0..<500 {
            var timeline = MotionChooser.refreshed(Timeline(segments: photos(12)))
            #expect(timeline.motionRefresh().isEmpty)
            let ids = timeline.segments.map(\.id)
            var new = photos(1)[0]
            new.id = "new"
            new.media = "new \(round)"
            let command: EditCommand =
                switch random.number(0...2) {
                case 0: .insert(segments: [new], index: random.number(0...12))
                case 1: .remove(segments: [random.pick(ids)])
                default: .reorder(segments: ids.shuffled(using: &random))
                }
            timeline = try timeline.applying(command).timeline
            let changes = timeline.motionRefresh()
            let refreshed = try timeline.applying(.setMotions(changes)).timeline
            #expect(!haveAlikeNeighbours(refreshed.segments.map(\.motion.move)))
            #expect(refreshed == MotionChooser.refreshed(timeline))
            for (index, segment) in timeline.segments.enumerated() where changes[segment.id] != nil {
                let isUnchosen = segment.motion.move == .none
                let isLater = index > 0 && refreshed.segments[index - 1].motion.move == segment.motion.move
                #expect(isUnchosen || isLater)
            }
            if case .insert = command { #expect(changes.count <= 2) }
            if case .remove = command { #expect(changes.count <= 1) }
        }
    }

    @Test func beforeAPinnedNeighbourTheEarlierOneGivesWay() {
        var segments = photos(2)
        segments[0].motion = Motion(.zoomIn)
        segments[1].motion = Motion(.zoomIn, pinned: true)
        let changes = Timeline(segments: segments).motionRefresh()
        #expect(Array(changes.keys) == ["s0"])
        #expect(changes["s0"]?.move != .zoomIn)
    }

    @Test func automaticFit() {
        func fills(_ width: Int, _ height: Int, _ aspect: Aspect, _ move: Move = .none) -> Bool {
            var photo = photos(1, width, height)[0]
            photo.motion = Motion(move)
            return photo.fills(aspect)
        }
        #expect(fills(3, 2, .landscape))
        #expect(fills(4, 3, .landscape))
        #expect(!fills(1, 1, .landscape))
        #expect(!fills(2, 3, .landscape))
        #expect(!fills(9, 16, .landscape, .panUp))
        // A panorama fills while the camera travels along it, and is seen whole otherwise.
        #expect(fills(4, 1, .landscape, .panLeft))
        #expect(fills(1, 3, .landscape, .panDown))
        #expect(fills(4, 1, .portrait, .panRight))
        #expect(!fills(4, 1, .landscape, .zoomIn))
        #expect(!fills(4, 1, .landscape))
        #expect(fills(2, 3, .portrait))
        #expect(!fills(3, 2, .portrait))
        #expect(fills(1, 1, .tall))
    }
}
