import StudioAPI
import StudioClient
import Timeline

/// What the chat does with the studio, one after the other.
enum Work: Hashable, Sendable {
    /// Finds the studio and what was left undone; `continuing` takes up a session.
    case connect(continuing: SessionPick?)
    /// Files by their paths, and addresses of the web.
    case upload([String])
    case turn(String)
    /// Reads the draft and does what it is wanted for.
    case readDraft(Purpose)
    /// Shows what is on the timeline.
    case preview(PreviewWish, withPictures: Bool)
    case credits
    case undo, redo
    case newSession
    case listSessions
    case takeUp(Int)
    /// Makes a session in place of this one, which the studio no longer has; does nothing when another is in use.
    case replaceSession(String)

    enum Purpose: Hashable, Sendable {
        case afterTurn
        /// The agent spoke of looking at it.
        case shown
        case afterUndo
        case status
        case export(ExportWish)
        case takenUp
    }

    enum SessionPick: Hashable, Sendable {
        case latest
        case number(Int)
    }
}

/// How a piece of work ended.
enum WorkResult: Sendable {
    case connected(Connection)
    case uploaded([UploadOutcome])
    case turnEnded(TurnSummary, TurnFate)
    case draft(DraftView?, session: String?)
    /// The timeline was looked at; `isListed` when it was told photo by photo.
    case previewed(DraftView?, session: String?, isListed: Bool)
    /// Nil is without limit.
    case credits(CreditsReply?)
    /// Nil: the studio has no such call.
    case undone(HistoryReply?)
    case newSession
    case sessions([SessionLine])
    case takenUp
    case sessionReplaced
    /// There is no such session any more.
    case noSession
    case failed(StudioError, Remedy?)
    case cancelled
}

/// What is known of a studio once it is reached.
struct Connection: Hashable, Sendable {
    /// Nil for a hosted studio, which tells nothing of itself.
    var info: StudioInfo?
    /// By which sessions, jobs and consent are kept.
    var origin: String
    /// The studio's name for a person.
    var host: String
    var isLocal: Bool
    /// The person has agreed before that files go there.
    var mayUpload: Bool
    /// Exports that were left undone.
    var jobs: [ChatStore.Job] = []
}

/// How a turn came to its end.
enum TurnFate: Hashable, Sendable {
    /// The stream told it.
    case whole
    /// The stream was lost; the studio's record or its state told it.
    case recovered
    /// The stream was lost, and the state stayed as it was.
    case lost
}

/// What a person without credits can do.
enum Remedy: Hashable, Sendable {
    /// Register at this address.
    case register(String)
    /// Top up the credits of the account they have.
    case topUp
}

/// A session that the studio no longer has, as far as this chat knew it.
struct LostSession: Hashable, Sendable {
    /// The files and addresses that this chat had given to it: they can be given again.
    var paths: [String] = []
    /// How many photos, clips and songs it had.
    var media: Int = 0
    /// Its timeline in a line, as it was read last.
    var summary: String?
}

/// A session in the list.
struct SessionLine: Hashable, Sendable {
    var session: StudioSession
    /// Seconds since 1970.
    var updated: Double?
    var summary: String?
    /// How many photos, clips and songs it has.
    var media: Int?
}
