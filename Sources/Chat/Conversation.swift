import StudioAPI
import StudioClient
import Terminal
import Timeline

/// A conversation as a pure state machine: what happens goes in, what is to be done comes out.
///
/// Work goes one after the other, exports beside it. What is entered while work is under way waits for it.
struct Conversation: Sendable {
    enum Input: Sendable {
        case began(continuing: Work.SessionPick?, files: [String])
        case user(InputEvent)
        case connecting(ConnectNotice)
        case notice(Desk.Notice)
        case workEnded(WorkResult)
        case export(ExportUpdate)
        /// Of the draft of this id.
        case draft(String, ExportUpdate)
        /// The turn has gone on for two more minutes.
        case stillWorking
    }

    enum Action: Hashable, Sendable {
        case show(StyledText)
        case setLive([StyledText])
        case start(Work)
        case stopWork
        case startExport(ExportOrder)
        case stopExport
        /// A picture that stands beside others; they are shown when a row is full, or at their end.
        case showCard(Card)
        case endCards
        case startDraft(ExportOrder)
        case stopDraft
        /// Remembers that files may go to this studio.
        case allowUploads(origin: String)
        case quit(Int32)
    }

    struct Settings: Sendable {
        /// Somebody can be asked.
        var isInteractive = true
        /// Whoever is asked whether files may leave the machine has said yes.
        var assumesYes = false
        var actions = ActionMode.auto
        /// The chat was never used before.
        var isFirstStart = false
        /// Where exports go.
        var folder: String
        /// As `2026-07-31`, for the names of exports.
        var day: String
        /// Where drafts go.
        var drafts: DraftFolder
        /// The screen can show pictures.
        var showsPictures = false
        var makeID: @Sendable () -> String = ExportRun.newID
    }

    let router: Router
    let settings: Settings
    var phrases: ChatPhrases

    // The work lane.
    var work: Work?
    var queue = LineQueue()
    var question: Question?
    /// Ctrl-C has been pressed; the work has not ended yet.
    var isStopping = false
    var isEnding = false
    var hasFailed = false

    // What is known of the studio.
    var studio: Connection?
    /// What is told on the way to it, where there is no screen to say it on.
    var connecting: String?
    /// How long it still asks to wait.
    var slowedDown: Duration?

    // What is known of the session.
    var draft: DraftView?
    /// The files and addresses that were added.
    var added: [String] = []
    /// It had content before this chat took it up.
    var isTakenUp = false
    /// The summary as it was shown last: the same is not shown twice.
    var shownSummary: String?
    /// The person has asked for the finished file and does not have it yet.
    var wantsFile = false

    var turn: Turn?
    var upload = UploadLane()
    var exports = ExportLane()
    var drafts = DraftLane()
    /// What is being looked at.
    var sheet: PreviewSheet?
    var batch: Batch?
    /// What `/do` takes, by number.
    var offers: [NextStep] = []

    var actions: [Action] = []

    init(router: Router, settings: Settings, language: Language) {
        self.router = router
        self.settings = settings
        phrases = ChatPhrases(language: language)
    }

    mutating func handle(_ input: Input) -> [Action] {
        switch input {
        case .began(let pick, let files):
            if !files.isEmpty { queue.append(.files(files)) }
            work = .connect(continuing: pick)
            actions.append(.start(.connect(continuing: pick)))
        case .user(.line(let line)): entered(line)
        case .user(.interrupt): interrupted()
        case .user(.endOfInput): ended()
        case .user(.hangUp): actions.append(.quit(hasFailed ? 1 : 0))
        case .connecting(let notice): told(notice)
        case .notice(let notice):
            // What was stopped has no effect any more, whatever is still on its way.
            if !isStopping { noticed(notice) }
        case .workEnded(let result):
            let done = work
            work = nil
            connecting = nil
            slowedDown = nil
            if let done { isStopping ? stopped(done) : finished(done, result) }
            isStopping = false
            next()
        case .export(let update): exportWent(update)
        case .draft(let id, let update): draftWent(id, update)
        case .stillWorking:
            // Where the answer is lost, the status tells what is waited for.
            guard let turn, !turn.isOver, turn.lost == nil, !isStopping else { break }
            self.turn?.isLong = true
            // Beside a pipe it is progress, not a reply.
            if settings.isInteractive { say(phrases.stillWorking, .dim) }
        }
        showLive()
        defer { actions = [] }
        return actions
    }

    // MARK: Lanes

    /// Starts work at once, or before everything that waits.
    mutating func start(_ next: Work) {
        guard work == nil else { return queue.putFirst(.work(next)) }
        work = next
        actions.append(.start(next))
    }

    mutating func next() {
        // While videos are made one by one, the person's lines wait for all of them.
        while work == nil, question == nil, let waiting = queue.popFirst(onlyWork: batch != nil) {
            switch waiting {
            case .line(let line): take(line)
            case .step(let step): take(step)
            case .work(let work): start(work)
            case .files(let paths): gather(DroppedPaths.Found(paths: paths))
            }
        }
        if isEnding, work == nil, batch == nil, queue.isEmpty, exports.isEmpty, drafts.order == nil { quit() }
    }

    // MARK: Saying things

    mutating func say(_ text: String, _ style: Emphasis = .plain) {
        actions.append(.show(StyledText(text, style)))
    }

    mutating func fail(_ text: String) {
        hasFailed = true
        say(text, .error)
    }

    /// The chat speaks the language it was spoken to last.
    mutating func follow(_ text: String) {
        if let language = LanguageSense.language(of: text) { phrases.language = language }
    }
}
