import StudioAPI
import StudioClient
import Timeline

/// What the chat wants of a studio, and no more.
protocol StudioService: Sendable {
    /// By which sessions and jobs are told apart from those of other studios.
    var origin: String { get }
    /// Its name for a person.
    var host: String { get }
    var isLocal: Bool { get }

    /// Nil for a hosted studio, which has no such call.
    func info() async throws -> StudioInfo?
    func makeSession(language: Language) async throws -> StudioSession
    /// Nil for a studio that keeps no list.
    func sessions() async throws -> [SessionSummary]?
    /// - Parameter progress: Gets 0…1.
    func upload(
        _ path: String,
        session: String,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> UploadOutcome
    func turn(_ text: String, session: String, turn: String) async throws -> AsyncThrowingStream<TurnItem, any Error>
    func record(of turn: String, session: String) async throws -> TurnReplay?
    /// The draft as the studio keeps it; nil when there is none yet.
    func draft(of session: String) async throws -> RawJSON?
    func credits() async throws -> CreditsReply
    func submit(_ id: String, session: String, draft: RawJSON, output: RenderOutput) async throws
    func poll(_ id: String) async throws -> RenderStatus
    func cancel(_ id: String) async throws
    /// - Returns: The size of the file in bytes.
    func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        replacing: Bool,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int
    /// Nil for a studio that has no such call.
    func undo(_ session: String) async throws -> HistoryReply?
    func redo(_ session: String) async throws -> HistoryReply?
}

/// What became of a file that was sent.
struct UploadOutcome: Hashable, Sendable {
    var path: String
    /// What the studio took it for, where it says so.
    var item: MediaItem?
    /// Why it was not taken, in a sentence.
    var refusal: String?
    /// The session had it before; it was not sent again.
    var isRepeat = false

    var name: String { MediaName.last(of: path) }
}

/// A studio behind its API.
struct ClientService: StudioService {
    let client: StudioClient

    var origin: String { client.address.socketPath == nil ? client.address.origin : "own" }
    var host: String { client.address.name }
    var isLocal: Bool { client.address.isLocal }

    func info() async throws -> StudioInfo? { try await client.info() }
    func makeSession(language: Language) async throws -> StudioSession {
        try await client.makeSession(language: language)
    }
    func sessions() async throws -> [SessionSummary]? { try await client.sessions() }

    func upload(
        _ path: String,
        session: String,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> UploadOutcome {
        let result = try await client.upload(path, session: session) { state in
            progress(Double(state.sent) / Double(max(state.total, 1)))
        }
        switch result.outcome {
        case .taken(let item): return UploadOutcome(path: path, item: item)
        case .refused(let refusal): return UploadOutcome(path: path, refusal: refusal.message)
        }
    }

    func turn(_ text: String, session: String, turn: String) async throws -> AsyncThrowingStream<TurnItem, any Error> {
        let items = try await client.run(text, session: session, turn: turn)
        return AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    for try await item in items { continuation.yield(item) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    func record(of turn: String, session: String) async throws -> TurnReplay? {
        try await client.turnRecord(turn, session: session)
    }

    func draft(of session: String) async throws -> RawJSON? {
        try await client.state(session).draft
    }

    func credits() async throws -> CreditsReply { try await client.credits() }

    func submit(_ id: String, session: String, draft: RawJSON, output: RenderOutput) async throws {
        try await client.submitRender(id: id, session: session, draft: draft, output: output)
    }
    func poll(_ id: String) async throws -> RenderStatus { try await client.poll(id) }
    func cancel(_ id: String) async throws { try await client.cancelRender(id) }

    func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        replacing: Bool,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int {
        let file = try await client.download(id, output: output, to: path, existing: replacing ? .replace : .refuse) {
            state in
            if let total = state.total, total > 0 { progress(Double(state.received) / Double(total)) }
        }
        return file.bytes
    }

    func undo(_ session: String) async throws -> HistoryReply? { try await client.undo(session) }
    func redo(_ session: String) async throws -> HistoryReply? { try await client.redo(session) }
}
