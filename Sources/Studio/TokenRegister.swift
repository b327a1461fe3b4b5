import Foundation
import HTTP

/// The tokens of a studio, for its owner; the studio may be running.
public struct TokenRegister: Sendable {
    /// Whose tokens are meant.
    public enum Tokens: Hashable, Sendable {
        case one(String)
        /// All that were given to an address, or to the IPv6 network of 64 bits it is in.
        case address(String)
        case all
    }

    private let store: Store

    /// - Parameter dataFolder: The studio's.
    /// - Throws: ``StudioStartError`` when no studio has its data there.
    public init(dataFolder: String) throws {
        let path = DataFolder(path: dataFolder).store
        guard access(path, R_OK | W_OK) == 0, let store = try? Store(path: path) else {
            throw StudioStartError(
                .store,
                "There is no studio's data in \(dataFolder), or it cannot be written. Give the folder of \"serve --data\"."
            )
        }
        self.store = store
    }

    /// Ends tokens before their time. They go on counting as given, so that who had one is not given another at once.
    ///
    /// - Returns: How many were good until now.
    @discardableResult
    public func revoke(_ tokens: Tokens) async throws -> Int {
        switch tokens {
        case .one(let token):
            return try await store.revoke(.one(token: token))
        case .address(let text):
            guard let address = ClientAddress.address(text) else { return 0 }
            return try await store.revoke(.address(address))
        case .all:
            return try await store.revoke(.all)
        }
    }
}
