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
