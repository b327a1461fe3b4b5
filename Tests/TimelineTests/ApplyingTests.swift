import TestKit
import Testing
import Timeline

@Suite struct ApplyingTests {
    private let timeline = Timeline(
        segments: ["a", "b", "c", "d", "e"].map {
            Segment(
                id: $0,
                media: $0,
                kind: .photo,
                name: "\($0).jpg",
                size: PixelSize(width: 3, height: 2),
                duration: Milliseconds(4000)
            )
        },
        texts: [TextSegment(id: "t", text: "Hello")]
    )

    private func order(after command: EditCommand) throws -> String {
        try timeline.applying(command).timeline.segments.map(\.id).joined()
    }

    @Test func everySequenceOfEditsIsTakenBackExactly() throws {
        var random = Random(seed: 1)
        var applied = 0
        for _ in 0..<3000 {
            let original = random.timeline(segments: 0...7)
            var now = original
            var inverses: [EditCommand] = []
            for _ in 0..<random.number(1...12) {
                guard let (changed, inverse) = try? now.applying(random.command(for: now)) else { continue }
                // The inverse of the inverse is the command's effect again.
                let (back, forth) = try changed.applying(inverse)
                #expect(back == now)
                #expect(try back.applying(forth).timeline == changed)
                now = changed
                inverses.append(inverse)
                applied += 1
            }
            for inverse in inverses.reversed() { now = try now.applying(inverse).timeline }
            #expect(now == original)
        }
        #expect(applied > 10_000)
    }

    @Test func picturesAreInsertedRemovedAndReordered() throws {
        var new = timeline.segments[0]
        new.id = "n"
        #expect(try order(after: .insert(segments: [new], index: 0)) == "nabcde")
        #expect(try order(after: .insert(segments: [new], index: 5)) == "abcden")
        #expect(try order(after: .remove(segments: ["d", "a", "e"])) == "bc")
        #expect(try order(after: .reorder(segments: ["e", "d", "c", "b", "a"])) == "edcba")
    }

    @Test func aBatchIsMadeInItsOrder() throws {
        var new = timeline.segments[0]
        new.id = "n"
        let batch = EditCommand.batch([
            .insert(segments: [new], index: 5),
            .setDurations(["n": Milliseconds(1000)]),
            .remove(segments: ["a"]),
        ])
        let changed = try timeline.applying(batch).timeline
        #expect(changed.segments.map(\.id).joined() == "bcden")
        #expect(changed.segments.last?.duration == Milliseconds(1000))
    }

    @Test func wrongCommandsAreRefusedWithTheirReason() {
        func reason(_ command: EditCommand) -> EditError.Code? {
            do {
                _ = try timeline.applying(command)
                return nil
            } catch {
                #expect(error.message.hasSuffix("."))
                return error.code
            }
        }
        let known = timeline.segments[0]
        var new = known
        new.id = "n"
        var endless = new
        endless.duration = Milliseconds(.max)
        var song = new
        song.kind = .song
        var text = timeline.texts[0]
        text.id = "u"
        #expect(reason(.insert(segments: [new], index: 6)) == .indexOutOfRange)
        #expect(reason(.insert(segments: [new], index: -1)) == .indexOutOfRange)
        #expect(reason(.insert(segments: [known], index: 0)) == .duplicateID)
        #expect(reason(.insert(segments: [new, new], index: 0)) == .duplicateID)
        #expect(reason(.insert(segments: [endless], index: 0)) == .lengthOutOfRange)
        #expect(reason(.insert(segments: [song], index: 0)) == .notAPicture)
        #expect(reason(.remove(segments: ["a", "z"])) == .noSuchSegment)
        #expect(reason(.remove(segments: ["a", "a"])) == .duplicateID)
        #expect(reason(.reorder(segments: ["a", "b", "c", "d"])) == .notAPermutation)
        #expect(reason(.reorder(segments: ["a", "b", "c", "d", "d"])) == .notAPermutation)
        #expect(reason(.reorder(segments: ["a", "b", "c", "d", "z"])) == .notAPermutation)
        #expect(reason(.setDurations(["a": Milliseconds(99)])) == .lengthOutOfRange)
        #expect(reason(.setDurations(["a": Milliseconds(3_600_001)])) == .lengthOutOfRange)
        #expect(reason(.setDurations(["z": Milliseconds(1000)])) == .noSuchSegment)
        #expect(reason(.setMotions(["a": Motion(.zoomIn, focusX: .nan)])) == .valueOutOfRange)
        #expect(reason(.setMotions(["a": Motion(.zoomIn, strength: 3)])) == .valueOutOfRange)
        #expect(reason(.setLooks(["a": Look(nil, [.contrast: 101])])) == .valueOutOfRange)
        #expect(reason(.setLooks(["a": Look(nil, [.vignette: -1])])) == .valueOutOfRange)
        #expect(reason(.setLooks(["z": Look(.sepia)])) == .noSuchSegment)
        #expect(reason(.setSounds(["a": ClipSound(volume: 401)])) == .volumeOutOfRange)
        #expect(reason(.setSounds(["z": ClipSound(volume: 0)])) == .noSuchSegment)
        #expect(reason(.setTransitions(["b": Transition(.wipe, duration: Milliseconds(11_000))])) == .lengthOutOfRange)
        #expect(reason(.setSourceStarts(["a": Milliseconds(-1)])) == .valueOutOfRange)
        #expect(reason(.insertText(timeline.texts[0], index: 0)) == .duplicateID)
        #expect(reason(.insertText(text, index: 2)) == .indexOutOfRange)
        #expect(reason(.removeText("a")) == .noSuchText)
        #expect(reason(.updateText(text)) == .noSuchText)
        #expect(reason(.setMusic(Music(.mood(.piano, seed: 1), volume: 201))) == .volumeOutOfRange)
        #expect(reason(.setMusic(Music(.mood(.piano, seed: 1), volume: -1))) == .volumeOutOfRange)
        #expect(reason(.setDefaults(Timeline.Defaults(stillDuration: .zero))) == .lengthOutOfRange)
        #expect(reason(.batch([.setAspect(.square), .removeText("z")])) == .noSuchText)
    }

    @Test func aVideoIsAtMostSixHoursLong() throws {
        let hour = Milliseconds(3_600_000)
        let hours = Dictionary(uniqueKeysWithValues: timeline.segments.map { ($0.id, hour) })
        let long = try timeline.applying(.setDurations(hours)).timeline
        var sixth = timeline.segments[0]
        sixth.id = "six"
        sixth.duration = hour
        let full = try long.applying(.insert(segments: [sixth], index: 5)).timeline
        #expect(full.duration == Timeline.longestVideo)
        var more = sixth
        more.id = "seven"
        more.duration = Milliseconds(100)
        #expect(throws: EditError.self) { try full.applying(.insert(segments: [more], index: 0)) }
    }

    @Test func startsAndShownTransitions() throws {
        var timeline = timeline
        timeline.segments[1].duration = Milliseconds(600)
        timeline.segments[1].transition = Transition(.crossfade, duration: Milliseconds(1000))
        timeline.segments[2].transition = Transition(.slide, duration: Milliseconds(400))
        timeline.segments[0].transition = Transition(.wipe)
        timeline.texts[0].start = Milliseconds(1234)
        #expect(timeline.start(of: "a") == .zero)
        #expect(timeline.start(of: "c") == Milliseconds(4600))
        #expect(timeline.start(of: "t") == Milliseconds(1234))
        #expect(timeline.start(of: "z") == nil)
        #expect(timeline.starts.map(\.rawValue) == [0, 4000, 4600, 8600, 12600])
        #expect(timeline.shownTransition(into: 0) == .cut)
        #expect(timeline.shownTransition(into: 1).duration == Milliseconds(600))
        #expect(timeline.shownTransition(into: 2).duration == Milliseconds(400))
    }

    @Test(arguments: [(0, 0), (16, 0), (17, 1), (33, 1), (50, 2), (100, 3), (3967, 119), (4000, 120), (-17, -1)])
    func lengthsAreRoundedToFrames(milliseconds: Int, frames: Int) {
        #expect(Milliseconds(milliseconds).frames == frames)
    }

    @Test func framesGoToMillisecondsAndBack() {
        for frame in -1000...100_000 where Milliseconds.frames(frame).frames != frame {
            Issue.record("frame \(frame)")
        }
        #expect(Milliseconds.frames(119) == Milliseconds(3967))
    }
}
