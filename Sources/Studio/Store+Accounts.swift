import GRDB
import StudioAPI

extension Store {
    struct IssuedToken: Sendable {
        var token: String
        var available: Int
        /// In seconds from now.
        var expiresIn: Int
    }

    /// A token for a client that has none, on the client's account. A client that comes back after its token ran out
    /// has its account and sessions again, with at least the starting credits.
    ///
    /// - Throws: ``Refusal`` 429 when the client or its address has had its share.
    func issueToken(client: String, address: String?, limits: StudioLimits) async throws -> IssuedToken {
        let time = now()
        let lifetime = limits.tokenLifetime * 1000
        let client = Identifier.digest(of: client)
        let token = "nmv_usr_" + Identifier.random()
        let scopes = Caller.Scope.allCases.map(\.rawValue).joined(separator: " ")
        let available = try await database.write { db in
            try db.execute(sql: "DELETE FROM token WHERE expires <= ?", arguments: [time])
            let sinceThen = time - lifetime
            if let next = try Self.nextSlot(
                db,
                where: "account = (SELECT id FROM account WHERE client = ?)",
                value: client,
                since: sinceThen,
                limit: limits.tokensPerClient
            ) {
                throw Refusal.rateLimited(
                    "This client has had its token; the next is due when that one runs out.",
                    retryAfter: (next + lifetime - time + 999) / 1000
                )
            }
            if let address,
                let next = try Self.nextSlot(
                    db,
                    where: "address = ?",
                    value: address,
                    since: sinceThen,
                    limit: limits.tokensPerAddress
                )
            {
                throw Refusal.rateLimited(
                    "This address has had its share of tokens for the week.",
                    retryAfter: (next + lifetime - time + 999) / 1000
                )
            }
            try db.execute(
                sql: """
                    INSERT INTO account (id, client, available, created) VALUES (?, ?, ?, ?)
                    ON CONFLICT (client) DO UPDATE SET available = max(available, excluded.available)
                    """,
                arguments: [Identifier.random(), client, limits.startingCredits, time]
            )
            try db.execute(
                sql: """
                    INSERT INTO token (hash, account, address, scopes, created, expires)
                    VALUES (?, (SELECT id FROM account WHERE client = ?), ?, ?, ?, ?)
                    """,
                arguments: [Identifier.digest(of: token), client, address, scopes, time, time + lifetime]
            )
            return try Int.fetchOne(db, sql: "SELECT available FROM account WHERE client = ?", arguments: [client])
        }
        return IssuedToken(token: token, available: available ?? 0, expiresIn: limits.tokenLifetime)
    }

    /// When the token was made whose end frees a place again; nil when a place is free.
    private static func nextSlot(
        _ db: Database,
        where condition: String,
        value: String,
        since: Int,
        limit: Int
    ) throws -> Int? {
        try Int.fetchOne(
            db,
            sql: """
                SELECT created FROM token WHERE \(condition) AND created > ?
                ORDER BY created DESC LIMIT 1 OFFSET ?
                """,
            arguments: [value, since, max(limit - 1, 0)]
        )
    }

    /// - Throws: ``Refusal`` 1001.
    func caller(token: String) async throws -> Caller {
        let time = now()
        return try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: "SELECT account, scopes FROM token WHERE hash = ? AND expires > ? AND revoked IS NULL",
                    arguments: [Identifier.digest(of: token), time]
                )
            else { throw Refusal.badToken }
            let scopes = (row["scopes"] as String).split(separator: " ").compactMap { scope in
                Caller.Scope(rawValue: String(scope))
            }
            return .account(id: row["account"], scopes: Set(scopes))
        }
    }

    func credits(of account: String) async throws -> CreditsReply {
        try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: "SELECT available, frozen FROM account WHERE id = ?",
                    arguments: [account]
                )
            else { throw Refusal.badToken }
            let available: Int = row["available"]
            let frozen: Int = row["frozen"]
            return CreditsReply(available: available, frozen: frozen, total: available + frozen)
        }
    }

    /// Sets credits aside for a turn. The condition and the change are one statement: two turns at once cannot both
    /// take the last ones.
    static func reserve(_ db: Database, credits: Int, account: String) throws {
        try db.execute(
            sql: """
                UPDATE account SET available = available - :credits, frozen = frozen + :credits
                WHERE id = :account AND available >= :credits
                """,
            arguments: ["credits": credits, "account": account]
        )
        guard db.changesCount == 1 else { throw Refusal.noCredits }
    }

    /// Takes what a turn had set aside, or gives it back.
    static func settleCredits(_ db: Database, account: String, reserved: Int, spent: Bool) throws {
        try db.execute(
            sql: "UPDATE account SET frozen = frozen - ?, available = available + ? WHERE id = ?",
            arguments: [reserved, spent ? 0 : reserved, account]
        )
    }
}
