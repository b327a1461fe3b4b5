internal import Foundation
internal import Media
internal import Soundtrack
internal import Synchronization
internal import Timeline

/// Does a worker's tasks. Each call runs on a thread of its own.
final class TaskRunner: Sendable {
    /// Beats are looked for in at most the first ten minutes of a song.
    private static let beatSearch = Milliseconds(600_000)

    private let memory: Int
    private let plates: Plates
    private let masks = WipeMasks()
    private let video = Mutex<UnfinishedVideo?>(nil)

    init(memory: Int) {
        self.memory = memory
        plates = Plates(memory: memory)
    }

    func run(
        _ task: WorkerTask,
        files: [OpenFile],
        report: @escaping (WorkerReply.Event) -> Void
    ) throws -> WorkerResult {
        switch task {
        case .begin:
            throw WorkerFailure(code: .failed, message: "The worker has begun already.")
        case .probe(let name):
            return .media(try probe(try file(0, of: files), name: name, report: report))
        case .thumbnail(let name, let time, let box):
            report(.reading(name: name))
            let medium = try MediaFile(descriptor: try file(0, of: files).descriptor, name: name)
            let limit = MediaBudget.decoding(of: memory)
            return .picture(Data(try Thumbnail.jpeg(of: medium, fitting: box, at: time, memoryLimit: limit)))
        case .still(let layer, let size, let form, let media):
            let maker = StillMaker(plates: plates, files: try open(media, files[...]), report: report)
            return .picture(Data(try maker.picture(of: layer, size: size, form: form)))
        case .chunk(let chunk, let media):
            let renderer = ChunkRenderer(
                plates: plates,
                masks: masks,
                files: try open(media, files.dropFirst()),
                report: report
            )
            try renderer.render(chunk).write(to: try file(0, of: files).descriptor)
        case .sound(let sound, let soundFont, let media):
            let maker = SoundMaker(
                soundFont: soundFont,
                spool: SoundSpool(descriptor: try file(1, of: files).descriptor),
                files: try open(media, files.dropFirst(2)),
                report: report
            )
            try maker.make(sound, writingTo: try file(0, of: files).descriptor)
        case .mux(let settings):
            try video.withLock {
                $0 = try UnfinishedVideo(
                    file: try file(0, of: files),
                    settings: settings,
                    sound: try file(1, of: files)
                )
            }
        case .muxChunks:
            try video.withLock { video in
                for file in files { try video?.append(file) }
            }
        case .muxEnd:
            let finished = video.withLock { video in
                defer { video = nil }
                return video.take()
            }
            guard let finished else { throw WorkerFailure(code: .failed, message: "There is no video to end.") }
            return .video(try finished.finish())
        }
        return .done
    }

    private func file(_ index: Int, of files: [OpenFile]) throws -> OpenFile {
        guard files.indices.contains(index) else {
            throw WorkerFailure(code: .failed, message: "A file did not reach the renderer.")
        }
        return files[index]
    }

    private func open(_ media: [WireMedium], _ files: ArraySlice<OpenFile>) throws -> [MediaID: MediaFile] {
        var opened: [MediaID: MediaFile] = [:]
        for (medium, file) in zip(media, files) {
            opened[medium.id] = try MediaFile(descriptor: file.descriptor, name: medium.name)
        }
        return opened
    }

    private func probe(
        _ file: OpenFile,
        name: String,
        report: (WorkerReply.Event) -> Void
    ) throws -> MediaReport {
        report(.reading(name: name))
        let medium = try MediaFile(descriptor: file.descriptor, name: name)
        let facts = try MediaProbe.probe(medium, memoryLimit: MediaBudget.decoding(of: memory))
        guard facts.kind == .song else { return MediaReport(facts: facts) }
        let finder = BeatFinder()
        try SoundReader.read(medium, limit: Self.beatSearch) {
            finder.add(StereoSound(left: $0.left, right: $0.right))
        }
        return MediaReport(facts: facts, beats: finder.beats())
    }
}

/// A video file that chunks are being added to.
private struct UnfinishedVideo: ~Copyable {
    private let file: OpenFile
    private let muxer: Muxer
    private let settings: VideoSettings

    init(file: OpenFile, settings: VideoSettings, sound: OpenFile) throws {
        self.file = file
        self.settings = settings
        let encoded = try EncodedSound(descriptor: sound.descriptor)
        muxer = try Muxer(descriptor: file.descriptor, settings: settings, sound: encoded)
    }

    func append(_ chunk: OpenFile) throws {
        try muxer.append(try EncodedChunk.read(from: chunk.descriptor))
    }

    consuming func finish() throws -> VideoReport {
        try muxer.finish()
        let check = try VideoCheck.probe(descriptor: file.descriptor)
        return VideoReport(
            size: check.size,
            frames: check.frameCount,
            videoDuration: check.videoDuration,
            soundDuration: check.soundDuration,
            isWhole: check.isSteady && check.startsAtOnce
                && check.framesPerSecond == Double(settings.framesPerSecond)
        )
    }
}
