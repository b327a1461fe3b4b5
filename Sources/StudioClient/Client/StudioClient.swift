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
    let identity: ClientIdentity
    let tokens: TokenKeeper?
    let clock: any Clock<Duration>
    let transport: Transport
    private let onWait: @Sendable (Duration) -> Void
    /// Whether the studio is one of ours; nil until it was asked.
    let isKinora: Mutex<Bool?>

    /// The longest answer that is read as a whole, in bytes.
    static let replyLimit = 64 << 20
    /// How long to wait after a refusal for too many calls, in seconds.
    static let rateLimitWait = 30

    /// - Parameters:
    ///   - tokens: Where tokens are kept; nil for a studio that wants none, such as the user's own.
    ///   - clock: Counts the wait after a refusal for too many calls.
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
        transport: Transport
    ) {
        self.address = address
        self.identity = identity
        self.tokens = address.isOwn ? nil : tokens
        self.clock = clock
        self.onWait = onWait
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

    /// Makes a call, and leaves an answer that `isStream` is true for unread.
    ///
    /// - Returns: The answer, and what was read of it.
    func open(
        _ call: Call,
        isAnswer: (Reply) -> Bool = { _ in false },
        isStream: (HTTPHead) -> Bool
    ) async throws -> (response: HTTPResponse, reply: Reply?) {
        var hasRenewed = false
        var hasWaited = false
        while true {
            let token = call.needsToken ? try await bearer() : nil
            let response = try await send(request(for: call, token: token))
            if isStream(response.head) { return (response, nil) }
            let reply = try await read(response)
            guard !isAnswer(reply), var refusal = reply.refusal else { return (response, reply) }
            switch refusal.code {
            case .badToken where !hasRenewed && call.needsToken:
                hasRenewed = true
                try await renew(refused: token, refusal)
            case .rateLimited where !hasWaited:
                hasWaited = true
                try await waitOut()
            case .unsupportedFile, .fileTooLarge:
                if case .form(_, let file) = call.body, !refusal.message.contains(file.name) {
                    refusal.message = "\(file.name): " + refusal.message
                }
                throw refusal
            default:
                throw refusal
            }
        }
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await studioErrors { try await transport.send(request) }
    }

    func read(_ response: HTTPResponse) async throws -> Reply {
        let body = try await studioErrors { try await response.body.collect(limit: Self.replyLimit) }
        return Reply(head: response.head, body: body, place: address.place)
    }

    func request(for call: Call, token: String?) throws -> HTTPRequest {
        guard let url = WebURL(address.base + call.path) else {
            throw StudioError(.badAddress, "The address of the studio cannot be used.")
        }
        var request = HTTPRequest(call.method, url)
        request.socketPath = address.socketPath
        request.headers = identity.headers + [.init(name: "Accept", value: call.accept)]
        request.confidentialHeaders = call.headers
        if let token { request.confidentialHeaders.append(.init(name: "Authorization", value: "Bearer \(token)")) }
        request.body = call.body
        request.timeouts = call.timeouts
        request.atMostOnce = call.atMostOnce
        request.onSent = call.onSent
        return request
    }

    private func waitOut() async throws {
        for left in stride(from: Self.rateLimitWait, to: 0, by: -1) {
            onWait(.seconds(left))
            try await clock.sleep(for: .seconds(1))
        }
        onWait(.zero)
    }
}
