internal import Foundation
internal import Media
internal import Soundtrack
internal import Timeline

/// One run of a job: the plan, what is missing of it, and how it comes together.
struct RenderRun {
    private let job: RenderJob
    private let crew: WorkerCrew
    private let meter: ProgressMeter
    private let plan: RenderPlan
    private let sound: SoundDescription
    private let soundName: String
    /// The names of the plan's chunks, in order. The same chunk may come twice.
    private let names: [String]

    /// Chunks that are handed to the worker at a time when they are joined; each is an open file.
    private static let joinedAtOnce = 32

    init(_ job: RenderJob, crew: WorkerCrew, meter: ProgressMeter) throws {
        self.job = job
        self.crew = crew
        self.meter = meter
        plan = RenderPlan(job.timeline, settings: job.settings)
        // A video without texts has no need of it.
        lazy var fonts = FontState()
        names = try plan.chunks.map { try $0.description.name(fonts: fonts) }
        let instruments = try job.soundFont.map { "\($0), \(try OpenFile($0, O_RDONLY).size()) bytes" }
        sound = SoundDescription(job.timeline, plan: plan, instruments: instruments)
        soundName = try CanonicalJSON.hash(sound)
    }

    func make(_ video: PartialVideo, since began: TimeInterval) async throws -> RenderResult {
        let pinned = Set(names + [soundName])
        job.cache.pin(pinned)
        defer { job.cache.unpin(pinned) }

        let missing = missingChunks { job.cache.file(named: $0) != nil }
        let needsSound = job.cache.file(named: soundName) == nil
        let work = workload(missing, needsSound: needsSound)
        // Frames count by what they cost, so that the time left does not grow where dear ones come last.
        let costs = work.chunks.map(work.cost)
        meter.begin(work: costs.reduce(0, +) + work.soundCost + work.joiningCost)

        try await makeMissing(zip(missing, costs).map { ($0, $1) }, soundWork: needsSound ? work.soundCost : nil)
        let report = try await join(into: video)
        meter.advance(by: work.joiningCost)
        try check(report)
        let bytes = try video.file.size()
        try Task.checkCancellation()
        try video.publish()
        meter.finish()
        return RenderResult(
            bytes: bytes,
            durationMS: FrameClock.milliseconds(ofFrames: plan.frames),
            width: plan.settings.size.width,
            height: plan.settings.size.height,
            renderMS: Int((ProcessInfo.processInfo.systemUptime - began) * 1000),
            workload: work,
            chunksEncoded: missing.count,
            chunksReused: plan.chunks.count - missing.count
        )
    }

    // MARK: - What there is to do

    /// What would have to be made now, told by the names in the cache alone.
    func workload() -> RenderWorkload {
        workload(missingChunks(job.cache.contains), needsSound: !job.cache.contains(soundName))
    }

    private func workload(_ missing: [Int], needsSound: Bool) -> RenderWorkload {
        RenderWorkload(
            plan,
            missing: missing,
            sound: needsSound ? sound : nil,
            encoders: job.launch.encoders,
            bytes: job.media.bytes(of:)
        )
    }

    /// The chunks that have to be made, in the timeline's order, each only once.
    private func missingChunks(_ isThere: (String) -> Bool) -> [Int] {
        var seen: Set<String> = []
        return names.indices.filter { seen.insert(names[$0]).inserted && !isThere(names[$0]) }
    }

    // MARK: - Chunks and sound

    /// Keeps as many chunks in the making as there are encoders, and the sound beside them.
    ///
    /// - Parameter missing: Chunks, each with its cost.
    private func makeMissing(_ missing: [(chunk: Int, cost: Double)], soundWork: Double?) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            if let soundWork {
                group.addTask {
                    try await makeSound()
                    meter.advance(by: soundWork)
                    return false
                }
            }
            var rest = missing[...]
            for _ in 0..<job.launch.encoders {
                guard let next = rest.popFirst() else { break }
                group.addTask { try await makeChunk(next.chunk, cost: next.cost) }
            }
            while let wasChunk = try await group.next() {
                guard wasChunk, let next = rest.popFirst() else { continue }
                group.addTask { try await makeChunk(next.chunk, cost: next.cost) }
            }
        }
    }

    private func makeChunk(_ index: Int, cost: Double) async throws -> Bool {
        let chunk = plan.chunks[index].description
        try await make(names[index], media: chunk.media, costPerFrame: cost / Double(max(chunk.frames, 1))) { media in
            .chunk(chunk, media: media)
        }
        return true
    }

    private func makeSound() async throws {
        try await make(soundName, media: sound.media, needsSpool: true) { media in
            .sound(sound, soundFont: job.soundFont ?? SoundFont.usualPaths[0], media: media)
        }
    }

    /// Has the worker make a file and puts it into the cache.
    /// - Parameter needsSpool: The task takes another file, for what does not fit into memory.
    private func make(
        _ name: String,
        media: Set<MediaID>,
        needsSpool: Bool = false,
        costPerFrame: Double = 0,
        task: @Sendable ([WireMedium]) -> WorkerTask
    ) async throws {
        let (wired, files) = try job.media.open(media)
        let partial = try await crew.run { worker in
            // A file of its own for each attempt: what a dead worker wrote is thrown away.
            let partial = try writingToCache { try job.cache.makePartial() }
            let spool = try needsSpool ? [writingToCache { try job.cache.makePartial().file }] : []
            do {
                _ = try await worker.perform(task(wired), files: [partial.file] + spool + files) { frames in
                    meter.advance(by: Double(frames) * costPerFrame)
                }
            } catch let failure as WorkerFailure where failure.code == .notWritten {
                throw RenderError(failure, writingTo: job.cache.folder)
            }
            return partial
        }
        try writingToCache { try job.cache.keep(partial, as: name) }
    }

    // MARK: - The file

    private func join(into video: PartialVideo) async throws -> VideoReport {
        try await crew.run { worker in
            try video.rewind()
            _ = try await worker.perform(.mux(plan.settings), files: [video.file, try finished(soundName)])
            for start in stride(from: 0, to: names.count, by: Self.joinedAtOnce) {
                let batch = names[start..<min(start + Self.joinedAtOnce, names.count)]
                _ = try await worker.perform(.muxChunks, files: try batch.map(finished))
            }
            guard case .video(let report) = try await worker.perform(.muxEnd) else {
                throw RenderError(.failed, "The renderer gave no account of the finished video. Try again.")
            }
            return report
        }
    }

    private func finished(_ name: String) throws -> OpenFile {
        guard let file = job.cache.reopen(name) else {
            throw RenderError(.failed, "A finished part of the video was removed from the cache. Try again.")
        }
        return file
    }

    /// What was written is what was planned, before anybody sees it.
    private func check(_ report: VideoReport) throws {
        let length = FrameClock.milliseconds(ofFrames: plan.frames)
        let sound = report.soundDuration?.rawValue ?? 0
        guard report.isWhole, report.frames == plan.frames, report.size == plan.settings.size,
            abs(report.videoDuration.rawValue - length) <= 20, abs(sound - length) <= 50
        else {
            throw RenderError(
                .failed,
                "The finished video did not pass its check: \(report.frames) of \(plan.frames) frames, picture "
                    + "\(report.videoDuration.seconds) s, sound \(report.soundDuration?.seconds ?? 0) s. Try again."
            )
        }
    }

    /// Blames the cache's folder, not the video's, for what goes wrong with the cache.
    private func writingToCache<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw RenderError(error, writingTo: job.cache.folder)
        }
    }
}
