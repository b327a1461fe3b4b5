public import Timeline

/// What a line means for the chat.
public enum Route: Hashable, Sendable {
    case nothing
    /// Files and folders to be uploaded, and what is said about them.
    case upload(DroppedPaths.Found)
    /// Files the line names that are not there.
    case missing([String])
    case export(ExportWish)
    /// Pictures of the timeline, and a quick draft of the video.
    case preview(PreviewWish)
    case credits
    case status
    /// The person wants to upload and has named no file.
    case uploadHelp
    case help
    case quit
    /// Videos to be made one by one, each with a render of its own.
    case batch([BatchItem])
    /// The same of every file that was added before, with these words for each; `line` is what was said, for when
    /// there is none.
    case batchOfEarlier(words: String, line: String)
    case command(SlashCommand)
    /// It begins like a command and is none.
    case unknownCommand(String)
    /// For the agent.
    case message(String)
}

/// One of several videos that are asked for at once.
public struct BatchItem: Hashable, Sendable {
    /// What it is made of.
    public var paths: [String]
    /// What is said about it.
    public var words: String

    public init(paths: [String], words: String) {
        self.paths = paths
        self.words = words
    }
}

/// What an export should be, as far as the person has said.
public struct ExportWish: Hashable, Sendable {
    public var quality: Quality?
    /// An export for each; empty: the video's own shape.
    public var aspects: [Aspect]
    /// An export for every shape there is.
    public var everyShape: Bool

    public init(quality: Quality? = nil, aspects: [Aspect] = [], everyShape: Bool = false) {
        self.quality = quality
        self.aspects = aspects
        self.everyShape = everyShape
    }
}

/// What of the timeline is to be looked at.
public struct PreviewWish: Hashable, Sendable {
    /// By their numbers, from 1; nil: from the beginning on.
    public var photos: ClosedRange<Int>?
    /// Nil: in the timeline's own shape.
    public var aspect: Aspect?

    public init(photos: ClosedRange<Int>? = nil, aspect: Aspect? = nil) {
        self.photos = photos
        self.aspect = aspect
    }

    /// One photo, which is shown larger.
    var isOne: Bool { photos?.count == 1 }
}

/// A command of the chat itself.
public enum SlashCommand: Hashable, Sendable {
    case help, new, credits, status, undo, redo, quit
    /// Takes an offered next step, by its number; nil: the only one.
    case take(Int?)
    /// Takes back what waits in the queue, by its number; nil: the last.
    case unqueue(Int?)
    case export(ExportWish)
    case preview(PreviewWish)
    /// Nil lists the sessions, a number takes one up.
    case sessions(Int?)
    case upload(String)

    /// What Tab completes.
    static let names = [
        "/help", "/new", "/sessions", "/export", "/preview", "/credits", "/status", "/upload", "/undo", "/redo", "/do",
        "/unqueue", "/quit",
    ]
}
