internal import Foundation
internal import Media
internal import Soundtrack
public import Timeline

/// Makes a video file of a timeline.
///
/// What is in the cache already is not made again, so a job that was cancelled, or whose process was killed, goes on
/// where it stopped when it is run once more. The file appears whole or not at all.
///
///     let job = RenderJob(timeline: timeline, settings: RenderSettings(), media: paths, cache: cache, launch: launch)
///     let result = try await job.run(to: "/home/anna/summer.mp4") { print($0.fraction) }
public struct RenderJob: Sendable {
    let timeline: Timeline
    var settings: VideoSettings
    let media: MediaAccess
    let cache: ChunkCache
    let launch: WorkerLaunch
    /// The path of the instruments; nil when there are none, which matters only to composed music.
    let soundFont: String?

    /// - Parameters:
    ///   - media: The path of a medium, or nil when it is gone.
    ///   - soundFont: The path of the instruments that play composed music; nil takes the system's.
    public init(
        timeline: Timeline,
        settings: RenderSettings,
        media: @escaping @Sendable (MediaID) -> String?,
        cache: ChunkCache,
        launch: WorkerLaunch,
        soundFont: String? = nil
    ) {
        self.timeline = timeline
        let aspect = settings.aspect ?? timeline.aspect
        self.settings = VideoSettings(size: settings.quality.frameSize(for: aspect), quality: settings.quality)
        self.media = MediaAccess(timeline, path: media)
        self.cache = cache
        self.launch = launch
        self.soundFont = soundFont ?? (try? SoundFont.find())
    }

    /// Renders, encodes and writes the video to `path`, replacing what is there.
    ///
    /// - Parameter progress: Called from other threads, never with less than before.
    /// - Throws: ``RenderError``, or `CancellationError` when the task was cancelled. Nothing is left behind but what
    ///   was finished, in the cache.
    public func run(
        to path: String,
        progress: @escaping @Sendable (RenderProgress) -> Void = { _ in }
    ) async throws -> RenderResult {
        guard timeline.isReady else {
            throw RenderError(.nothingToRender, "There is nothing to render yet. Add photos first.")
        }
        let began = ProcessInfo.processInfo.systemUptime
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let crew = WorkerCrew(launch, readable: soundFont.map { [$0] } ?? [], restarts: 1)
        do {
            try media.checkAll()
            let video = try PartialVideo(for: path)
            let run = try RenderRun(self, crew: crew, meter: ProgressMeter(progress))
            let result = try await run.make(video, since: began)
            await crew.stop()
            return result
        } catch {
            await crew.stop()
            // What was thrown by a task that was cancelled is its way of stopping.
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw RenderError(error, writingTo: folder)
        }
    }
}
