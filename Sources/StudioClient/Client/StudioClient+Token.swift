import StudioAPI

extension StudioClient {
    /// The token for the studio: the one that is kept, or a new anonymous one. nil where none is wanted.
    func bearer() async throws -> String? {
        guard let tokens else { return nil }
        if let token = tokens.token(for: address.origin) { return token }
        return try await tokens.renew(for: address.origin, refused: nil) { try await fetchToken() }
    }

    /// Gets a token in place of one that the studio does not take.
    func renew(refused: String?, _ refusal: StudioError) async throws {
        guard let tokens else { throw refusal }
        guard tokens.givenToken(for: address.origin) == nil else {
            throw StudioError(.badToken, "\(address.name) does not accept NEMO_TOKEN. Check it, or unset it.")
        }
        _ = try await tokens.renew(for: address.origin, refused: refused) { try await fetchToken() }
    }

    /// One token a client in seven days, on the hosted service: a refusal stays one until then.
    private func fetchToken() async throws -> (token: String, seconds: Int) {
        var call = Call(.post, APIPath.anonymousToken)
        call.needsToken = false
        call.headers = [.init(name: APIHeader.clientID, value: try identity.clientID())]
        let reply: Reply
        do {
            reply = try await perform(call)
        } catch let error as StudioError where error.code == .rateLimited {
            throw StudioError(
                .rateLimited,
                "\(address.name) gives no further free token to this client yet. Set NEMO_TOKEN, or work on this machine.",
                retryAfter: error.retryAfter
            )
        }
        guard let token = reply.field("token", "access_token")?.text else { throw reply.strange }
        return (token, reply.field("expires_in", "expiresIn")?.number ?? Self.tokenLifetime)
    }

    /// In seconds: what the hosted service gives, and does not say.
    private static let tokenLifetime = 7 * 24 * 3600
}
