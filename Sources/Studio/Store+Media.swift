import GRDB
import StudioAPI
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
                WHERE session = ? ORDER BY position, session_media.rowid
                """,
            arguments: [session]
        ).map { row in
            var item = try value(MediaItem.self, from: row["facts"])
            item.name = row["name"]
            return item
        }
    }

    /// Where the media of a session are; a function that gives nil for all others.
    func paths(of session: String, in folder: DataFolder) async throws -> @Sendable (MediaID) -> String? {
        let known = try await database.read { db in
            try String.fetchSet(db, sql: "SELECT media FROM session_media WHERE session = ?", arguments: [session])
        }
        return { known.contains($0) ? folder.mediaPath($0) : nil }
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
    /// - Parameters:
    ///   - position: Its place among the session's media; nil: after all that are there.
    ///   - limit: What all files of an account may fill, in bytes.
    ///   - place: Sees that the medium's file is in its place. Within the transaction, so that nobody who deletes
    ///     media that no session has can come between.
    /// - Returns: The record as the session has it.
    /// - Throws: ``Refusal`` 4002 when the account's files would fill more than the limit; what `place` throws.
    func add(
        _ item: MediaItem,
        to session: String,
        position: Int?,
        limit: Int,
        place: @escaping @Sendable () throws -> Void
    ) async throws -> MediaItem {
        let time = now()
        return try await database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO media (id, facts) VALUES (?, ?)",
                arguments: [item.id, try Self.text(item)]
            )
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO session_media (session, media, name, position)
                    VALUES (:session, :media, :name, coalesce(
                        :position, (SELECT coalesce(max(position), 0) + 1 FROM session_media WHERE session = :session)
                    ))
                    """,
                arguments: ["session": session, "media": item.id, "name": item.name, "position": position]
            )
            if db.changesCount == 1, try Self.bytesOfOwner(db, of: session) > limit {
                throw Refusal(
                    .fileTooLarge,
                    "\(item.name) does not fit: your files here may fill \(Quantity.words(bytes: limit)) in all."
                )
            }
            try place()
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

    /// What the files of the session's owner fill; each counts once. 0 in the user's own studio.
    private static func bytesOfOwner(_ db: Database, of session: String) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT coalesce(sum(json_extract(facts, '$.bytes')), 0) FROM media WHERE id IN (
                    SELECT media FROM session_media JOIN session ON session.id = session_media.session
                    WHERE owner = (SELECT owner FROM session WHERE id = ?)
                )
                """,
            arguments: [session]
        ) ?? 0
    }
}
