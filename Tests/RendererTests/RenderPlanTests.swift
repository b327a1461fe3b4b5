import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

@Suite struct RenderPlanTests {
    static let settings = VideoSettings(size: PixelSize(width: 1920, height: 1080), quality: .high)

    static func photo(
        _ name: String,
        ms: Int = 4000,
        transition: Transition = Transition(.crossfade),
        move: Move = .zoomIn
    ) -> Segment {
        Segment(
            id: "s-\(name)",
            media: "m-\(name)",
            kind: .photo,
            name: "\(name).jpg",
            size: PixelSize(width: 4000, height: 3000),
            duration: Milliseconds(ms),
            motion: Motion(move),
            transition: transition
        )
    }

    func names(_ timeline: Timeline) throws -> [String] {
        try RenderPlan(timeline, settings: Self.settings).chunks.map { try $0.description.name() }
    }

    @Test func everyFrameIsInExactlyOneChunk() throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<300 {
            let timeline = Timeline.random(using: &random)
            let plan = RenderPlan(timeline, settings: Self.settings)
            let expected = timeline.segments.reduce(0) { $0 + max(($1.duration.rawValue * 30 + 500) / 1000, 1) }
            #expect(plan.frames == expected)
            var next = 0
            for chunk in plan.chunks {
                #expect(chunk.start == next)
                #expect(chunk.description.frames == chunk.description.scenes.reduce(0) { $0 + $1.frames })
                #expect(chunk.description.scenes.allSatisfy { $0.frames > 0 })
                next += chunk.description.frames
            }
            #expect(next == expected)
        }
    }

    @Test func noChunkIsTooShortOrTooLong() throws {
        var random = SplitMix(seed: 12)
        for _ in 0..<300 {
            let plan = RenderPlan(Timeline.random(using: &random), settings: Self.settings)
            let lengths = plan.chunks.map(\.description.frames)
            #expect(lengths.allSatisfy { $0 <= RenderPlan.longestChunk })
            #expect(lengths.count == 1 || lengths.allSatisfy { $0 >= RenderPlan.shortestChunk })
        }
    }

    @Test func aVideoOfThreeFramesIsOneChunk() throws {
        let plan = RenderPlan(Timeline(segments: [Self.photo("a", ms: 100)]), settings: Self.settings)
        #expect(plan.chunks.map(\.description.frames) == [3])
    }

    @Test func bodiesAndTransitionsAreChunksOfTheirOwn() throws {
        let timeline = Timeline(segments: [Self.photo("a"), Self.photo("b")])
        let plan = RenderPlan(timeline, settings: Self.settings)
        #expect(plan.chunks.map(\.description.frames) == [105, 30, 105])
        let change = try #require(plan.chunks[1].description.scenes.first?.change)
        #expect(change.length == 30)
        #expect(change.incoming.media == "m-b")
    }

    @Test func aLongBodyIsSplitEvenly() throws {
        let plan = RenderPlan(Timeline(segments: [Self.photo("a", ms: 10_000)]), settings: Self.settings)
        #expect(plan.chunks.map(\.description.frames) == [100, 100, 100])
    }

    @Test func aPhotoInFrontLeavesLaterChunksAlone() throws {
        var random = SplitMix(seed: 13)
        for _ in 0..<100 {
            var timeline = Timeline.random(using: &random)
            // Texts stay at their times when pictures move; and what is shorter than a chunk has no border of its own.
            timeline.texts = []
            for index in timeline.segments.indices where timeline.segments[index].duration.rawValue < 600 {
                timeline.segments[index].duration = Milliseconds(600)
            }
            guard timeline.segments.count > 1 else { continue }
            timeline.segments[0].transition = .cut
            let before = try names(timeline)
            timeline.segments.insert(Self.photo("new", ms: 3333), at: 0)
            let after = try names(timeline)
            #expect(after.suffix(before.count) == before[...])
        }
    }

    @Test func anEditInTheMiddleLeavesBothSidesAlone() throws {
        let photos = "abcdef".map { Self.photo(String($0), ms: 3700) }
        let before = try names(Timeline(segments: photos))
        var edited = photos
        edited[3].duration = Milliseconds(5200)
        let after = try names(Timeline(segments: edited))
        let changed = Set(after).subtracting(before)
        // The body, and the two transitions during which its move goes on.
        #expect(changed.count == after.count - before.count + 3)
        #expect(after.first == before.first)
        #expect(after.last == before.last)
    }

    @Test func aTitleRenamesOnlyTheChunksItIsOn() throws {
        var timeline = Timeline(segments: ["a", "b", "c"].map { Self.photo($0) })
        timeline.texts = [
            TextSegment(id: "t1", text: "Paris", start: Milliseconds(500), duration: Milliseconds(2000)),
            TextSegment(id: "t2", text: "Rome", start: Milliseconds(9000), duration: Milliseconds(2000)),
        ]
        let plan = RenderPlan(timeline, settings: Self.settings)
        let before = try names(timeline)
        timeline.texts[1].text = "Roma"
        let after = try names(timeline)
        let changed = before.indices.filter { before[$0] != after[$0] }
        let titled = plan.chunks.indices.filter { index in
            plan.chunks[index].description.texts.contains { $0.block.design.text == "Rome" }
        }
        #expect(changed == titled)
        #expect(!titled.isEmpty && titled.count < before.count)
    }

    @Test func namesForgetWhatThePersonCallsThings() throws {
        var timeline = Timeline(segments: [Self.photo("a"), Self.photo("b")])
        let before = try names(timeline)
        for index in timeline.segments.indices {
            timeline.segments[index].id += "-other"
            timeline.segments[index].name = "holiday.jpg"
        }
        #expect(try names(timeline) == before)
    }

    @Test func aTransitionFitsIntoHalfOfEachNeighbour() throws {
        let timeline = Timeline(segments: [
            Self.photo("a", ms: 1000), Self.photo("b", ms: 400, transition: Transition(.wipe)),
            Self.photo("c", ms: 3000),
        ])
        let track = FrameTrack(timeline.segments, ratio: 16.0 / 9)
        #expect(track.counts == [30, 12, 90])
        #expect(track.scenes.map(\.length) == [24, 12, 12, 84])
        #expect(track.scenes.map { $0.transition?.style } == [nil, .wipe, .crossfade, nil])
    }

    @Test func aMoveRunsOnThroughItsTransitions() throws {
        let plan = RenderPlan(Timeline(segments: [Self.photo("a"), Self.photo("b")]), settings: Self.settings)
        let scenes = plan.chunks.flatMap(\.description.scenes)
        let incoming = try #require(scenes[1].change?.incoming)
        #expect(incoming.offset == 0)
        #expect(scenes[2].picture.offset == 30)
        guard case .still(_, let length) = incoming.source else {
            Issue.record("A photo is a still.")
            return
        }
        #expect(length == 135)
    }

    @Test func descriptionsSurviveTheWire() throws {
        var random = SplitMix(seed: 14)
        for chunk in RenderPlan(Timeline.random(using: &random), settings: Self.settings).chunks {
            let bytes = try CanonicalJSON.encode(chunk.description)
            let back = try JSONDecoder().decode(ChunkDescription.self, from: bytes)
            #expect(back == chunk.description)
            #expect(try back.name() == chunk.description.name())
        }
    }
}
