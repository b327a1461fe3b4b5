public import Timeline

/// What a line means for the chat.
public enum Route: Hashable, Sendable {
    case nothing
    /// Files and folders to be uploaded, and what is said about them.
    case upload(DroppedPaths.Found)
    /// Files the line names that are not there.
    case missing([String])
    case export(ExportWish)
    case credits
    case status
    /// The person wants to upload and has named no file.
    case uploadHelp
    case help
    case quit
    case command(SlashCommand)
    /// It begins like a command and is none.
    case unknownCommand(String)
    /// For the agent.
    case message(String)
}

/// What an export should be, as far as the person has said.
public struct ExportWish: Hashable, Sendable {
    public var quality: Quality?
    public var aspect: Aspect?

    public init(quality: Quality? = nil, aspect: Aspect? = nil) {
        self.quality = quality
        self.aspect = aspect
    }
}

/// A command of the chat itself.
public enum SlashCommand: Hashable, Sendable {
    case help, new, credits, status, undo, redo, quit
    /// Takes an offered next step, by its number; nil: the only one.
    case take(Int?)
    /// Takes back what waits in the queue, by its number; nil: the last.
    case unqueue(Int?)
    case export(ExportWish)
    /// Nil lists the sessions, a number takes one up.
    case sessions(Int?)
    case upload(String)

    /// What Tab completes.
    static let names = [
        "/help", "/new", "/sessions", "/export", "/credits", "/status", "/upload", "/undo", "/redo", "/do",
        "/unqueue", "/quit",
    ]
}
