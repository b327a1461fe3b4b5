public import Timeline

/// What the director did about a message, and what it says about that.
public struct DirectorReply: Sendable {
    /// The history after the message; the same as before when nothing was changed.
    public var history: History
    /// What was done as one step, in order. Undo and redo are not commands: they show in ``history`` alone.
    public var commands: [EditCommand]
    /// The answer, a sentence a line.
    public var text: String
    /// The language of the message, and of the answer.
    public var language: Language
    /// False when the message was not understood or nothing of it could be done, because it spoke of photos that are
    /// not there, say: then nothing was changed, and ``text`` says why and what could be said instead.
    public var understood: Bool

    public init(
        history: History,
        commands: [EditCommand],
        text: String,
        language: Language,
        understood: Bool
    ) {
        self.history = history
        self.commands = commands
        self.text = text
        self.language = language
        self.understood = understood
    }
}
