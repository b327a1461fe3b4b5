import GRDB
import Timeline

extension Store {
    /// The media of a session in the order they came.
    func media(of session: String) async throws -> [MediaItem] {
        try await database.read { db in try Self.media(db, of: session) }
    }

    static func media(_ db: Database, of session: String) throws -> [MediaItem] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT media.facts, session_media.name FROM session_media JOIN media ON media.id = session_media.media
                WHERE session = ? ORDER BY position
                """,
            arguments: [session]
        ).map { row in
            var item = try value(MediaItem.self, from: row["facts"])
            item.name = row["name"]
            return item
        }
    }

    /// What is known of a medium that some session has brought before.
    func facts(of media: MediaID) async throws -> MediaItem? {
        try await database.read { db in
            try String.fetchOne(db, sql: "SELECT facts FROM media WHERE id = ?", arguments: [media])
                .map { try Self.value(MediaItem.self, from: $0) }
        }
    }

    /// Adds a medium to a session; one that it has already stays as it is, under its first name.
    ///
    /// - Returns: The record as the session has it.
    func add(_ item: MediaItem, to session: String) async throws -> MediaItem {
        let time = now()
        return try await database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO media (id, facts) VALUES (?, ?)",
                arguments: [item.id, try Self.text(item)]
            )
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO session_media (session, media, name, position)
                    VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM session_media WHERE session = ?))
                    """,
                arguments: [session, item.id, item.name, session]
            )
            try db.execute(sql: "UPDATE session SET updated = ? WHERE id = ?", arguments: [time, session])
            var item = item
            item.name =
                try String.fetchOne(
                    db,
                    sql: "SELECT name FROM session_media WHERE session = ? AND media = ?",
                    arguments: [session, item.id]
                ) ?? item.name
            return item
        }
    }
}
