import Foundation
import StudioAPI
import StudioClient
import Synchronization
import Timeline

@testable import Chat

/// A studio that does what the test says, and remembers what was asked of it.
final class FakeStudio: StudioService {
    /// One answer to a message: what comes on the stream, and the timeline after it.
    struct Turn: Sendable {
        var items: [TurnItem]
        var timeline: Timeline?
        /// The stream stays open after the items, until the reader goes away.
        var hangs = false
        /// The stream breaks off after the items.
        var breaksOff = false

        static func says(_ text: String, timeline: Timeline? = nil) -> Turn {
            let summary = TurnSummary(hadText: !text.isEmpty, draftChanged: timeline != nil)
            var items: [TurnItem] = []
            if timeline != nil { items.append(.draftChanged) }
            if !text.isEmpty { items.append(.text(text)) }
            return Turn(items: items + [.ended(summary)], timeline: timeline)
        }
    }

    struct State {
        var turns: [Turn] = []
        var renders: [String: [RenderStatus]] = [:]
        var refusals: [String: String] = [:]
        /// What is in a file, by its name.
        var contents: [String: MediaID] = [:]
        var draft: RawJSON?
        var canUndo = false
        var record: TurnReplay?
        /// What the record is before, look by look.
        var earlierRecords: [TurnReplay] = []
        /// What the next states are, one after the other; after them it is ``draft``.
        var drafts: [RawJSON?] = []
        var media: [MediaItem] = []
        /// What the next calls of a name are refused with; nil lets one through.
        var errors: [String: [StudioError?]] = [:]
        /// With which position each file came, by its name.
        var positions: [String: Int] = [:]
        var uploadsNow = 0
        var mostUploadsAtOnce = 0
        /// Every call, as a line.
        var calls: [String] = []
        var pollsThatFail = 0
        var polls = 0
        /// The drafts that were to be exported, by their job.
        var submitted: [String: RawJSON] = [:]
        var sessions = 0
        /// What there is to look at; nil: this studio makes no pictures.
        var preview: PreviewReply?
        /// What pictures are, by their address.
        var pictures: [String: PlainPicture] = [:]
        /// How long an export takes, in ms; nil: this studio does not say.
        var estimate: Int?
        var usesGivenToken = false
        var listed: [SessionSummary]? = [
            SessionSummary(
                id: "old",
                title: "trip",
                updated: 0,
                media: 2,
                summary: "Timeline (1 track): 1. Video: trip (0-8s)"
            )
        ]
    }

    let state = Mutex(State())
    let isLocal: Bool
    var isOwn: Bool { isLocal }
    var origin: String { isLocal ? "own" : "https://studio.example" }
    var usesGivenToken: Bool { state.withLock { $0.usesGivenToken } }
    var host: String { isLocal ? "this machine" : "studio.example" }

    init(isLocal: Bool = true, turns: [Turn] = []) {
        self.isLocal = isLocal
        state.withLock { $0.turns = turns }
    }

    var calls: [String] { state.withLock { $0.calls } }

    private func called(_ call: String) throws {
        let error = state.withLock { state -> StudioError? in
            state.calls.append(call)
            let name = String(call.prefix { $0 != " " })
            guard let errors = state.errors[name], let first = errors.first else { return nil }
            state.errors[name] = Array(errors.dropFirst())
            return first
        }
        if let error { throw error }
    }

    func info() async throws -> StudioInfo? {
        guard isLocal else { return nil }
        return StudioInfo(
            name: "Kinora",
            version: "1",
            build: "1",
            local: true,
            credits: "unlimited",
            qualities: [],
            aspects: Aspect.allCases.map(\.rawValue)
        )
    }

    func makeSession(language: Language) async throws -> StudioSession {
        try called("session \(language.rawValue)")
        let number = state.withLock { state in
            state.sessions += 1
            return state.sessions
        }
        return StudioSession(id: "s\(number)", taskID: "t\(number)", bindID: isLocal ? nil : "b\(number)")
    }

    func sessions() async throws -> [SessionSummary]? { state.withLock { $0.listed } }

    func upload(
        _ path: String,
        session: String,
        position: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> UploadOutcome {
        try called("upload \(MediaName.last(of: path))")
        state.withLock { state in
            state.positions[MediaName.last(of: path)] = position
            state.uploadsNow += 1
            state.mostUploadsAtOnce = max(state.mostUploadsAtOnce, state.uploadsNow)
        }
        defer { state.withLock { $0.uploadsNow -= 1 } }
        progress(0.5)
        await Task.yield()
        return outcome(of: path, name: MediaName.last(of: path))
    }

    func upload(url: String, session: String) async throws -> UploadOutcome {
        try called("fetch \(url)")
        return outcome(of: url, name: url)
    }

    private func outcome(of path: String, name: String) -> UploadOutcome {
        state.withLock { state in
            if let refusal = state.refusals[name] {
                return UploadOutcome(path: path, refusal: StudioError(.unsupportedFile, refusal))
            }
            return UploadOutcome(
                path: path,
                item: state.contents[name].map { MediaItem(id: $0, name: name, kind: .photo) }
            )
        }
    }

    func turn(_ text: String, session: String, turn: String) async throws -> AsyncThrowingStream<TurnItem, any Error> {
        try called("turn \(text)")
        let next = state.withLock { state in
            let turn = state.turns.isEmpty ? Turn.says("?") : state.turns.removeFirst()
            if let timeline = turn.timeline { state.draft = Self.draft(timeline) }
            return turn
        }
        return AsyncThrowingStream { continuation in
            for item in next.items { continuation.yield(item) }
            if next.breaksOff {
                continuation.finish(throwing: StudioError(.interrupted, "The studio went away."))
            } else if !next.hangs {
                continuation.finish()
            }
        }
    }

    func record(of turn: String, session: String) async throws -> TurnReplay? {
        try called("record")
        return state.withLock { $0.earlierRecords.isEmpty ? $0.record : $0.earlierRecords.removeFirst() }
    }

    func state(of session: String) async throws -> StudioState {
        try called("state")
        return state.withLock { state in
            let draft = state.drafts.isEmpty ? state.draft : state.drafts.removeFirst()
            return StudioState(draft: draft, media: state.media, bindID: "b-state")
        }
    }

    func preview(_ session: String, aspect: String?) async throws -> PreviewReply? {
        try called("preview" + (aspect.map { " " + $0 } ?? ""))
        return state.withLock { $0.preview }
    }

    func picture(_ url: String, side: Int) async throws -> PlainPicture? {
        try called("picture \(url) \(side)")
        return state.withLock { $0.pictures[url] }
    }

    func estimate(_ session: String, quality: String, aspect: String?) async throws -> RenderEstimate? {
        try called("estimate \([quality, aspect].compactMap(\.self).joined(separator: " "))")
        return state.withLock { state in
            state.estimate.map {
                RenderEstimate(estimateMS: $0, measured: true, waitingMS: 0, outputs: [])
            }
        }
    }

    func credits() async throws -> CreditsReply {
        try called("credits")
        return CreditsReply(available: 40, frozen: 10, total: 50)
    }

    func submit(_ id: String, session: String, draft: RawJSON, output: RenderOutput) async throws {
        let marks = [output.quality, output.aspect, output.background ? "background" : nil]
        try called("submit \(marks.compactMap(\.self).joined(separator: " "))")
        state.withLock { state in
            state.submitted[id] = draft
            guard state.renders[id] == nil else { return }
            state.renders[id] = state.renders.removeValue(forKey: "next") ?? [Self.completed(id)]
        }
    }

    func poll(_ id: String) async throws -> RenderStatus {
        let error = state.withLock { state -> StudioError? in
            state.polls += 1
            guard let errors = state.errors["poll"], let first = errors.first else { return nil }
            state.errors["poll"] = Array(errors.dropFirst())
            return first
        }
        if let error { throw error }
        let status = try state.withLock { state throws(StudioError) -> RenderStatus in
            if state.pollsThatFail > 0 {
                state.pollsThatFail -= 1
                throw StudioError(.unreachable, "The studio does not answer.")
            }
            guard var left = state.renders[id] else { throw StudioError(.notFound, "There is no such export.") }
            let status = left.removeFirst()
            state.renders[id] = left.isEmpty ? [status] : left
            return status
        }
        return status
    }

    func cancel(_ id: String) async throws { try called("cancel") }

    func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        replacing: Bool,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int {
        try called("download")
        if !replacing, FileManager.default.fileExists(atPath: path) { throw StudioError(.fileExists, "It exists.") }
        try Data("video".utf8).write(to: URL(filePath: path))
        return 12_400_000
    }

    func undo(_ session: String) async throws -> HistoryReply? {
        try called("undo")
        let can = state.withLock { $0.canUndo }
        return HistoryReply(changed: can, canUndo: false, canRedo: can, changes: [], draft: Draft(t: [], d: 0, m: [:]))
    }

    func redo(_ session: String) async throws -> HistoryReply? {
        try called("redo")
        return nil
    }

    func page(of session: StudioSession) async throws -> String? {
        try called("page \(session.id) \(session.taskID ?? "-")")
        return isOwn ? nil : "https://web.example/workspace/claim?ct=clm_1"
    }

    func registration(bind: String?) -> String? { "https://web.example/?bind=\(bind ?? "-")" }

    static func completed(_ id: String) -> RenderStatus {
        RenderStatus(
            id: id,
            status: .completed,
            renderMS: 9000,
            output: RenderStatus.Output(url: "/x", bytes: 12_400_000, durationMS: 20_000, width: 1920, height: 1080)
        )
    }

    static func rendering(_ fraction: Double, etaMS: Int? = nil) -> RenderStatus {
        RenderStatus(id: "", status: .processing, progress: fraction, etaMS: etaMS)
    }

    static func draft(_ timeline: Timeline) -> RawJSON? {
        (try? JSONEncoder().encode(Draft(timeline))).flatMap { RawJSON(Array($0)) }
    }

    /// Stills of 4 s with these names, and a title.
    static func timeline(_ names: [String], title: String? = nil) -> Timeline {
        Timeline(
            segments: names.map { name in
                Segment(
                    id: name,
                    media: name,
                    kind: .photo,
                    name: name + ".jpg",
                    size: PixelSize(width: 100, height: 100),
                    duration: .seconds(4)
                )
            },
            texts: title.map { [TextSegment(id: "t", text: $0)] } ?? []
        )
    }
}
