import HTTP
public import StudioAPI
import Synchronization
public import Timeline

/// A session, as it was made.
public struct StudioSession: Codable, Hashable, Sendable {
    public var id: String
    /// The task the session belongs to, where the studio has such.
    public var taskID: String?
    /// The id that a registration link wants.
    public var bindID: String?

    public init(id: String, taskID: String? = nil, bindID: String? = nil) {
        self.id = id
        self.taskID = taskID
        self.bindID = bindID
    }
}

/// The state of a session, as the studio tells it.
public struct SessionState: Sendable {
    /// The whole answer, as it came.
    public var body: [UInt8]
    /// The draft as it came; nil when there is none yet. Read it with ``DraftDigest``, hand it back as it is.
    public var draft: RawJSON?
    /// What the session was given; empty where the studio tells it in a form of its own.
    public var media: [MediaItem]
    /// The id that a registration link wants.
    public var bindID: String?
}

/// What a page of the studio's is opened with in a browser.
public struct ClaimToken: Hashable, Sendable {
    public var token: String
    /// In seconds.
    public var expiresIn: Int?
}

extension StudioClient {
    /// What the studio is; nil for a hosted one, which knows no such call.
    ///
    /// - Throws: ``StudioError`` only when the studio cannot be reached.
    public func info() async throws -> StudioInfo? {
        try await info(within: nil)
    }

    func info(within time: Duration?) async throws -> StudioInfo? {
        var call = Call(.get, APIPath.info)
        if let time { call.timeouts.total = time }
        // A studio says what it is to anyone, and the token may not be there yet.
        call.needsToken = false
        do {
            let info = try await perform(call).decode(StudioInfo.self)
            isKinora.withLock { $0 = true }
            return info
        } catch let error as StudioError {
            switch error.code {
            case .unreachable, .untrusted, .timedOut, .interrupted, .insecure, .badAddress, .failed: throw error
            default:
                isKinora.withLock { $0 = false }
                return nil
            }
        }
    }

    /// Makes a session.
    public func makeSession(language: Language) async throws -> StudioSession {
        let body = RawJSON(object: [
            "task_name": RawJSON(string: "project"), "language": RawJSON(string: language.rawValue),
        ])
        let reply = try await perform(Call(.post, APIPath.session, json: body.bytes))
        guard let id = reply.field("session_id", "sessionId")?.text else { throw reply.strange }
        return StudioSession(
            id: id,
            taskID: reply.field("task_id", "taskId")?.text,
            bindID: reply.bindID
        )
    }

    /// The caller's sessions, the latest first; nil where the studio keeps no list.
    public func sessions() async throws -> [SessionSummary]? {
        try await orNilIfUnknown {
            try await perform(Call(.get, APIPath.sessions)).decode(SessionsReply.self).sessions
        }
    }

    /// What is on the timeline.
    public func state(_ session: String) async throws -> SessionState {
        let reply = try await perform(Call(.get, APIPath.state(session: session.asPathPart)))
        // An answer without a state is no state without a draft.
        guard let state = RawJSON.field(["state"], in: reply.body),
            state.isNull || state.bytes.first == UInt8(ascii: "{")
        else { throw reply.strange }
        let draft = RawJSON.field(["state", "draft"], in: reply.body).flatMap { $0.isNull ? nil : $0 }
        let media = RawJSON.field(["state", "video_infos"], in: reply.body).flatMap { $0.decoded([MediaItem].self) }
        return SessionState(
            body: reply.body,
            draft: draft,
            media: media ?? [],
            bindID: reply.bindID
        )
    }

    /// What the account has.
    public func credits() async throws -> CreditsReply {
        let reply = try await perform(Call(.get, APIPath.credits))
        guard let available = reply.field("available", "balance")?.number else { throw reply.strange }
        let frozen = reply.field("frozen")?.number ?? 0
        return CreditsReply(
            available: available,
            frozen: frozen,
            total: reply.field("total")?.number ?? available + frozen
        )
    }

    /// Takes the last edit back; nil where the studio cannot, and an undo is asked of the agent in words.
    public func undo(_ session: String) async throws -> HistoryReply? {
        try await step(APIPath.undo(session: session.asPathPart))
    }

    /// Does the edit again that was taken back last; nil where the studio cannot.
    public func redo(_ session: String) async throws -> HistoryReply? {
        try await step(APIPath.redo(session: session.asPathPart))
    }

    private func step(_ path: String) async throws -> HistoryReply? {
        try await orNilIfUnknown {
            var call = Call(.post, path)
            call.atMostOnce = true
            return try await perform(call).decode(HistoryReply.self)
        }
    }

    /// A token that opens this one session in a browser, and calls no API.
    public func claimToken(_ session: StudioSession) async throws -> ClaimToken {
        let body = RawJSON(object: [
            "task_id": RawJSON(string: session.taskID ?? ""), "session_id": RawJSON(string: session.id),
        ])
        var call = Call(.post, APIPath.claimToken, json: body.bytes)
        // The link is an extra: a video that is there does not wait long for it.
        call.timeouts.total = .seconds(10)
        let reply = try await perform(call)
        guard let token = reply.field("claim_token", "claimToken")?.text else { throw reply.strange }
        return ClaimToken(token: token, expiresIn: reply.field("expires_in", "expiresIn")?.number)
    }

    /// nil in place of the refusals of a studio that has no such call.
    func orNilIfUnknown<Value>(_ call: () async throws -> Value) async throws -> Value? {
        do {
            return try await call()
        } catch let error as StudioError where error.code == .notFound || error.code == .badReply {
            if isKinora.withLock({ $0 }) == true { throw error }
            return nil
        }
    }
}
