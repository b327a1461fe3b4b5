import Foundation
import Testing
import Timeline

@testable import Renderer

/// The estimate against renders of many kinds whose processor time was taken once, in one run on one machine.
@Suite struct RecordedRendersTests {
    enum Recorded: String, CaseIterable {
        case moving, crossfades, still, music, title, square, tall, long, draft, draftStill, best

        /// The processor time of the workers, in seconds.
        var seconds: Double {
            switch self {
            case .moving: 8.74
            case .crossfades: 11.06
            case .still: 3.42
            case .music: 3.79
            case .title: 7.96
            case .square: 4.46
            case .tall: 7.33
            case .long: 29.94
            case .draft: 3.89
            case .draftStill: 2.29
            case .best: 16.53
            }
        }

        private var length: Int {
            switch self {
            case .long: 40_000
            case .draft, .draftStill: 30_000
            case .best: 6_000
            default: 10_000
            }
        }

        private var quality: Quality {
            switch self {
            case .draft, .draftStill: .draft
            case .best: .best
            default: .high
            }
        }

        /// Five photos of 4.4 to 4.9 megapixels in even parts.
        private var timeline: Timeline {
            let isStill = [.still, .music, .draftStill].contains(self)
            let fades = [.crossfades, .long, .draft].contains(self)
            let moves: [Move] = [.zoomIn, .panRight, .zoomOut, .panLeft, .zoomIn]
            var timeline = Timeline(
                segments: moves.enumerated().map { index, move in
                    Segment(
                        id: "s\(index)",
                        media: "photo \(index)",
                        kind: .photo,
                        name: "photo \(index).jpg",
                        size: PixelSize(width: 2560, height: index == 1 ? 1920 : 1704),
                        duration: Milliseconds(length / moves.count),
                        motion: Motion(isStill ? .none : move, pinned: isStill),
                        transition: fades ? Transition(.crossfade, duration: Milliseconds(1000)) : .cut
                    )
                }
            )
            if self == .music { timeline.music = Music(.mood(.piano, seed: 1)) }
            if self == .title {
                timeline.texts = [TextSegment(id: "t", text: "Hello", duration: Milliseconds(length))]
            }
            switch self {
            case .square: return timeline.reframed(to: .square)
            case .tall: return timeline.reframed(to: .portrait)
            default: return timeline
            }
        }

        var workload: RenderWorkload {
            get throws {
                var work = try RenderJob(
                    timeline: timeline,
                    settings: RenderSettings(quality: quality),
                    media: { _ in nil },
                    cache: ChunkCache(folder: "/nonexistent"),
                    // One after the other: then it takes as long as the processor is at work.
                    launch: testLaunch(encoders: 1)
                ).workload()
                if self != .music { work = work.withoutSound }
                return work
            }
        }
    }

    private func ratio(_ render: Recorded, after first: Recorded) throws -> Double {
        let (known, work) = (try first.workload, try render.workload)
        let pace = RenderPace([
            RenderPace.Sample(kind: known.kind, nominalMS: known.nominalMS, measuredMS: first.seconds * 1000)
        ])
        return Double(pace.estimateMS(of: work).ms) / (render.seconds * 1000)
    }

    @Test("After one render of moving photos every other is told within three tenths", arguments: Recorded.allCases)
    func withinThreeTenths(_ render: Recorded) throws {
        for first in [Recorded.moving, .crossfades, .tall] {
            let ratio = try ratio(render, after: first)
            #expect((0.7...1.3).contains(ratio), "\(render) after \(first): \(ratio)")
        }
    }

    @Test("The first render of a machine like that one is told within a half", arguments: Recorded.allCases)
    func before(_ render: Recorded) throws {
        let ratio = Double(RenderPace().estimateMS(of: try render.workload).ms) / (render.seconds * 1000)
        #expect((0.67...1.5).contains(ratio), "\(render): \(ratio)")
    }
}
