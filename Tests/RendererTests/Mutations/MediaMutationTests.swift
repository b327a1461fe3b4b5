import Foundation
import Media
import Synchronization
import TestKit
import Testing
import Timeline

@testable import Renderer

/// Files that are broken in every way: each is refused in a sentence with its name, or used. Nothing hangs, and
/// whatever a worker dies of, the next file is read.
///
/// Thirty files; KINORA_SOAK is another number.
@Suite struct MediaMutationTests {
    private static let count = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 30
    /// In parts, which run side by side, each with a worker of its own.
    private static let parts = (0..<2).map { part in part * count / 2..<(part + 1) * count / 2 }

    /// What became of a file.
    private struct Outcome {
        enum End: Hashable {
            case refused(MediaRefusal.Code)
            /// Opened, and then not rendered.
            case notRendered
            case rendered
        }

        var end: End
        var workerDied = false
        var seconds = 0.0
    }

    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test(.timeLimit(.minutes(30)), arguments: parts)
    func aBrokenFileIsRefusedByItsNameOrUsed(_ seeds: Range<Int>) async throws {
        let corpus = try MutationCorpus.shared.get().files
        let still = try scratch.write("still.jpg", Data(corpus[0].bytes))
        let prober = MediaProber(launch: testLaunch())
        let thumbnailer = MediaThumbnailer(prober: prober, folder: scratch.file("thumbnails"))
        var outcomes: [Outcome] = []
        for seed in seeds {
            var mutator = MediaMutator(seed: seed)
            let file = mutator.pick(corpus)
            let bytes = mutator.mutate(file.bytes, of: corpus.map(\.bytes))
            let name = "broken \(seed).\(file.type)"
            let path = try scratch.write(name, Data(bytes))
            let began = ContinuousClock.now
            var outcome = try await use(path, name: name, prober: prober, thumbnailer: thumbnailer)
            outcome.seconds = (ContinuousClock.now - began) / .seconds(1)
            outcomes.append(outcome)
            try FileManager.default.removeItem(atPath: path)
        }
        _ = try await prober.probe(path: still, name: "still.jpg")
        Self.tell(outcomes)
    }

    private func use(
        _ path: String,
        name: String,
        prober: MediaProber,
        thumbnailer: MediaThumbnailer
    ) async throws -> Outcome {
        do {
            let item = try await prober.probe(path: path, name: name)
            if item.kind != .song {
                _ = try await thumbnailer.thumbnail(of: item.id, path: path, name: name, side: 64)
            }
            return try await render(item, path: path)
        } catch let refusal as MediaRefusal {
            check(refusal.message, names: name)
            return Outcome(end: .refused(refusal.code), workerDied: refusal.message.contains("broke down"))
        }
    }

    /// A short video of it: rendered to its end, or given up with words.
    private func render(_ item: MediaItem, path: String) async throws -> Outcome {
        var photos = Photos(scratch)
        photos.add(item.id, path: path)
        photos.add("still", path: scratch.file("still.jpg"))
        var timeline = Timeline(segments: [photos.segment("still", ms: 300, size: PixelSize(width: 160, height: 96))])
        if item.kind == .song {
            timeline.music = Music(.song(media: item.id, name: item.name))
        } else {
            var segment = photos.segment(item.id, ms: 500, size: try #require(item.size), move: .zoomIn)
            segment.kind = item.kind
            segment.name = item.name
            timeline.segments.append(segment)
        }
        let folder = scratch.file("job \(item.name)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var job = photos.job(timeline, cache: ChunkCache(folder: folder + "/cache"))
        job.settings.size = PixelSize(width: 128, height: 72)
        let output = folder + "/out.mp4"
        do {
            let result = try await job.run(to: output)
            #expect(abs(result.durationMS - timeline.duration.rawValue) <= 34, "\(item.name)")
            #expect(FileManager.default.fileExists(atPath: output), "\(item.name)")
            return Outcome(end: .rendered)
        } catch let error as RenderError {
            #expect([.badMedium, .workerDied].contains(error.code), "\(item.name): \(error)")
            check(error.message, names: item.name)
            #expect(!FileManager.default.fileExists(atPath: output), "\(item.name)")
            return Outcome(end: .notRendered, workerDied: error.code == .workerDied)
        }
    }

    /// One sentence or two for a person.
    private func check(_ message: String, names name: String) {
        #expect(message.contains(name), "\(name): \(message)")
        #expect(message.hasSuffix("."), "\(name): \(message)")
        #expect(!message.contains(scratch.path) && !message.contains("{"), "\(name): \(message)")
    }

    /// Figures for those who count.
    private static func tell(_ outcomes: [Outcome]) {
        guard count > 100 else { return }
        let ends = Dictionary(grouping: outcomes, by: \.end).map { "\($0.key) \($0.value.count)" }.sorted()
        let slowest = outcomes.map(\.seconds).max() ?? 0
        print(
            "Of \(outcomes.count) broken files: \(ends.joined(separator: ", ")); worker deaths "
                + "\(outcomes.count { $0.workerDied }); the slowest took \(slowest.formatted(.number.precision(.fractionLength(1)))) s"
        )
    }
}
