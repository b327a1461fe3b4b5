import Foundation
import StudioAPI
import TestKit
import Testing
import Timeline

@Suite struct DraftTests {
    private func timeline(_ random: inout Random) -> Timeline {
        func transition() -> Transition {
            Transition(
                random.pick(TransitionStyle.allCases),
                duration: Milliseconds(random.number(1...10_000)),
                direction: random.pick(Direction.allCases),
                easing: random.isTrue() ? random.pick(Easing.allCases) : nil
            )
        }
        func look() -> Look {
            var look = Look(random.isTrue() ? random.pick(Filter.allCases) : nil)
            for adjustment in Adjustment.allCases { look[adjustment] = random.pick(Array(adjustment.range)) }
            if random.isTrue() {
                look.table = Look.Table(
                    media: random.text(),
                    name: random.text(),
                    strength: random.isTrue() ? 100 : random.number(1...100)
                )
            }
            return look
        }
        func subject() -> Subject {
            let faces = (0..<random.number(0...3)).map { _ in
                UnitRect(
                    x: random.part() / 2,
                    y: random.part() / 2,
                    width: random.part() / 2,
                    height: random.part() / 2
                )
            }
            return Subject(faces: faces, focus: UnitPoint(x: random.part(), y: random.part()))
        }
        var timeline = Timeline(aspect: random.pick(Aspect.allCases), cutsOnBeat: random.isTrue())
        timeline.defaults = Timeline.Defaults(
            stillDuration: Milliseconds(random.number(100...3_600_000)),
            transition: transition()
        )
        for number in 0..<random.number(0...5) {
            timeline.segments.append(
                Segment(
                    id: "s\(number)" + random.text(),
                    media: random.text(),
                    kind: random.pick([.photo, .animation, .clip]),
                    name: random.text(),
                    size: PixelSize(width: random.number(0...100_000), height: random.number(0...100_000)),
                    duration: Milliseconds(random.number(100...3_600_000)),
                    durationPinned: random.isTrue(),
                    sourceStart: Milliseconds(random.isTrue() ? 0 : random.number(0...1_000_000)),
                    fit: random.pick(Fit.allCases),
                    motion: Motion(
                        random.pick(Move.allCases),
                        focusX: random.part(),
                        focusY: random.isTrue() ? 1 : random.part(),
                        strength: random.isTrue() ? 0 : random.part(),
                        pinned: random.isTrue(),
                        focusPinned: random.isTrue(),
                        strengthPinned: random.isTrue()
                    ),
                    subject: random.isTrue() ? subject() : nil,
                    transition: transition(),
                    look: random.isTrue() ? .plain : look(),
                    sound: ClipSound(volume: random.number(0...400), ducksMusic: random.isTrue())
                )
            )
        }
        for number in 0..<random.number(0...3) {
            timeline.texts.append(
                TextSegment(
                    id: "t\(number)" + random.text(),
                    text: random.text(),
                    start: Milliseconds(random.number(0...1_000_000)),
                    duration: Milliseconds(random.number(100...100_000)),
                    style: TextStyle(
                        position: random.pick(TextPosition.allCases),
                        color: random.text(),
                        size: max(random.part(), 1e-9),
                        fadeIn: Milliseconds(random.number(0...9000)),
                        fadeOut: Milliseconds(random.number(0...9000))
                    )
                )
            )
        }
        let source: Music.Source =
            random.isTrue()
            ? .mood(random.pick(Mood.allCases), seed: random.pick([0, -1, .max, .min, 42]))
            : .song(media: random.text(), name: random.text())
        if !random.isTrue(oneIn: 4) { timeline.music = Music(source, volume: random.number(0...200)) }
        return timeline
    }

    @Test func everyTimelineComesBackFromItsDraft() throws {
        var random = Random(seed: 10)
        for _ in 0..<250 {
            let timeline = timeline(&random)
            try timeline.check()
            let draft = Draft(timeline)
            #expect(try Timeline(draft) == timeline)
            // Over the wire too, scalar by scalar: Swift's == takes two spellings of "é" for the same.
            let bytes = try JSONEncoder().encode(draft)
            let received = try Timeline(JSONDecoder().decode(Draft.self, from: bytes))
            #expect(received == timeline)
            for (one, other) in zip(received.texts, timeline.texts) {
                #expect(Array(one.text.unicodeScalars) == Array(other.text.unicodeScalars))
            }
            let digest = DraftDigest(try #require(RawJSON(Array(bytes))))
            #expect(digest.timeline == timeline)
            #expect(digest.summary == timeline.summary)
            #expect(digest.summary(in: .chinese) == timeline.summary(in: .chinese))
            #expect(digest.isReady == timeline.isReady)
        }
    }

    @Test func theWireFormIsTheOneOfTheContract() throws {
        let timeline = Timeline(
            segments: [
                Segment(
                    id: "s1",
                    media: "abc",
                    kind: .clip,
                    name: "city timelapse.mp4",
                    size: PixelSize(width: 1920, height: 1080),
                    duration: .seconds(10)
                )
            ],
            texts: [TextSegment(id: "t1", text: "Urban Dreams", style: TextStyle(position: .topCenter))],
            music: Music(.mood(.lofi, seed: 3))
        )
        let draft = Draft(timeline)
        #expect(draft.d == 10_000)
        #expect(draft.t.map(\.tt) == [0, 1, 7])
        #expect(draft.t.map { $0.sg.map(\.d) } == [[10_000], [10_000], [3000]])
        #expect(draft.t[0].sg[0].m["name"] == "city timelapse.mp4")
        #expect(draft.t[1].sg[0].m["name"] == "Lo-fi")
        #expect(draft.t[1].sg[0].m["volume"] == 0.35)
        #expect(draft.t[2].sg[0].m["text"] == "Urban Dreams")
        #expect(draft.t[2].sg[0].m["color"] == "white")
        #expect(draft.t[2].sg[0].m["position"] == "top-center")
    }

    @Test func keysOfLaterVersionsAreIgnored() throws {
        var random = Random(seed: 11)
        for _ in 0..<50 {
            let timeline = timeline(&random)
            var draft = Draft(timeline)
            draft.m["mood_board"] = ["x": [1, 2]]
            for track in draft.t.indices {
                for segment in draft.t[track].sg.indices { draft.t[track].sg[segment].m["filter"] = "sepia" }
            }
            #expect(try Timeline(draft) == timeline)
        }
    }

    @Test func draftsThatAreNotOursAreRefusedWithTheReason() {
        func reason(_ change: (inout Draft) -> Void) -> DraftError.Code? {
            var draft = Draft(
                Timeline(
                    segments: [
                        Segment(
                            id: "s",
                            media: "m",
                            kind: .photo,
                            name: "a.jpg",
                            size: PixelSize(width: 1, height: 1),
                            duration: .seconds(1)
                        )
                    ],
                    music: Music(.mood(.piano, seed: 1))
                )
            )
            change(&draft)
            do {
                _ = try Timeline(draft)
                return nil
            } catch {
                #expect(error.message.hasSuffix("."))
                return error.code
            }
        }
        #expect(reason { _ in } == nil)
        #expect(reason { $0.m = ["rev": 3] } == .foreign)
        #expect(reason { $0.m["kinora"] = "1" } == .foreign)
        #expect(reason { $0.m["kinora"] = 3 } == .newer)
        #expect(reason { $0.m["kinora"] = 1 } == nil)
        let unknown: JSONValue = ["style": "page curl", "duration_ms": 5, "direction": "left"]
        #expect(reason { $0.m["transition"]? = unknown } == .newer)
        #expect(reason { $0.m["aspect"] = "3:1" } == .newer)
        #expect(reason { $0.m["aspect"] = 3 } == .damaged)
        #expect(reason { $0.m["transition"] = ["style": "cut"] } == .damaged)
        #expect(reason { $0.t[0].sg[0].m["id"] = nil } == .damaged)
        #expect(reason { $0.t[0].sg[0].m["width"] = "wide" } == .damaged)
        #expect(reason { $0.t[0].sg[0].d = 5 } == .damaged)
        #expect(reason { $0.t[0].sg[0].d = .max } == .damaged)
        #expect(reason { $0.t[0].sg.append($0.t[0].sg[0]) } == .damaged)
        #expect(reason { $0.t[1].sg.append($0.t[1].sg[0]) } == .damaged)
        #expect(reason { $0.t[1].sg[0].m["volume"] = 1e300 } == .damaged)
        #expect(reason { $0.t[1].sg[0].m["volume"] = 3 } == .damaged)
        #expect(reason { $0.t[0].tt = 4 } == .damaged)
    }
}
