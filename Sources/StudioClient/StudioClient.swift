public import StudioAPI
public import Timeline

/// A studio, spoken to through its API.
///
/// Every call throws ``StudioError`` when the studio refuses or cannot be reached, and `CancellationError` when its
/// task is cancelled, which ends the transfer at once.
public final class StudioClient: Sendable {
    public let address: StudioAddress
    let identity: ClientIdentity
    let tokens: TokenKeeper?

    /// - Parameters:
    ///   - tokens: Where tokens are kept; nil for a studio that wants none, such as the user's own.
    ///   - clock: Counts the wait after a refusal for too many calls.
    ///   - onWait: Told every second how long the wait will still be.
    public init(
        address: StudioAddress,
        identity: ClientIdentity,
        tokens: TokenKeeper? = nil,
        clock: any Clock<Duration> = ContinuousClock(),
        onWait: @escaping @Sendable (Duration) -> Void = { _ in }
    ) {
        self.address = address
        self.identity = identity
        self.tokens = tokens
    }
}

public struct StudioSession: Hashable, Sendable {
    public var id: String
    public var taskID: String?
    public var bindID: String?

    public init(id: String, taskID: String? = nil, bindID: String? = nil) {
        self.id = id
        self.taskID = taskID
        self.bindID = bindID
    }
}

/// A session the studio still has, for a list to take one up from.
public struct SessionListing: Hashable, Sendable {
    public var session: StudioSession
    public var title: String?
    public var updated: Double?
    public var summary: String?

    public init(session: StudioSession, title: String? = nil, updated: Double? = nil, summary: String? = nil) {
        self.session = session
        self.title = title
        self.updated = updated
        self.summary = summary
    }
}

public struct UploadProgress: Hashable, Sendable {
    public var sent: Int
    public var total: Int
}

/// What became of one file.
public struct UploadResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case taken(MediaItem?)
        case refused(UploadReply.Refusal)
    }

    public var path: String
    public var outcome: Outcome
}

/// The state of a session as the studio tells it.
public struct SessionState: Sendable {
    /// The whole answer, as it came.
    public var body: [UInt8]
}

public struct ClaimToken: Hashable, Sendable {
    public var token: String
    public var expiresIn: Int?
}

/// What to do when the file to be written exists.
public enum ExistingFile: Sendable {
    case refuse
    case replace
    /// "name (2).mp4" …
    case anotherName
}

public struct DownloadProgress: Hashable, Sendable {
    public var received: Int
    public var total: Int?
}

public struct DownloadedFile: Hashable, Sendable {
    public var path: String
    public var bytes: Int
}

public enum StudioStop: String, Sendable {
    case now
    case whenIdle
}

extension StudioClient {
    private var later: StudioError { StudioError(.failed, "") }

    /// What the studio is; nil for a hosted one, which has no such call.
    public func info() async throws -> StudioInfo? { throw later }
    public func makeSession(language: Language) async throws -> StudioSession { throw later }
    public func sessions() async throws -> [SessionListing] { throw later }
    public func upload(
        _ path: String,
        session: String,
        progress: @escaping @Sendable (UploadProgress) -> Void = { _ in }
    ) async throws -> UploadResult { throw later }
    /// Sends a message to the agent. It is sent once: a stream that breaks is not asked for again.
    /// - Parameter turn: A name for the turn, by which ``turnRecord(_:session:)`` finds it again.
    public func run(_ text: String, session: String, turn: String) async throws -> TurnStream { throw later }
    /// What the studio kept of a turn; nil where it keeps no such record.
    public func turnRecord(_ turn: String, session: String) async throws -> TurnReplay? { throw later }
    public func state(_ session: String) async throws -> SessionState { throw later }
    public func credits() async throws -> CreditsReply { throw later }
    public func submitRender(
        id: String,
        session: String,
        draft: [UInt8],
        output: RenderOutput
    ) async throws { throw later }
    public func poll(_ id: String) async throws -> RenderStatus { throw later }
    public func cancelRender(_ id: String) async throws { throw later }
    /// Fetches a finished export.
    public func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        existing: ExistingFile,
        progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws -> DownloadedFile { throw later }
    public func claimToken(_ session: StudioSession) async throws -> ClaimToken { throw later }
    /// False when there is nothing to take back.
    public func undo(_ session: String) async throws -> Bool { throw later }
    public func redo(_ session: String) async throws -> Bool { throw later }
    public func stop(_ when: StudioStop) async throws { throw later }
    public func clean() async throws { throw later }
}

/// A turn as the studio recorded it.
public struct TurnReplay: Hashable, Sendable {
    public var finished: Bool
    public var items: [TurnItem]
}

/// The items of a turn as they arrive. Read once.
public struct TurnStream: AsyncSequence, Sendable {
    public typealias Element = TurnItem
    public struct AsyncIterator: AsyncIteratorProtocol {
        public mutating func next() async throws -> TurnItem? { nil }
    }
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}
