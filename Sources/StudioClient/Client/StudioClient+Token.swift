import FoundationEssentials
import HTTP
import StudioAPI

extension StudioClient {
    /// The token for the studio: the one that is kept, or a new anonymous one. nil where none is wanted.
    func bearer() async throws -> String? {
        guard let tokens else { return nil }
        if let token = tokens.token(for: address.origin) { return token }
        return try await tokens.renew(for: address.origin, refused: nil) { try await fetchToken(at: $0) }
    }

    /// Gets a token in place of one that the studio does not take.
    func renew(refused: String?, _ refusal: StudioError) async throws {
        guard let tokens else { throw refusal }
        guard tokens.givenToken(for: address.origin) == nil else {
            throw StudioError(.badToken, "\(address.name) does not accept NEMO_TOKEN. Check it, or unset it.")
        }
        _ = try await tokens.renew(for: address.origin, refused: refused) { try await fetchToken(at: $0) }
    }

    /// One token a client in seven days, on the hosted service: a refusal stays one until then.
    private func fetchToken(at now: Double) async throws -> (token: String, expires: Double) {
        var call = Call(.post, APIPath.anonymousToken)
        call.needsToken = false
        call.headers = [.init(name: APIHeader.clientID, value: try identity.clientID())]
        let reply: Reply
        do {
            reply = try await perform(call)
        } catch let error as StudioError where error.code == .rateLimited {
            let due = error.retryAfter ?? tokens?.untilNextToken(for: address.origin)
            let time = due.map { " The next one is due in \(Self.words(for: $0))." } ?? ""
            throw StudioError(
                .rateLimited,
                "\(address.place.start) gives no further free token yet.\(time) Set NEMO_TOKEN, or work on this machine.",
                retryAfter: due
            )
        }
        guard let token = reply.field("token", "access_token")?.text else { throw reply.strange }
        return (token, Self.expiry(in: reply, at: now) ?? now + Self.tokenLifetime)
    }

    /// As the studio tells it: for how long, or until when.
    private static func expiry(in reply: Reply, at now: Double) -> Double? {
        if let seconds = reply.field("expires_in", "expiresIn")?.number { return now + Double(seconds) }
        guard let end = reply.field("expires_at", "expiresAt") else { return nil }
        if let date = end.string.flatMap({ try? Date($0, strategy: .iso8601) }) { return date.timeIntervalSince1970 }
        // Some count seconds since 1970, some milliseconds.
        return end.number.map { Double($0) / ($0 > 1 << 40 ? 1000 : 1) }
    }

    /// "2 days", "5 hours", "1 minute"; rounded up, for nothing comes early.
    private static func words(for time: Duration) -> String {
        let minutes = max(1, (time.milliseconds + 59_999) / 60_000)
        let (count, unit) =
            minutes > 2 * 24 * 60
            ? ((minutes + 24 * 60 - 1) / (24 * 60), "day")
            : minutes > 2 * 60 ? ((minutes + 59) / 60, "hour") : (minutes, "minute")
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// In seconds: what the hosted service gives, and does not say.
    private static let tokenLifetime = 7 * 24 * 3600.0
}
