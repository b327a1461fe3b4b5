import HTTPTypes
import Hummingbird
import StudioAPI

/// Tokens and credits.
struct AccountRoutes {
    let studio: StudioCore

    /// What an account without limits is said to have.
    static let plenty = 999_999_999

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.anonymousToken) { try await anonymousToken($0, $1) }
        table.on(.delete, APIPath.token) { request, _ in try await revokeToken(request) }
        table.on(.post, APIPath.claimToken) { request, _ in try await claimToken(request) }
        table.on(.get, APIPath.credits) { request, _ in try await credits(request) }
    }

    private func anonymousToken(_ request: Request, _ context: StudioContext) async throws -> Response {
        guard let field = HTTPField.Name(APIHeader.clientID), let client = request.headers[field],
            (1...200).contains(client.utf8.count)
        else {
            throw Refusal(.badRequest, "The header \(APIHeader.clientID) is missing: a UUID that stays the same.")
        }
        let issued = try await studio.store.issueToken(
            client: client,
            address: studio.origin(of: request, context).map(ClientAddress.household),
            limits: studio.configuration.limits
        )
        return try Reply.success(
            TokenReply(token: issued.token, credits: issued.available, expiresIn: issued.expiresIn)
        )
    }

    private struct RevokedReply: Codable, Sendable {
        var revoked = true
    }

    /// Ends the token that the call is made with, whatever it is good for.
    private func revokeToken(_ request: Request) async throws -> Response {
        guard !studio.configuration.local else { return try Reply.success(RevokedReply()) }
        guard try await studio.store.revoke(.one(token: Gate.token(of: request))) == 1 else { throw Refusal.badToken }
        return try Reply.success(RevokedReply())
    }

    private struct ClaimRequest: Codable {
        var session: String

        enum CodingKeys: String, CodingKey {
            case session = "session_id"
        }
    }

    private struct ClaimReply: Codable, Sendable {
        var token: String
        /// In seconds from now.
        var expiresIn: Int

        enum CodingKeys: String, CodingKey {
            case token = "claim_token"
            case expiresIn = "expires_in"
        }
    }

    private func claimToken(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        let claim = try await studio.body(of: request, as: ClaimRequest.self)
        let session = try await studio.store.session(claim.session, for: caller)
        let lifetime = studio.configuration.limits.tokenLifetime
        let token = try await studio.store.makeClaim(session: session.id, lifetime: lifetime)
        return try Reply.success(ClaimReply(token: token, expiresIn: lifetime))
    }

    private func credits(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        guard let account = caller.account else {
            return try Reply.success(CreditsReply(available: Self.plenty, frozen: 0, total: Self.plenty))
        }
        return try Reply.success(await studio.store.credits(of: account))
    }
}
