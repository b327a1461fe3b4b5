import GRDB

extension Store {
    /// The tables, as they came to be. A step that was released is never changed; another is added.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: accounts, sessions, media, turns, exports") { db in
            try db.execute(
                sql: """
                    CREATE TABLE account (
                        id TEXT PRIMARY KEY NOT NULL,
                        client TEXT NOT NULL UNIQUE, -- SHA-256 of the client id
                        available INTEGER NOT NULL CHECK (available >= 0),
                        frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen >= 0),
                        created INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE token (
                        hash TEXT PRIMARY KEY NOT NULL, -- SHA-256 of the token
                        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
                        address TEXT,
                        scopes TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        expires INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX token_address ON token (address, created);
                    CREATE TABLE session (
                        id TEXT PRIMARY KEY NOT NULL,
                        task TEXT NOT NULL,
                        owner TEXT REFERENCES account ON DELETE CASCADE, -- NULL: the user's own studio
                        language TEXT NOT NULL,
                        title TEXT,
                        history TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        updated INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX session_owner ON session (owner, updated);
                    CREATE TABLE claim (
                        hash TEXT PRIMARY KEY NOT NULL, -- SHA-256 of the claim token
                        session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
                        expires INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE media (
                        id TEXT PRIMARY KEY NOT NULL, -- SHA-256 of the file
                        facts TEXT NOT NULL
                    ) STRICT;
                    CREATE TABLE session_media (
                        session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
                        media TEXT NOT NULL REFERENCES media,
                        name TEXT NOT NULL,
                        position INTEGER NOT NULL,
                        PRIMARY KEY (session, media)
                    ) STRICT;
                    CREATE TABLE turn (
                        session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
                        name TEXT NOT NULL,
                        text TEXT NOT NULL,
                        finished INTEGER NOT NULL DEFAULT 0,
                        reserved INTEGER NOT NULL DEFAULT 0, -- credits frozen for it
                        events TEXT NOT NULL DEFAULT '', -- a line of JSON each
                        created INTEGER NOT NULL,
                        PRIMARY KEY (session, name)
                    ) STRICT;
                    CREATE INDEX turn_open ON turn (finished) WHERE finished = 0;
                    CREATE TABLE export (
                        key TEXT PRIMARY KEY NOT NULL, -- names the file
                        id TEXT NOT NULL, -- as the client calls it
                        owner TEXT NOT NULL DEFAULT '',
                        session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
                        state TEXT NOT NULL,
                        draft TEXT NOT NULL,
                        quality TEXT NOT NULL,
                        aspect TEXT,
                        attempts INTEGER NOT NULL DEFAULT 0,
                        result TEXT,
                        message TEXT,
                        created INTEGER NOT NULL,
                        finished INTEGER,
                        UNIQUE (owner, id)
                    ) STRICT;
                    CREATE INDEX export_state ON export (state, created);
                    """
            )
        }
        migrator.registerMigration("2: revoked tokens, and what is looked for to delete it") { db in
            try db.execute(
                sql: """
                    ALTER TABLE token ADD COLUMN revoked INTEGER; -- when
                    CREATE INDEX token_account ON token (account);
                    CREATE INDEX claim_session ON claim (session);
                    CREATE INDEX session_media_media ON session_media (media);
                    CREATE INDEX session_updated ON session (updated);
                    CREATE INDEX export_session ON export (session);
                    CREATE INDEX turn_created ON turn (created);
                    """
            )
        }
        migrator.registerMigration("3: exports in the background, and how long renders take") { db in
            try db.execute(
                sql: """
                    ALTER TABLE export ADD COLUMN background INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE export ADD COLUMN estimate INTEGER; -- in ms
                    CREATE TABLE pace (
                        kind TEXT NOT NULL,
                        nominal REAL NOT NULL, -- in ms, on the machine that costs were measured on
                        measured REAL NOT NULL -- in ms, on this one
                    ) STRICT;
                    CREATE INDEX pace_kind ON pace (kind);
                    """
            )
        }
        return migrator
    }
}
