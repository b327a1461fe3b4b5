public import Timeline

/// A fresh token.
public struct TokenReply: Codable, Hashable, Sendable {
    public var token: String
    public var credits: Int
    /// In seconds from now.
    public var expiresIn: Int

    public init(token: String, credits: Int, expiresIn: Int) {
        self.token = token
        self.credits = credits
        self.expiresIn = expiresIn
    }

    enum CodingKeys: String, CodingKey {
        case token, credits
        case expiresIn = "expires_in"
    }
}

/// A new session.
public struct SessionReply: Codable, Hashable, Sendable {
    public var taskID: String
    public var sessionID: String

    public init(taskID: String, sessionID: String) {
        self.taskID = taskID
        self.sessionID = sessionID
    }

    enum CodingKeys: String, CodingKey {
        case taskID = "task_id"
        case sessionID = "session_id"
    }
}

/// A medium that was taken, or why it was not.
public struct UploadReply: Codable, Hashable, Sendable {
    public struct Refusal: Codable, Hashable, Sendable {
        public var name: String
        public var code: APICode
        public var message: String

        public init(name: String, code: APICode, message: String) {
            self.name = name
            self.code = code
            self.message = message
        }
    }

    public var files: [MediaItem]
    public var refused: [Refusal]

    public init(files: [MediaItem], refused: [Refusal] = []) {
        self.files = files
        self.refused = refused
    }
}

/// What the account has; whole credits.
public struct CreditsReply: Codable, Hashable, Sendable {
    public var available: Int
    /// Reserved by running work.
    public var frozen: Int
    public var total: Int

    public init(available: Int, frozen: Int, total: Int) {
        self.available = available
        self.frozen = frozen
        self.total = total
    }
}

/// What a studio is, for a chat that connects.
public struct StudioInfo: Codable, Hashable, Sendable {
    public var name: String
    public var version: String
    /// Changes with every build: a chat replaces an own studio of another build.
    public var build: String
    /// The studio is the user's own, on this machine.
    public var local: Bool
    /// "unlimited" or "metered".
    public var credits: String
    public var qualities: [String]
    public var aspects: [String]

    public init(
        name: String,
        version: String,
        build: String,
        local: Bool,
        credits: String,
        qualities: [String],
        aspects: [String]
    ) {
        self.name = name
        self.version = version
        self.build = build
        self.local = local
        self.credits = credits
        self.qualities = qualities
        self.aspects = aspects
    }
}

/// How far an export is: the top level of a poll's reply.
public struct RenderStatus: Codable, Hashable, Sendable {
    public enum State: String, Codable, Hashable, Sendable {
        case pending, processing, completed, failed, cancelled
    }

    public struct Output: Codable, Hashable, Sendable {
        public var url: String
        public var bytes: Int?
        public var durationMS: Int?
        public var width: Int?
        public var height: Int?

        public init(url: String, bytes: Int? = nil, durationMS: Int? = nil, width: Int? = nil, height: Int? = nil) {
            self.url = url
            self.bytes = bytes
            self.durationMS = durationMS
            self.width = width
            self.height = height
        }

        enum CodingKeys: String, CodingKey {
            case url, bytes, width, height
            case durationMS = "duration_ms"
        }
    }

    public var code: APICode
    public var id: String
    public var status: State
    /// Words for the person when it failed.
    public var message: String?
    /// 0…1.
    public var progress: Double?
    /// The time left, that of the exports before it included.
    public var etaMS: Int?
    /// How long the render was expected to take when it was asked for, in ms.
    public var estimateMS: Int?
    /// Exports before this one; 0 when it runs.
    public var queuePosition: Int?
    /// How long the finished render took, in ms.
    public var renderMS: Int?
    public var output: Output?

    public init(
        code: APICode = .success,
        id: String,
        status: State,
        message: String? = nil,
        progress: Double? = nil,
        etaMS: Int? = nil,
        estimateMS: Int? = nil,
        queuePosition: Int? = nil,
        renderMS: Int? = nil,
        output: Output? = nil
    ) {
        self.code = code
        self.id = id
        self.status = status
        self.message = message
        self.progress = progress
        self.etaMS = etaMS
        self.estimateMS = estimateMS
        self.queuePosition = queuePosition
        self.renderMS = renderMS
        self.output = output
    }

    enum CodingKeys: String, CodingKey {
        case code, id, status, message, progress, output
        case etaMS = "eta_ms"
        case estimateMS = "estimate_ms"
        case queuePosition = "queue_position"
        case renderMS = "render_ms"
    }
}

/// The events of a turn so far, for a client whose stream was lost.
public struct TurnRecord: Codable, Hashable, Sendable {
    public var turn: String
    public var finished: Bool
    public var events: [AgentEvent]

    public init(turn: String, finished: Bool, events: [AgentEvent]) {
        self.turn = turn
        self.finished = finished
        self.events = events
    }
}
