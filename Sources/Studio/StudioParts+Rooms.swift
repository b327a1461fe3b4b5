import Director
import Foundation
import Renderer
import Soundtrack
import Timeline

extension StudioParts {
    /// The real ones.
    init(configuration: StudioConfiguration) {
        let folder = DataFolder(path: configuration.dataFolder)
        let launch = configuration.worker
        let prober = MediaProber(launch: launch)
        let cache = ChunkCache(folder: folder.chunks, limit: configuration.limits.chunkCacheBytes)
        let director = Director(beats: Self.beats)
        probe = { path, name, id in
            var item = try await prober.probe(path: path, name: name)
            item.id = id
            return item
        }
        respond = { input in
            director.respond(
                to: input.text,
                history: input.history,
                media: input.media,
                fallback: input.language
            )
        }
        export = { order in
            let job = RenderJob(
                timeline: order.timeline,
                settings: RenderSettings(quality: order.quality, aspect: order.aspect),
                media: order.media,
                cache: cache,
                launch: launch
            )
            let result = try await job.run(to: order.path) { progress in
                order.progress(ExportProgress(fraction: progress.fraction, eta: progress.remaining?.rawValue))
            }
            return ExportResult(
                bytes: result.bytes,
                durationMS: result.duration.rawValue,
                width: result.size.width,
                height: result.size.height,
                renderMS: result.renderTime.rawValue
            )
        }
    }

    /// Composed music has its mood's tempo; a song the beats that were found when it came.
    @Sendable
    static func beats(of music: Music, among media: [MediaItem]) -> BeatGrid? {
        switch music.source {
        case .mood(let mood, _):
            Composer.beatGrid(for: mood)
        case .song(let song, _):
            media.first { $0.id == song }?.beats.map(BeatGrid.found)
        }
    }
}
