import HTTPTypes
import Hummingbird
import StudioAPI

/// Lets calls in: by token, or freely in the user's own studio, whose socket is in a private folder.
struct Gate: Sendable {
    let isLocal: Bool
    let store: Store

    /// The token of a call that may use it for anything or nothing.
    static func token(of request: Request) throws -> String {
        guard let token = bearer(of: request.headers) else { throw Refusal.badToken }
        return token
    }

    /// The caller, who may do what the scope says.
    func caller(of request: Request, for scope: Caller.Scope) async throws -> Caller {
        guard !isLocal else { return .local }
        let caller = try await store.caller(token: Self.token(of: request))
        try caller.require(scope)
        return caller
    }

    /// An export is not for those who do not say where they come from.
    func requireAttribution(_ headers: HTTPFields) throws {
        guard !isLocal else { return }
        for name in [APIHeader.source, APIHeader.version, APIHeader.platform] {
            guard let field = HTTPField.Name(name), headers[field]?.isEmpty == false else {
                throw Refusal.exportBlocked
            }
        }
    }

    static func bearer(of headers: HTTPFields) -> String? {
        guard let value = headers[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
