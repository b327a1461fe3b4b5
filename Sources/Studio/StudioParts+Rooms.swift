import Director
import Foundation
import Renderer
import Timeline

extension StudioParts {
    /// As `nice` has it, which takes ten where nothing is said: well behind whatever a person waits for.
    private static let backgroundNiceness = 10

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
        let director = Director(
            beats: MusicBeats.grid,
            fonts: { Fonts.families },
            missing: { text in Fonts.lacking(for: text).map(MissingFont.init) }
        )
        probe = { path, name, id in try await prober.probe(path: path, name: name, id: id) }
        respond = { input in
            director.respond(
                to: input.text,
                history: input.history,
                media: input.media,
                fallback: input.language
            )
        }
        let job: @Sendable (ExportOrder) -> RenderJob = { order in
            var launch = launch
            if order.isBackground { launch.niceness = Self.backgroundNiceness }
            return RenderJob(
                timeline: order.timeline,
                settings: RenderSettings(quality: order.quality),
                media: order.media,
                cache: cache,
                launch: launch
            )
        }
        export = { order in
            // Its memory is better left to the encoders.
            await prober.rest()
            let result = try await job(order).run(to: order.path, progress: order.progress)
            return ExportResult(
                bytes: result.bytes,
                durationMS: result.durationMS,
                width: result.width,
                height: result.height,
                renderMS: result.renderMS,
                pace: RenderPace.Sample(result)
            )
        }
        workload = { try job($0).workload() }
        still = { order in
            try await thumbnailer.picture(of: order.still, side: order.side, form: order.form, path: order.media)
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

extension MissingFont {
    init(_ kind: Fonts.Kind) {
        let chinese =
            switch kind {
            case .european: "拉丁、希腊和西里尔"
            case .eastAsian: "中日韩"
            case .semitic: "阿拉伯和希伯来"
            case .emoji: "表情"
            case .other: "这种文字的"
            }
        self.init(english: kind == .other ? "some of this writing" : kind.name, chinese: chinese, package: kind.package)
    }
}
