import HTTP
import StudioAPI
import Synchronization

/// A studio, spoken to through its API.
///
/// Every call throws ``StudioError`` when the studio refuses or cannot be reached, and `CancellationError` when its
/// task is cancelled, which ends the transfer at once. A call that the studio turns away for a bad token is made again
/// with a new one, one that comes too often again after half a minute: once each.
public final class StudioClient: Sendable {
    public let address: StudioAddress
    /// The person gave a token of their own for this studio: they are no guest there.
    public var hasGivenToken: Bool { tokens?.givenToken(for: address.origin) != nil }
    let identity: ClientIdentity
    let tokens: TokenKeeper?
    let clock: any Clock<Duration>
    let transport: Transport
    private let onWait: @Sendable (Duration) -> Void
    /// The most any plain call may take, where that is less than usual.
    private let callLimit: Duration?
    /// Whether the studio is one of ours; nil until it was asked.
    let isKinora: Mutex<Bool?>

    /// The longest answer that is read as a whole, in bytes.
    static let replyLimit = 64 << 20
    /// How long to wait after a refusal for too many calls, in seconds.
    static let rateLimitWait = 30

    /// - Parameters:
    ///   - tokens: Where tokens are kept; nil for a studio that wants none, such as the user's own.
    ///   - clock: Counts the wait after a refusal for too many calls, and how long a turn may take.
    ///   - onWait: Told every second how long that wait will still be.
    public convenience init(
        address: StudioAddress,
        identity: ClientIdentity,
        tokens: TokenKeeper? = nil,
        clock: any Clock<Duration> = ContinuousClock(),
        onWait: @escaping @Sendable (Duration) -> Void = { _ in }
    ) {
        self.init(
            address: address,
            identity: identity,
            tokens: tokens,
            clock: clock,
            onWait: onWait,
            transport: .shared
        )
    }

    init(
        address: StudioAddress,
        identity: ClientIdentity,
        tokens: TokenKeeper?,
        clock: any Clock<Duration>,
        onWait: @escaping @Sendable (Duration) -> Void,
        callLimit: Duration? = nil,
        transport: Transport
    ) {
        self.address = address
        self.identity = identity
        self.tokens = address.isOwn ? nil : tokens
        self.clock = clock
        self.onWait = onWait
        self.callLimit = callLimit
        self.transport = transport
        self.isKinora = Mutex(address.isOwn ? true : nil)
    }
}

extension StudioClient {
    /// Makes a call and reads its answer.
    ///
    /// - Parameter isAnswer: True for what is to be taken for an answer although it looks like a refusal.
    /// - Throws: ``StudioError`` for whatever the studio refuses.
    func perform(_ call: Call, isAnswer: (Reply) -> Bool = { _ in false }) async throws -> Reply {
        guard let reply = try await open(call, isAnswer: isAnswer, isStream: { _ in false }).reply else {
            preconditionFailure("what is no stream is read")
        }
        return reply
    }

    /// An answer, and what was read of it.
    struct Opened: Sendable {
        var response: HTTPResponse
        /// nil for a stream, which is left unread.
        var reply: Reply?
        var token: String?
    }

    /// Makes a call, and leaves an answer that `isStream` is true for unread.
    func open(
        _ call: Call,
        isAnswer: (Reply) -> Bool = { _ in false },
        isStream: (HTTPHead) -> Bool
    ) async throws -> Opened {
        var call = call
        var repeats = Repeats()
        while true {
            let token = call.needsToken ? try await bearer() : nil
            let response = try await send(request(for: call, token: token))
            if isStream(response.head) { return Opened(response: response, reply: nil, token: token) }
            let reply = try await read(response)
            guard !isAnswer(reply), let refusal = reply.refusal else {
                return Opened(response: response, reply: reply, token: token)
            }
            guard try await repeats.prepare(&call, of: self, after: refusal, token: token) else {
                throw safe(refusal, of: call, token: token)
            }
        }
    }

    /// What a refused call is made again for: once each.
    struct Repeats: Sendable {
        private var hasRenewed = false
        private var hasWaited = false
        private var hasIdentified = false

        /// Does what is missing.
        ///
        /// - Returns: False when the refusal is final.
        mutating func prepare(
            _ call: inout Call,
            of client: StudioClient,
            after refusal: StudioError,
            token: String?
        ) async throws -> Bool {
            switch refusal.code {
            case .badToken where !hasRenewed && call.needsToken:
                hasRenewed = true
                try await client.renew(refused: token, refusal)
            case .rateLimited where !hasWaited:
                hasWaited = true
                try await client.waitOut()
            case .badRequest where !hasIdentified && refusal.wantsClientID:
                hasIdentified = true
                call.headers.removeAll { $0.name == APIHeader.clientID }
                call.headers.append(.init(name: APIHeader.clientID, value: try client.identity.clientID()))
            default:
                return false
            }
            return true
        }
    }

    /// A refusal fit for a person: it names the file, and never the token it was given for.
    func safe(_ refusal: StudioError, of call: Call, token: String?) -> StudioError {
        var refusal = refusal
        if let token, refusal.message.contains(token) {
            refusal.message = "\(address.place.start) did not accept the request."
        }
        if case .form(_, let file) = call.body, refusal.code == .unsupportedFile || refusal.code == .fileTooLarge,
            !refusal.message.contains(file.name)
        {
            refusal.message = "\(file.name): " + refusal.message
        }
        return refusal
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await studioErrors { try await transport.send(request) }
    }

    func read(_ response: HTTPResponse) async throws -> Reply {
        let body = try await studioErrors { try await response.body.collect(limit: Self.replyLimit) }
        return Reply(head: response.head, body: body, place: address.place)
    }

    func request(for call: Call, token: String?) throws -> HTTPRequest {
        guard let url = call.url ?? WebURL(address.base + call.path) else {
            throw StudioError(.badAddress, "The address of the studio cannot be used.")
        }
        var request = HTTPRequest(call.method, url)
        if url.origin == address.origin { request.socketPath = address.socketPath }
        request.headers = identity.headers + [.init(name: "Accept", value: call.accept)] + call.openHeaders
        request.confidentialHeaders = call.headers
        if let token { request.confidentialHeaders.append(.init(name: "Authorization", value: "Bearer \(token)")) }
        request.body = call.body
        request.timeouts = call.timeouts
        if let limit = callLimit, let total = request.timeouts.total { request.timeouts.total = min(total, limit) }
        request.atMostOnce = call.atMostOnce
        request.onSent = call.onSent
        return request
    }

    func waitOut() async throws {
        for left in stride(from: Self.rateLimitWait, to: 0, by: -1) {
            onWait(.seconds(left))
            try await clock.sleep(for: .seconds(1))
        }
        onWait(.zero)
    }
}
