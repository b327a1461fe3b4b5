import GRDB
import Timeline

extension Store {
    struct TurnEntry: Sendable {
        var finished: Bool
        /// A line of JSON each, as they were or will be streamed.
        var events: [String]
    }

    /// Makes a turn known before it runs, and sets its price aside.
    ///
    /// - Parameters:
    ///   - account: Who pays; nil in the user's own studio.
    ///   - price: In credits, of an edit.
    /// - Returns: False when the session knows a turn of this name.
    /// - Throws: ``Refusal`` 2001 when too few credits are left.
    func open(turn: String, text: String, session: String, account: String?, price: Int) async throws -> Bool {
        let time = now()
        return try await database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO turn (session, name, text, reserved, created) VALUES (?, ?, ?, ?, ?)",
                arguments: [session, turn, text, account == nil ? 0 : price, time]
            )
            guard db.changesCount == 1 else { return false }
            // A throw takes the row back with it.
            if let account { try Self.reserve(db, credits: price, account: account) }
            return true
        }
    }

    func turn(_ name: String, session: String) async throws -> TurnEntry? {
        try await database.read { db in
            try Row.fetchOne(
                db,
                sql: "SELECT finished, events FROM turn WHERE session = ? AND name = ?",
                arguments: [session, name]
            ).map { row in
                TurnEntry(
                    finished: row["finished"],
                    events: (row["events"] as String).split(separator: "\n").map(String.init)
                )
            }
        }
    }

    /// Ends a turn: its events, what it did to the timeline and its price are kept together.
    ///
    /// - Parameter history: The history after the edit; nil when nothing was edited, which costs nothing.
    func close(turn: String, session: String, events: [String], history: History?, title: String?) async throws {
        let time = now()
        try await database.write { db in
            try Self.close(db, turn: turn, session: session, events: events, spent: history != nil)
            if let history {
                try Self.save(db, history: history, of: session, title: title, at: time)
            } else {
                try db.execute(
                    sql: "UPDATE session SET title = coalesce(?, title), updated = ? WHERE id = ?",
                    arguments: [title, time, session]
                )
            }
        }
    }

    private static func close(
        _ db: Database,
        turn: String,
        session: String,
        events: [String],
        spent: Bool
    ) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT reserved, owner FROM turn JOIN session ON session.id = turn.session
                WHERE session = ? AND name = ? AND finished = 0
                """,
            arguments: [session, turn]
        )
        guard let row else { return }
        try db.execute(
            sql: "UPDATE turn SET finished = 1, reserved = 0, events = events || ? WHERE session = ? AND name = ?",
            arguments: [events.map { $0 + "\n" }.joined(), session, turn]
        )
        if let account = row["owner"] as String?, row["reserved"] as Int > 0 {
            try settleCredits(db, account: account, reserved: row["reserved"], spent: spent)
        }
    }

    /// Closes the turns that a crash has cut off, with an event that says so, and gives their credits back.
    func closeInterruptedTurns(with event: String) throws {
        try database.write { db in
            let open = try Row.fetchAll(db, sql: "SELECT session, name FROM turn WHERE finished = 0")
            for row in open {
                try Self.close(db, turn: row["name"], session: row["session"], events: [event], spent: false)
            }
        }
    }
}
