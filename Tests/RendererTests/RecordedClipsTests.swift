import Foundation
import Testing
import Timeline

@testable import Renderer

/// The estimate against renders of clips, whose processor time was taken once, in one run, beside that of a photo.
@Suite struct RecordedClipsTests {
    enum Recorded: String, CaseIterable {
        case photo, small, fullHD, fast, ultraHD, phone, turned, grainy, blurred, phoneOnBlur, animation

        /// The processor time of the render, in seconds.
        var seconds: Double {
            switch self {
            case .photo: 4.52
            case .small: 6.63
            case .fullHD: 8.78
            case .fast: 9.72
            case .ultraHD: 10.75
            case .phone: 19.37
            case .turned: 18.28
            case .grainy: 19.58
            case .blurred: 7.59
            case .phoneOnBlur: 17.55
            case .animation: 5.34
            }
        }

        private var length: Milliseconds {
            switch self {
            case .phone, .turned, .phoneOnBlur: Milliseconds(6000)
            case .grainy: Milliseconds(8000)
            default: Milliseconds(4000)
            }
        }

        /// As seen. All clips are H.264, but those of a phone, which are HEVC.
        private var size: PixelSize {
            switch self {
            case .photo: PixelSize(width: 2560, height: 1704)
            case .small: PixelSize(width: 1280, height: 720)
            case .fullHD, .fast, .grainy, .blurred: PixelSize(width: 1920, height: 1080)
            case .ultraHD, .phone: PixelSize(width: 3840, height: 2160)
            case .turned, .phoneOnBlur: PixelSize(width: 2160, height: 3840)
            case .animation: PixelSize(width: 480, height: 320)
            }
        }

        private var timeline: Timeline {
            let kind: MediaKind =
                switch self {
                case .photo: .photo
                case .animation: .animation
                default: .clip
                }
            let timeline = Timeline(
                segments: [
                    Segment(
                        id: "s",
                        media: "m",
                        kind: kind,
                        name: "m",
                        size: size,
                        duration: length,
                        fit: [.blurred, .phoneOnBlur].contains(self) ? .blur : .fill,
                        motion: Motion(kind == .photo ? .zoomIn : .none)
                    )
                ]
            )
            return [.turned, .blurred].contains(self) ? timeline.reframed(to: .portrait) : timeline
        }

        var workload: RenderWorkload {
            get throws {
                try RenderJob(
                    timeline: timeline,
                    settings: RenderSettings(quality: .high),
                    media: { _ in nil },
                    cache: ChunkCache(folder: "/nonexistent"),
                    launch: testLaunch(encoders: 1)
                ).workload().withoutSound
            }
        }
    }

    @Test("After a photo, clips of every kind are told within three tenths", arguments: Recorded.allCases)
    func withinThreeTenths(_ render: Recorded) throws {
        let known = try Recorded.photo.workload
        let pace = RenderPace([
            RenderPace.Sample(
                kind: known.kind,
                nominalMS: known.nominalMS,
                measuredMS: Recorded.photo.seconds * 1000
            )
        ])
        let ratio = Double(pace.estimateMS(of: try render.workload).ms) / (render.seconds * 1000)
        #expect((0.7...1.3).contains(ratio), "\(render): \(ratio)")
    }
}
