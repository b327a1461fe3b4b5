import GRDB
import StudioAPI
import Timeline

extension Store {
    struct SessionRecord: Sendable {
        var id: String
        var owner: String?
        var language: Language
        var title: String?
        var history: History
        /// In ms since 1970.
        var updated: Int
    }

    /// - Parameter limit: Sessions of an account.
    /// - Throws: ``Refusal`` 409 when the account has as many as it may have.
    func createSession(for caller: Caller, language: String, limit: Int) async throws -> SessionReply {
        let session = SessionReply(taskID: Identifier.random(), sessionID: Identifier.random())
        let time = now()
        let history = try Self.text(History())
        try await database.write { db in
            if let account = caller.account, try Self.sessionCount(db, of: account) >= limit {
                throw Refusal(
                    .conflict,
                    "You have \(limit) sessions here, which is as many as there may be. Take up one of them."
                )
            }
            try db.execute(
                sql: """
                    INSERT INTO session (id, task, owner, language, history, created, updated)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [session.sessionID, session.taskID, caller.account, language, history, time, time]
            )
        }
        return session
    }

    private static func sessionCount(_ db: Database, of account: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM session WHERE owner = ?", arguments: [account]) ?? 0
    }

    /// - Throws: ``Refusal`` 1002 when there is no such session, or it is another's.
    func session(_ id: String, for caller: Caller) async throws -> SessionRecord {
        try await database.read { db in try Self.session(db, id, for: caller) }
    }

    /// - Throws: ``Refusal`` 1002 as ``session(_:for:)`` does, which also reads the session.
    func requireSession(_ id: String, for caller: Caller) async throws {
        let isThere = try await database.read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT owner FROM session WHERE id = ?", arguments: [id]) else {
                return false
            }
            return caller == .local || row["owner"] == caller.account
        }
        if !isThere { throw Refusal.sessionNotFound }
    }

    static func session(_ db: Database, _ id: String, for caller: Caller) throws -> SessionRecord {
        guard
            let row = try Row.fetchOne(db, sql: "SELECT * FROM session WHERE id = ?", arguments: [id]),
            caller == .local || row["owner"] == caller.account
        else { throw Refusal.sessionNotFound }
        return try record(row)
    }

    private static func record(_ row: Row) throws -> SessionRecord {
        SessionRecord(
            id: row["id"],
            owner: row["owner"],
            language: Language(rawValue: row["language"]) ?? .english,
            title: row["title"],
            history: try value(History.self, from: row["history"]),
            updated: row["updated"]
        )
    }

    /// The caller's sessions, the latest first. A session in which nothing happened is left out.
    func sessions(for caller: Caller, limit: Int) async throws -> [SessionSummary] {
        try await database.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT *, (SELECT count(*) FROM session_media WHERE session = session.id) AS media
                    FROM session
                    WHERE owner IS ? AND (title IS NOT NULL OR media > 0)
                    ORDER BY updated DESC, id LIMIT ?
                    """,
                arguments: [caller.account, limit]
            )
            return try rows.map { row in
                let record = try Self.record(row)
                return SessionSummary(
                    id: record.id,
                    title: record.title,
                    updated: Double(record.updated) / 1000,
                    media: row["media"],
                    summary: record.history.timeline.isReady ? record.history.timeline.summary : nil
                )
            }
        }
    }

    static func save(_ db: Database, history: History, of session: String, title: String?, at time: Int) throws {
        try db.execute(
            sql: "UPDATE session SET history = ?, title = coalesce(?, title), updated = ? WHERE id = ?",
            arguments: [try text(history), title, time, session]
        )
    }

    func save(history: History, of session: String) async throws {
        let time = now()
        try await database.write { db in
            try Self.save(db, history: history, of: session, title: nil, at: time)
        }
    }

    /// A session has so many claims; a further one takes the place of the one that would end first.
    static let claimLimit = 100

    func makeClaim(session: String, lifetime: Int) async throws -> String {
        let token = "clm_" + Identifier.random()
        let time = now()
        try await database.write { db in
            try db.execute(sql: "DELETE FROM claim WHERE expires <= ?", arguments: [time])
            try db.execute(
                sql: "INSERT INTO claim (hash, session, expires) VALUES (?, ?, ?)",
                arguments: [Identifier.digest(of: token), session, time + lifetime * 1000]
            )
            try db.execute(
                sql: """
                    DELETE FROM claim WHERE session = :session AND rowid NOT IN (
                        SELECT rowid FROM claim WHERE session = :session ORDER BY expires DESC, rowid DESC LIMIT :limit
                    )
                    """,
                arguments: ["session": session, "limit": Self.claimLimit]
            )
        }
        return token
    }

    func sessionCount() async throws -> Int {
        try await database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM session") ?? 0 }
    }

    /// Forgets all sessions with all that belongs to them, and all media. Accounts stay.
    func deleteSessions() async throws {
        try await database.write { db in
            try db.execute(sql: "DELETE FROM session; DELETE FROM media;")
        }
    }
}
