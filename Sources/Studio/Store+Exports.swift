import GRDB
import StudioAPI
import Timeline

extension Store {
    /// An export as it is kept.
    struct ExportRecord: Sendable {
        /// Names the file; unlike the id, it is the studio's own.
        var key: String
        var id: String
        var session: String
        var state: RenderStatus.State
        var draft: Draft
        var quality: Quality
        var aspect: Aspect?
        var isBackground = false
        /// How long it was expected to take when it was asked for, in ms.
        var estimateMS: Int?
        /// How often it was begun without coming to an end.
        var attempts: Int
        var result: ExportResult?
        var message: String?

        /// The draft's timeline in the shape that was asked for.
        var shownTimeline: Timeline {
            get throws {
                let timeline = try Timeline(draft)
                return aspect.map(timeline.reframed) ?? timeline
            }
        }
    }

    /// Keeps an export before it is acknowledged.
    ///
    /// - Parameter limit: Exports of an account that wait or run.
    /// - Returns: The export of this id as it is now: the new one, or the same that was asked for before.
    /// - Throws: ``Refusal`` 409 when the id names another export, 429 when too many of the account's wait.
    func submit(
        _ export: ExportRecord,
        for caller: Caller,
        limit: Int
    ) async throws -> (record: ExportRecord, isNew: Bool) {
        let time = now()
        return try await database.write { db in
            if let known = try Self.export(db, id: export.id, for: caller) {
                guard known.session == export.session, known.draft == export.draft,
                    known.quality == export.quality, known.aspect == export.aspect,
                    known.isBackground == export.isBackground
                else {
                    throw Refusal(.conflict, "Another export has this id. Choose a new one.")
                }
                return (known, false)
            }
            if let account = caller.account, try Self.activeExports(db, of: account) >= limit {
                throw Refusal.rateLimited(
                    "\(limit) of your exports wait already. Export again when one of them is done.",
                    retryAfter: 30
                )
            }
            try db.execute(
                sql: """
                    INSERT INTO export (
                        key, id, owner, session, state, draft, quality, aspect, background, estimate, created
                    )
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    export.key, export.id, caller.account ?? "", export.session, export.state.rawValue,
                    try Self.text(export.draft), export.quality.rawValue, export.aspect?.rawValue,
                    export.isBackground, export.estimateMS, time,
                ]
            )
            return (export, true)
        }
    }

    private static func activeExports(_ db: Database, of account: String) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM export WHERE owner = ? AND state IN ('pending', 'processing')",
            arguments: [account]
        ) ?? 0
    }

    /// - Throws: ``Refusal`` 404 when the caller has no such export.
    func export(id: String, for caller: Caller) async throws -> ExportRecord {
        guard let record = try await database.read({ db in try Self.export(db, id: id, for: caller) }) else {
            throw Refusal.noSuchExport
        }
        return record
    }

    func export(key: String) async throws -> ExportRecord? {
        try await database.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM export WHERE key = ?", arguments: [key]).map(Self.exportRecord)
        }
    }

    private static func export(_ db: Database, id: String, for caller: Caller) throws -> ExportRecord? {
        try Row.fetchOne(
            db,
            sql: "SELECT * FROM export WHERE owner = ? AND id = ?",
            arguments: [caller.account ?? "", id]
        ).map(exportRecord)
    }

    static func exportRecord(_ row: Row) throws -> ExportRecord {
        ExportRecord(
            key: row["key"],
            id: row["id"],
            session: row["session"],
            state: RenderStatus.State(rawValue: row["state"]) ?? .failed,
            draft: try value(Draft.self, from: row["draft"]),
            quality: Quality(rawValue: row["quality"]) ?? .high,
            aspect: (row["aspect"] as String?).flatMap(Aspect.init(rawValue:)),
            isBackground: row["background"],
            estimateMS: row["estimate"],
            attempts: row["attempts"],
            result: try (row["result"] as String?).map { try value(ExportResult.self, from: $0) },
            message: row["message"]
        )
    }

    /// What was waiting or running when the studio ended, in the order it was asked for. All of it waits again.
    func requeueExports() throws -> [RenderQueue.Entry] {
        try database.write { db in
            try db.execute(sql: "UPDATE export SET state = 'pending' WHERE state = 'processing'")
            return try Row.fetchAll(
                db,
                sql: "SELECT * FROM export WHERE state = 'pending' ORDER BY created, rowid"
            ).map { row in
                RenderQueue.Entry(
                    key: row["key"],
                    session: row["session"],
                    isBackground: row["background"],
                    estimateMS: row["estimate"]
                )
            }
        }
    }

    func begin(export key: String) async throws {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE export SET state = 'processing', attempts = attempts + 1 WHERE key = ?",
                arguments: [key]
            )
        }
    }

    /// The export waits for the next start; that it was begun does not count.
    func postpone(export key: String) async throws {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE export SET state = 'pending', attempts = max(attempts - 1, 0) WHERE key = ?",
                arguments: [key]
            )
        }
    }

    func finish(
        export key: String,
        state: RenderStatus.State,
        result: ExportResult? = nil,
        message: String? = nil
    ) async throws {
        let time = now()
        try await database.write { db in
            try db.execute(
                sql: "UPDATE export SET state = ?, result = ?, message = ?, finished = ? WHERE key = ?",
                arguments: [state.rawValue, try result.map(Self.text), message, time, key]
            )
            if let pace = result?.pace { try Self.learn(db, pace) }
        }
    }

    /// Finished exports, the oldest first, with the time they were finished in ms since 1970.
    func finishedExports() throws -> [(key: String, finished: Int)] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql:
                    "SELECT key, coalesce(finished, created) AS time FROM export WHERE state = 'completed' ORDER BY time"
            ).map { ($0["key"], $0["time"]) }
        }
    }

    func forget(exports keys: [String]) throws {
        try database.write { db in
            for key in keys {
                try db.execute(sql: "DELETE FROM export WHERE key = ?", arguments: [key])
            }
        }
    }
}
