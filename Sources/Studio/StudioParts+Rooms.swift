import Director
import Foundation
import Renderer
import Timeline

extension StudioParts {
    /// The real ones.
    init(configuration: StudioConfiguration) {
        let folder = DataFolder(path: configuration.dataFolder)
        let launch = configuration.worker
        let prober = MediaProber(launch: launch)
        let cache = ChunkCache(folder: folder.chunks, limit: configuration.limits.chunkCacheBytes)
        let thumbnailer = MediaThumbnailer(
            prober: prober,
            folder: folder.thumbnails,
            limit: configuration.limits.thumbnailBytes
        )
        let director = Director(beats: MusicBeats.grid)
        probe = { path, name, id in try await prober.probe(path: path, name: name, id: id) }
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
            let result = try await job.run(to: order.path, progress: order.progress)
            return ExportResult(
                bytes: result.bytes,
                durationMS: result.durationMS,
                width: result.width,
                height: result.height,
                renderMS: result.renderMS
            )
        }
        thumbnail = { order in
            try await thumbnailer.thumbnail(
                of: order.id,
                path: order.path,
                name: order.name,
                at: order.time,
                side: order.side
            )
        }
        forget = { thumbnailer.forget($0) }
    }
}
