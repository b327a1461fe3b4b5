/// The body that makes a session.
public struct SessionRequest: Codable, Hashable, Sendable {
    public var taskName: String
    /// "en", "zh", …
    public var language: String

    public init(taskName: String = "project", language: String) {
        self.taskName = taskName
        self.language = language
    }

    enum CodingKeys: String, CodingKey {
        case taskName = "task_name"
        case language
    }
}

/// The body of a message to the agent.
public struct RunRequest: Codable, Hashable, Sendable {
    public struct Message: Codable, Hashable, Sendable {
        public struct Part: Codable, Hashable, Sendable {
            public var text: String
            public init(text: String) { self.text = text }
        }
        public var parts: [Part]
        public init(parts: [Part]) { self.parts = parts }
    }

    public var appName: String
    public var userID: String
    public var sessionID: String
    public var newMessage: Message
    /// Text is sent in pieces as it is made.
    public var streaming: Bool?

    public init(session: String, text: String, streaming: Bool? = nil) {
        self.appName = "nemo_agent"
        self.userID = "me"
        self.sessionID = session
        self.newMessage = Message(parts: [Message.Part(text: text)])
        self.streaming = streaming
    }

    enum CodingKeys: String, CodingKey {
        case appName = "app_name"
        case userID = "user_id"
        case sessionID = "session_id"
        case newMessage = "new_message"
        case streaming
    }
}

/// What an export should be, beside the draft.
public struct RenderOutput: Codable, Hashable, Sendable {
    public var format: String
    /// draft, high or best.
    public var quality: String
    /// "16:9" …; nil: the draft's own.
    public var aspect: String?
    /// It gives way to every other export, and ends when the session's timeline is no longer the draft's. For a Kinora
    /// studio alone.
    public var background: Bool

    public init(format: String = "mp4", quality: String = "high", aspect: String? = nil, background: Bool = false) {
        self.format = format
        self.quality = quality
        self.aspect = aspect
        self.background = background
    }
}
