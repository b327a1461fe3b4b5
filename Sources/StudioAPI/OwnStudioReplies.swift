/// A session of the caller, for a list to take one up from.
public struct SessionSummary: Codable, Hashable, Sendable {
    public var id: String
    /// What the person said first; nil when nothing was said yet.
    public var title: String?
    /// When something happened in it last, in seconds since 1970.
    public var updated: Double
    /// How many photos, clips and songs it has.
    public var media: Int
    /// The timeline in a line; nil when it is empty.
    public var summary: String?

    public init(id: String, title: String?, updated: Double, media: Int, summary: String?) {
        self.id = id
        self.title = title
        self.updated = updated
        self.media = media
        self.summary = summary
    }
}

/// The caller's sessions, the latest first.
public struct SessionsReply: Codable, Hashable, Sendable {
    public var sessions: [SessionSummary]

    public init(sessions: [SessionSummary]) {
        self.sessions = sessions
    }
}

/// What an undo or a redo did.
public struct HistoryReply: Codable, Hashable, Sendable {
    /// False when there was nothing to take back, or to do again.
    public var changed: Bool
    public var canUndo: Bool
    public var canRedo: Bool
    /// What is different now, a sentence each.
    public var changes: [String]
    /// The timeline as it is now.
    public var draft: Draft

    public init(changed: Bool, canUndo: Bool, canRedo: Bool, changes: [String], draft: Draft) {
        self.changed = changed
        self.canUndo = canUndo
        self.canRedo = canRedo
        self.changes = changes
        self.draft = draft
    }

    enum CodingKeys: String, CodingKey {
        case changed, changes, draft
        case canUndo = "can_undo"
        case canRedo = "can_redo"
    }
}

/// How a studio is to end.
public struct StopRequest: Codable, Hashable, Sendable {
    public enum When: String, Codable, Hashable, Sendable {
        /// When its turns and exports are done; it takes nothing new on until then.
        case idle
        /// At once. Exports are taken up again by the next studio.
        case now
    }

    public var when: When

    public init(when: When) {
        self.when = when
    }
}

/// What the user's own studio is doing. Sizes are in bytes.
public struct StudioStatus: Codable, Hashable, Sendable {
    public var version: String
    public var build: String
    /// In seconds.
    public var uptime: Double
    public var sessions: Int
    public var activeTurns: Int
    /// Exports that run or wait.
    public var activeExports: Int
    /// It was told to stop and finishes its work.
    public var stopping: Bool
    public var cacheBytes: Int
    public var dataBytes: Int

    public init(
        version: String,
        build: String,
        uptime: Double,
        sessions: Int,
        activeTurns: Int,
        activeExports: Int,
        stopping: Bool,
        cacheBytes: Int,
        dataBytes: Int
    ) {
        self.version = version
        self.build = build
        self.uptime = uptime
        self.sessions = sessions
        self.activeTurns = activeTurns
        self.activeExports = activeExports
        self.stopping = stopping
        self.cacheBytes = cacheBytes
        self.dataBytes = dataBytes
    }

    enum CodingKeys: String, CodingKey {
        case version, build, uptime, sessions, stopping
        case activeTurns = "active_turns"
        case activeExports = "active_exports"
        case cacheBytes = "cache_bytes"
        case dataBytes = "data_bytes"
    }
}
