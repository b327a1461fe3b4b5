import GRDB
import StudioAPI

extension Store {
    /// What a claim token opens.
    struct Claim: Sendable {
        var session: SessionRecord
        /// In ms since 1970.
        var expires: Int
    }

    /// The project that a claim token opens; nil for one that is unknown or ran out. The token is looked for by its
    /// digest: how long that takes says nothing about how much of a guess is right.
    func claim(token: String) async throws -> Claim? {
        let time = now()
        return try await database.read { db in
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: "SELECT session, expires FROM claim WHERE hash = ? AND expires > ?",
                    arguments: [Identifier.digest(of: token), time]
                )
            else { return nil }
            // The token stands for its session's owner.
            return Claim(session: try Self.session(db, row["session"], for: .local), expires: row["expires"])
        }
    }

    /// A session's export that was finished last, and the one that was asked for last, in whatever state it is.
    func latestExports(of session: String) async throws -> (finished: ExportRecord?, asked: ExportRecord?) {
        try await database.read { db in
            let finished = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM export WHERE session = ? AND state = 'completed' AND background = 0
                    ORDER BY finished DESC, rowid DESC LIMIT 1
                    """,
                arguments: [session]
            )
            let asked = try Row.fetchOne(
                db,
                sql:
                    "SELECT * FROM export WHERE session = ? AND background = 0 ORDER BY created DESC, rowid DESC LIMIT 1",
                arguments: [session]
            )
            return (try finished.map(Self.exportRecord), try asked.map(Self.exportRecord))
        }
    }

    /// A finished export of a session by its key.
    func finishedExport(key: String, of session: String) async throws -> ExportRecord? {
        guard let export = try await export(key: key), export.session == session, export.state == .completed else {
            return nil
        }
        return export
    }
}
