import StudioAPI
import StudioClient
import Timeline

/// A studio behind its API.
struct ClientService: StudioService {
    let client: StudioClient
    let environment: [String: String]

    var origin: String { isOwn ? "own" : client.address.origin }
    var host: String { client.address.name }
    var isLocal: Bool { client.address.isLocal }
    var isOwn: Bool { client.address.isOwn }
    var usesGivenToken: Bool { client.hasGivenToken }

    func info() async throws -> StudioInfo? { try await client.info() }
    func makeSession(language: Language) async throws -> StudioSession {
        try await client.makeSession(language: language)
    }
    func sessions() async throws -> [SessionSummary]? { try await client.sessions() }

    func upload(
        _ path: String,
        session: String,
        position: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> UploadOutcome {
        let result = try await client.upload(path, session: session, position: position) { state in
            progress(Double(state.sent) / Double(max(state.total, 1)))
        }
        return outcome(result.outcome, of: path)
    }

    func upload(url: String, session: String) async throws -> UploadOutcome {
        let results = try await client.upload(urls: [url], session: session)
        return outcome(results.first?.outcome ?? .taken(nil), of: url)
    }

    private func outcome(_ outcome: UploadResult.Outcome, of path: String) -> UploadOutcome {
        switch outcome {
        case .taken(let item): UploadOutcome(path: path, item: item)
        case .refused(let refusal):
            UploadOutcome(path: path, refusal: StudioError(Self.kind(of: refusal.code), refusal.message))
        }
    }

    private static func kind(of code: APICode) -> StudioError.Code {
        switch code {
        case .unsupportedFile: .unsupportedFile
        case .fileTooLarge: .fileTooLarge
        default: .badRequest
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

    func state(of session: String) async throws -> StudioState {
        let state = try await client.state(session)
        return StudioState(draft: state.draft, media: state.media, bindID: state.bindID)
    }

    func preview(_ session: String, aspect: String?) async throws -> PreviewReply? {
        try await client.preview(session, aspect: aspect)
    }
    func picture(_ url: String, side: Int) async throws -> PlainPicture? { try await client.picture(url, side: side) }
    func estimate(_ session: String, quality: String, aspect: String?) async throws -> RenderEstimate? {
        try await client.estimate(session, quality: quality, aspects: aspect.map { [$0] } ?? [])
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

    func page(of session: StudioSession) async throws -> String? {
        guard !isOwn else { return nil }
        return client.address.page(for: try await client.claimToken(session), environment: environment)
    }

    func registration(bind: String?) -> String? {
        guard let bind else { return client.address.webOrigin(environment: environment) }
        return client.address.registration(bind: bind, environment: environment)
    }
}
