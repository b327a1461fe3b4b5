/// Who makes a call.
enum Caller: Hashable, Sendable {
    /// The owner of the studio, who reached its private socket.
    case local
    case account(id: String, scopes: Set<Scope>)

    enum Scope: String, Hashable, Sendable, CaseIterable {
        case read, write, upload
    }

    /// The account that owns what the caller makes; nil in the user's own studio.
    var account: String? {
        if case .account(let id, _) = self { id } else { nil }
    }

    func require(_ scope: Scope) throws {
        guard case .account(_, let scopes) = self, !scopes.contains(scope) else { return }
        throw Refusal.lacking(scope)
    }
}
