import Director
import Foundation
import Renderer
import Synchronization
import Timeline

@testable import Studio

/// Holds work up until the test lets it go on, and tells the test that it has come.
final class Latch: Sendable {
    private struct State {
        var isOpen: Bool
        var waiting: [CheckedContinuation<Void, Never>] = []
        var arrived = 0
        var watching: [(count: Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    init(isOpen: Bool) {
        state = Mutex(State(isOpen: isOpen))
    }

    func pass() async {
        await withCheckedContinuation { continuation in
            let (isOpen, watchers) = state.withLock { state in
                state.arrived += 1
                let arrived = state.arrived
                let watchers = state.watching.filter { $0.count <= arrived }.map(\.1)
                state.watching.removeAll { $0.count <= arrived }
                if !state.isOpen { state.waiting.append(continuation) }
                return (state.isOpen, watchers)
            }
            for watcher in watchers { watcher.resume() }
            if isOpen { continuation.resume() }
        }
    }

    /// Returns when so many have come to the latch.
    func reached(by count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.arrived >= count { return true }
                state.watching.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    var arrived: Int { state.withLock { $0.arrived } }

    func close() {
        state.withLock { $0.isOpen = false }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// Takes files that begin with PHOTO.
enum ScriptedProber {
    static func probe(path: String, name: String, id: MediaID) async throws -> MediaItem {
        let content = FileManager.default.contents(atPath: path) ?? Data()
        guard content.starts(with: Data("PHOTO".utf8)) else {
            throw MediaRefusal(.unsupported, "\(name) is not a photo.")
        }
        return MediaItem(
            id: id,
            name: name,
            kind: .photo,
            size: PixelSize(width: 400, height: 300),
            bytes: content.count
        )
    }
}

/// An agent that does what a word says: "make" puts all media on the timeline, "longer" lengthens the first photo,
/// "back" undoes, "fail" fails; anything else is only answered.
final class ScriptedAgent: Sendable {
    /// Every turn passes it.
    let gate: Latch
    private let texts = Mutex<[String]>([])

    init(isOpen: Bool = true) {
        gate = Latch(isOpen: isOpen)
    }

    struct Failure: Error {}

    /// What it was told, in order.
    var heard: [String] { texts.withLock { $0 } }

    func respond(to input: TurnInput) async throws -> DirectorReply {
        texts.withLock { $0.append(input.text) }
        await gate.pass()
        var history = input.history
        var commands: [EditCommand] = []
        switch input.text {
        case "make":
            let segments = input.media.enumerated().map { index, item in
                Segment(
                    id: "s\(index)",
                    media: item.id,
                    kind: item.kind,
                    name: item.name,
                    size: item.size ?? PixelSize(width: 1, height: 1),
                    duration: Milliseconds(3000)
                )
            }
            commands = [.insert(segments: segments, index: 0)]
        case "longer":
            let first = history.timeline.segments.first
            commands = [.setDurations([first?.id ?? "": (first?.duration ?? .zero) + Milliseconds(1000)])]
        case "back":
            _ = history.undo()
        case "fail":
            throw Failure()
        default:
            break
        }
        if !commands.isEmpty { try history.perform(commands) }
        return DirectorReply(
            history: history,
            commands: commands,
            text: "You said \(input.text), and this is what there is to say about it.",
            language: .english,
            understood: true
        )
    }
}

/// Makes "JPEGs" that tell what they are of; there is none of files named "gone".
final class ScriptedThumbnailer: Sendable {
    private let made = Mutex<[ThumbnailOrder]>([])
    private let isBroken = Mutex(false)
    private let stillsMade = Mutex<[SegmentStill]>([])
    private let forgotten = Mutex<[MediaID]>([])

    var orders: [ThumbnailOrder] { made.withLock { $0 } }
    var stills: [SegmentStill] { stillsMade.withLock { $0 } }
    var forgot: [MediaID] { forgotten.withLock { $0 } }

    func thumbnail(_ order: ThumbnailOrder) throws -> Data {
        made.withLock { $0.append(order) }
        guard access(order.path, R_OK) == 0, !order.name.hasPrefix("gone") else {
            throw MediaRefusal(.damaged, "\(order.name) is damaged.")
        }
        return Data("JPEG of \(order.id) at \(order.time.rawValue)".utf8)
    }

    /// From now on pixels are missing.
    func breaks() { isBroken.withLock { $0 = true } }

    /// A grey pixel, or its "JPEG".
    func still(_ order: StillOrder) throws -> Data {
        stillsMade.withLock { $0.append(order.still) }
        let isGone = order.still.names.values.contains { $0.hasPrefix("gone") }
        guard !isGone else { throw MediaRefusal(.damaged, "gone.jpg is damaged.") }
        guard order.form == .ppm else { return Data("JPEG of \(order.still.key)".utf8) }
        return Data("P6\n1 1\n255\n".utf8) + Data(repeating: 128, count: isBroken.withLock { $0 } ? 2 : 3)
    }

    func forget(_ id: MediaID) {
        forgotten.withLock { $0.append(id) }
    }
}

/// A renderer that writes a file of known bytes.
final class ScriptedRenderer: Sendable {
    /// Every export passes it, after half of its way.
    let gate: Latch
    private let orders = Mutex<[ExportOrder]>([])

    static let video = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

    init(isOpen: Bool = true) {
        gate = Latch(isOpen: isOpen)
    }

    /// What there is to do, counted for real, with nothing in the cache.
    func workload(_ order: ExportOrder) throws -> RenderWorkload {
        try RenderJob(
            timeline: order.timeline,
            settings: RenderSettings(quality: order.quality),
            media: order.media,
            cache: ChunkCache(folder: "/nonexistent"),
            launch: WorkerLaunch(executable: "/nonexistent", encoders: 2)
        ).workload()
    }

    var received: [ExportOrder] { orders.withLock { $0 } }

    func export(_ order: ExportOrder) async throws -> ExportResult {
        orders.withLock { $0.append(order) }
        order.progress(RenderProgress(fraction: 0.5, etaMS: 1234))
        await withTaskCancellationHandler {
            await gate.pass()
        } onCancel: {
            gate.open()
        }
        try Task.checkCancellation()
        if order.quality == .best { throw RenderError(.diskFull, "The disk that holds \(order.path) is full.") }
        try Self.video.write(to: URL(fileURLWithPath: order.path))
        return ExportResult(
            bytes: Self.video.count,
            durationMS: order.timeline.duration.rawValue,
            width: 960,
            height: 540,
            renderMS: 42
        )
    }
}
