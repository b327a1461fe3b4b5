import StudioAPI
import StudioClient
import Timeline

/// What the chat does with the studio, one after the other.
enum Work: Hashable, Sendable {
    /// Finds the studio and what was left undone; `continuing` takes up a session.
    case connect(continuing: SessionPick?)
    case upload([String])
    case turn(String)
    /// Reads the draft and does what it is wanted for.
    case readDraft(Purpose)
    case credits
    case undo, redo
    case newSession
    case listSessions
    case takeUp(Int)

    enum Purpose: Hashable, Sendable {
        case afterTurn(hadText: Bool)
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
    case connected(StudioInfo?, isLocal: Bool, jobs: [ChatStore.Job])
    case uploaded([UploadOutcome])
    case turnEnded(TurnSummary)
    case draft(DraftView?, session: String?)
    /// Nil is without limit.
    case credits(CreditsReply?)
    /// Nil: the studio has no such call.
    case undone(HistoryReply?)
    case newSession
    case sessions([SessionLine])
    case takenUp
    /// There is no such session any more.
    case noSession
    case failed(StudioError)
    case cancelled
}

/// A session in the list.
struct SessionLine: Hashable, Sendable {
    var session: StudioSession
    /// Seconds since 1970.
    var updated: Double?
    var summary: String?
}
