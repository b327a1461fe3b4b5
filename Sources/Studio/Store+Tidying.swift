import GRDB
import Timeline

extension Store {
    /// Deletes sessions in which nothing happened since a time, with their turns, claims and exports. One that is at
    /// work stays.
    ///
    /// - Parameter time: In ms since 1970.
    /// - Returns: The keys of the exports that went with them.
    func deleteSessions(untouchedSince time: Int) async throws -> [String] {
        var exports: [String] = []
        while true {
            let (deleted, keys) = try await database.write { db in
                // A few at a time: others wait to write, too.
                let old = try String.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM session WHERE updated < ?
                        AND NOT EXISTS (SELECT 1 FROM turn WHERE session = session.id AND finished = 0)
                        AND NOT EXISTS (
                            SELECT 1 FROM export WHERE session = session.id AND state IN ('pending', 'processing')
                        )
                        LIMIT 50
                        """,
                    arguments: [time]
                )
                var keys: [String] = []
                for session in old {
                    keys += try String.fetchAll(
                        db,
                        sql: "SELECT key FROM export WHERE session = ?",
                        arguments: [session]
                    )
                    try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session])
                }
                return (old.count, keys)
            }
            exports += keys
            if deleted == 0 { return exports }
        }
    }

    /// Forgets media that no session has.
    ///
    /// - Parameter delete: Deletes the file of one. Within the transaction: no session can come by the medium between
    ///   the look and the deletion.
    func deleteUnusedMedia(_ delete: @escaping @Sendable (MediaID) -> Void) async throws {
        while true {
            let deleted = try await database.write { db in
                let unused = try MediaID.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM media WHERE NOT EXISTS (SELECT 1 FROM session_media WHERE media = media.id)
                        LIMIT 50
                        """
                )
                for media in unused {
                    try db.execute(sql: "DELETE FROM media WHERE id = ?", arguments: [media])
                    delete(media)
                }
                return unused.count
            }
            if deleted == 0 { return }
        }
    }

    /// Deletes the records of turns and exports that came to nothing more, tokens and claims that ran out, and accounts
    /// that have neither token nor session: their client would be given a new one.
    ///
    /// - Parameters:
    ///   - time: Of turns and exports, in ms since 1970.
    ///   - accountTime: Accounts that were made before, in ms since 1970.
    func deleteRecords(before time: Int, accountsBefore accountTime: Int) async throws {
        let present = now()
        try await database.write { db in
            try db.execute(sql: "DELETE FROM turn WHERE finished = 1 AND created < ?", arguments: [time])
            try db.execute(
                sql: "DELETE FROM export WHERE state IN ('failed', 'cancelled') AND created < ?",
                arguments: [time]
            )
            try db.execute(sql: "DELETE FROM token WHERE expires <= ?", arguments: [present])
            try db.execute(sql: "DELETE FROM claim WHERE expires <= ?", arguments: [present])
            try db.execute(
                sql: """
                    DELETE FROM account WHERE created < ?
                    AND NOT EXISTS (SELECT 1 FROM token WHERE account = account.id)
                    AND NOT EXISTS (SELECT 1 FROM session WHERE owner = account.id)
                    """,
                arguments: [accountTime]
            )
        }
    }

    /// The media that are known, to tell files of others from them.
    func mediaIDs() async throws -> Set<MediaID> {
        try await database.read { db in try MediaID.fetchSet(db, sql: "SELECT id FROM media") }
    }
}
