import Foundation
import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

/// Timelines of anything that can be on one, with real media: each renders, to exactly the planned frames, and to the
/// same bytes whether one core works on it or two.
///
/// Five timelines; KINORA_SOAK is another number.
@Suite struct RandomRenderTests {
    private static let count = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 5

    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test(.timeLimit(.minutes(30))) func anyTimelineRendersAsPlannedOnAnyNumberOfCores() async throws {
        let media = try await RandomMedia(scratch)
        for seed in 0..<Self.count {
            var random = Random(seed: UInt64(seed))
            let timeline = media.timeline(using: &random)
            let size =
                timeline.aspect == .portrait ? PixelSize(width: 54, height: 96) : PixelSize(width: 96, height: 54)
            var videos: [Data] = []
            for encoders in 1...2 {
                let place = scratch.file("\(seed)-\(encoders)")
                var job = media.photos.job(
                    timeline,
                    cache: ChunkCache(folder: place),
                    launch: testLaunch(encoders: encoders)
                )
                job.settings.size = size
                _ = try await job.run(to: place + ".mp4")
                videos.append(try Data(contentsOf: URL(fileURLWithPath: place + ".mp4")))
                let plan = RenderPlan(timeline, settings: job.settings)
                let milliseconds = timeline.segments.reduce(0) { $0 + $1.duration.rawValue }
                #expect(abs(plan.frames - milliseconds * 30 / 1000) <= timeline.segments.count, "seed \(seed)")
                let frames = try corners(of: place + ".mp4")
                #expect(frames.count == plan.frames, "seed \(seed): \(frames.count) of \(plan.frames) frames")
            }
            #expect(videos[0] == videos[1], "seed \(seed): the same bytes on one core and on two")
        }
    }
}

/// One medium of each kind, and timelines of them.
private struct RandomMedia {
    private(set) var photos: Photos
    private var pictures: [MediaItem] = []
    private var song: MediaItem?

    init(_ scratch: Scratch) async throws {
        photos = Photos(scratch)
        let prober = MediaProber(launch: testLaunch())
        let files: [(name: String, arguments: [String])] = [
            ("wide.jpg", ["testsrc2=s=320x180", "-frames:v", "1"]),
            ("tall.png", ["mandelbrot=s=90x200", "-frames:v", "1"]),
            ("dot.png", ["color=teal:s=16x16", "-vf", "format=rgb24,crop=1:1:0:0", "-frames:v", "1"]),
            ("strip.png", ["testsrc=s=900x40", "-frames:v", "1"]),
            ("moving.gif", ["testsrc=s=64x48:r=10:d=0.5", "-loop", "0"]),
            (
                "clip.mp4",
                ["testsrc2=s=128x72:r=25:d=1.5", "-f", "lavfi", "-i", "sine=300:d=1.5", "-pix_fmt", "yuv420p"]
            ),
            ("mute.mov", ["testsrc2=s=72x128:r=60000/1001:d=0.7", "-pix_fmt", "yuv420p"]),
            ("single.mp4", ["testsrc2=s=64x64:r=25", "-frames:v", "1", "-pix_fmt", "yuv420p"]),
            ("song.wav", ["sine=440:d=3"]),
        ]
        for file in files {
            let path = scratch.file(file.name)
            try shell("ffmpeg", ["-y", "-f", "lavfi", "-i"] + file.arguments + [path])
            let item = try await prober.probe(path: path, name: file.name)
            photos.add(item.id, path: path)
            if item.kind == .song { song = item } else { pictures.append(item) }
        }
        // Red and blue change places.
        let corners = (0..<8).map { "\($0 >> 2 & 1) \($0 >> 1 & 1) \($0 & 1)" }.joined(separator: "\n")
        let table = "LUT_3D_SIZE 2\n\(corners)\n"
        photos.add("table", path: try scratch.write("mine.cube", Data(table.utf8)))
    }

    func timeline(using random: inout Random) -> Timeline {
        var timeline = Timeline(aspect: random.pick([.landscape, .portrait]))
        for index in 0..<random.number(1...5) { timeline.segments.append(segment(index, using: &random)) }
        for index in 0..<random.number(0...4) { timeline.texts.append(text(index, using: &random)) }
        switch random.number(0...3) {
        case 0: timeline.music = Music(.mood(random.pick(Mood.allCases), seed: random.number(0...9)))
        case 1: timeline.music = song.map { Music(.song(media: $0.id, name: $0.name), volume: random.number(0...200)) }
        default: break
        }
        return timeline
    }

    private func segment(_ index: Int, using random: inout Random) -> Segment {
        let item = random.pick(pictures)
        return Segment(
            id: "s\(index)",
            media: item.id,
            kind: item.kind,
            name: item.name,
            size: item.size ?? PixelSize(width: 1, height: 1),
            duration: Milliseconds(random.number(100...random.pick([300, 900, 2500]))),
            sourceStart: item.kind.isMoving ? Milliseconds(random.number(0...1600)) : .zero,
            fit: random.pick(Fit.allCases),
            motion: Motion(
                random.pick(Move.allCases),
                focusX: random.part(),
                focusY: random.part(),
                strength: random.part() / 2
            ),
            subject: item.subject,
            transition: Transition(
                random.pick(TransitionStyle.allCases),
                duration: Milliseconds(random.number(0...1200)),
                direction: random.pick(Direction.allCases),
                easing: random.isTrue() ? random.pick(Easing.allCases) : nil
            ),
            look: random.isTrue() ? look(using: &random) : .plain,
            sound: ClipSound(volume: random.number(0...400), ducksMusic: random.isTrue())
        )
    }

    private func look(using random: inout Random) -> Look {
        var look = Look(random.isTrue() ? random.pick(Filter.allCases) : nil)
        for adjustment in Adjustment.allCases where random.isTrue(oneIn: 3) {
            look[adjustment] = random.number(adjustment.range)
        }
        if random.isTrue(oneIn: 3) { look.table = Look.Table(media: "table", name: "mine.cube") }
        return look
    }

    private func text(_ index: Int, using random: inout Random) -> TextSegment {
        var style = TextStyle.usual(for: random.pick(TextKind.allCases))
        style.position = random.pick(TextPosition.allCases)
        style.size = random.part() / 2 + 0.01
        style.color = random.pick(["white", "#FF00aa", "yellow"])
        style.font = random.pick([nil, "serif", "no such font"])
        style.isItalic = random.isTrue()
        if random.isTrue() { style.outline = TextOutline(width: random.part() / 5) }
        if random.isTrue() { style.box = TextBox(opacity: random.part()) }
        style.entrance = random.pick(TextAnimation.allCases)
        style.exit = random.pick(TextAnimation.allCases)
        style.fadeIn = Milliseconds(random.number(0...900))
        style.fadeOut = Milliseconds(random.number(0...900))
        return TextSegment(
            id: "t\(index)",
            kind: random.pick(TextKind.allCases),
            text: random.pick([
                "Paradise Found", "<b>&\"", "樱花 🌸", "שלום עולם", "a\nb\nc", " ", "Wörter die sehr lang sind", "",
            ]),
            start: Milliseconds(random.number(0...4000)),
            duration: Milliseconds(random.number(1...5000)),
            style: style
        )
    }
}
