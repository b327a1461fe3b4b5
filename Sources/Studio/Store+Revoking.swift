import GRDB
import HTTP

extension Store {
    /// Whose tokens are to end.
    enum RevokedTokens: Hashable, Sendable {
        case one(token: String)
        /// All that were given to an address, or to the IPv6 network it is in.
        case address(IPAddress)
        case all
    }

    /// Ends tokens before their time. They go on counting as given until they would have run out: who was shut out
    /// cannot have a new one at once.
    ///
    /// - Returns: How many were good until now.
    @discardableResult
    func revoke(_ tokens: RevokedTokens) async throws -> Int {
        let time = now()
        return try await database.write { db in
            let good = "UPDATE token SET revoked = :time WHERE revoked IS NULL AND expires > :time"
            switch tokens {
            case .one(let token):
                try db.execute(
                    sql: good + " AND hash = :hash",
                    arguments: ["time": time, "hash": Identifier.digest(of: token)]
                )
            case .address(let address):
                try db.execute(
                    sql: good + " AND address = :address",
                    arguments: ["time": time, "address": ClientAddress.household(of: address)]
                )
            case .all:
                try db.execute(sql: good, arguments: ["time": time])
            }
            return db.changesCount
        }
    }
}
