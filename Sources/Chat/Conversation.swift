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
    }

    enum Action: Hashable, Sendable {
        case show(StyledText)
        case setLive([StyledText])
        case start(Work)
        case stopWork
        case startExport(ExportOrder)
        case stopExport
        case quit(Int32)
    }

    /// What the person was asked.
    enum Question: Hashable, Sendable {
        /// Add what is in folders, then say the words.
        case add(paths: [String], words: String)
        /// Some files were refused: say the words all the same.
        case goOn(words: String)
    }

    /// What waits for its turn.
    enum Pending: Hashable, Sendable {
        /// A line of the person's, shown as queued.
        case line(String)
        case work(Work)
        /// What the chat was started with.
        case files([String])
    }

    struct Settings: Sendable {
        /// Somebody can be asked.
        var isInteractive = true
        /// The chat was never used before.
        var isFirstStart = false
        /// Where exports go.
        var folder: String
        /// As `2026-07-31`, for the names of exports.
        var day: String
        var makeID: @Sendable () -> String = ExportRun.newID
    }

    let router: Router
    let settings: Settings
    var phrases: ChatPhrases

    // The work lane.
    var work: Work?
    var pending: [Pending] = []
    var question: Question?
    /// Ctrl-C has been pressed; the work has not ended yet.
    var isStopping = false
    var isEnding = false
    var hasFailed = false

    // What is known of the studio.
    var isLocal = true
    var draft: DraftView?
    var hasUploads = false
    /// The summary as it was shown last: the same is not shown twice.
    var shownSummary: String?

    // The turn that runs.
    var reply = ReplyLines()
    var turnStatus: String?
    /// How long the studio still asks to wait.
    var slowedDown: Duration?
    /// Files on their way, in order.
    var uploads: [(path: String, fraction: Double)] = []
    /// Words that follow the upload under way.
    var wordsAfterUpload = ""

    // The export lane: the first runs.
    var exports: [ExportOrder] = []
    var exportStatus: ExportUpdate?
    /// Ctrl-C has been pressed; the export has not ended yet.
    var isStoppingExport = false

    var actions: [Action] = []

    init(router: Router, settings: Settings, language: Language) {
        self.router = router
        self.settings = settings
        phrases = ChatPhrases(language: language)
    }

    mutating func handle(_ input: Input) -> [Action] {
        switch input {
        case .began(let pick, let files):
            if !files.isEmpty { pending.append(.files(files)) }
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
            turnStatus = nil
            slowedDown = nil
            if let done { isStopping ? stopped(done) : finished(done, result) }
            isStopping = false
            next()
        case .export(let update): exportWent(update)
        }
        showLive()
        defer { actions = [] }
        return actions
    }

    // MARK: What the person does

    private mutating func entered(_ line: String) {
        if let asked = question {
            question = nil
            if let isYes = Answer.isYes(line) { return answered(asked, isYes) }
            // Another line is its own answer: what was asked about is let go.
        }
        if work == nil { return take(line) }
        switch router.route(line) {
        case .nothing: break
        case .help, .command(.help): take(.help)
        case .quit, .command(.quit): take(.quit)
        default:
            pending.append(.line(line))
            if settings.isInteractive { say(phrases.queued(line, pending.count), .dim) }
        }
    }

    private mutating func answered(_ asked: Question, _ isYes: Bool) {
        switch asked {
        case .add(let paths, let words):
            if isYes { upload(paths, words: words) } else { say(phrases.fine) }
        case .goOn(let words):
            if !isYes {
                say(phrases.fine)
            } else if words.isEmpty {
                say(phrases.whatToMake)
            } else {
                send(words)
            }
        }
        next()
    }

    private mutating func interrupted() {
        if case .connect = work {
            // Without a studio there is nothing to stop for, and Ctrl-C never ends the chat.
            say(phrases.ctrlDQuits, .dim)
        } else if work != nil {
            actions.append(.stopWork)
            isStopping = true
            for case .line(let line) in pending { say(phrases.takenBack(line), .dim) }
            pending = []
        } else if question != nil {
            question = nil
            say(phrases.fine)
        } else if !exports.isEmpty {
            isStoppingExport = true
            actions.append(.stopExport)
        } else {
            say(phrases.ctrlDQuits, .dim)
        }
    }

    private mutating func ended() {
        isEnding = true
        // Somebody who presses Ctrl-D wants to go; a pipe that ends has said all it had to say.
        if settings.isInteractive, !isStoppingExport {
            quit()
        } else {
            next()
        }
    }

    mutating func quit() {
        for order in exports { say(phrases.exportGoesOn(order.name + ".mp4"), .dim) }
        actions.append(.quit(settings.isInteractive ? 0 : hasFailed ? 1 : 0))
    }

    // MARK: What a line means

    private mutating func take(_ line: String) {
        let route = router.route(line)
        switch route {
        case .export, .credits, .status, .uploadHelp, .help:
            // A word such as "export" is used in any language; a Chinese one, or a sentence, tells the person's.
            if LanguageSense.hasHan(line) || line.contains(" ") { follow(line) }
        default: break
        }
        take(route)
    }

    private mutating func take(_ route: Route) {
        switch route {
        case .nothing: break
        case .upload(let found): gather(found)
        case .missing(let paths): for path in paths { fail(phrases.missing(path)) }
        case .export(let wish), .command(.export(let wish)): start(.readDraft(.export(wish)))
        case .credits, .command(.credits): start(.credits)
        case .status, .command(.status): start(.readDraft(.status))
        case .uploadHelp, .command(.upload): say(phrases.uploadHelp)
        case .help, .command(.help): say(phrases.help)
        case .quit, .command(.quit): quit()
        case .command(.new): start(.newSession)
        case .command(.undo): start(.undo)
        case .command(.redo): start(.redo)
        case .command(.take), .command(.unqueue): break
        case .command(.sessions(let number)): start(number.map { .takeUp($0) } ?? .listSessions)
        case .unknownCommand(let name): fail(phrases.unknownCommand(name))
        case .message(let text): send(text)
        case .batch, .batchOfEarlier: break
        }
    }

    private mutating func gather(_ found: DroppedPaths.Found) {
        follow(found.words)
        var paths: [String] = []
        var folders: [String] = []
        for path in found.paths {
            if router.files.kind(path) == .folder {
                let media = router.files.media(in: path)
                if media.isEmpty { fail(phrases.emptyFolder(MediaName.last(of: path))) } else { folders.append(path) }
                paths += media
            } else {
                paths.append(path)
            }
        }
        guard !paths.isEmpty else { return }
        guard !folders.isEmpty, settings.isInteractive else { return upload(paths, words: found.words) }
        let names = folders.map(MediaName.last(of:)).joined(separator: ", ")
        question = .add(paths: paths, words: found.words)
        say(phrases.addFolder(names, phrases.content(paths)), .accent)
    }

    private mutating func upload(_ paths: [String], words: String) {
        wordsAfterUpload = words
        start(.upload(paths))
    }

    mutating func send(_ text: String) {
        follow(text)
        reply = ReplyLines()
        start(.turn(text))
    }

    /// The chat speaks the language it was spoken to last.
    private mutating func follow(_ text: String) {
        if let language = LanguageSense.language(of: text) { phrases.language = language }
    }

    // MARK: Lanes

    /// Starts work at once, or before everything that waits.
    mutating func start(_ next: Work) {
        guard work == nil else {
            pending.insert(.work(next), at: 0)
            return
        }
        work = next
        if case .turn = next { turnStatus = phrases.working }
        if case .upload(let paths) = next { uploads = paths.map { ($0, 0) } }
        actions.append(.start(next))
    }

    mutating func next() {
        while work == nil, question == nil, !pending.isEmpty {
            switch pending.removeFirst() {
            case .line(let line): take(line)
            case .work(let work): start(work)
            case .files(let paths): gather(DroppedPaths.Found(paths: paths))
            }
        }
        if isEnding, work == nil, pending.isEmpty, exports.isEmpty { quit() }
    }

    // MARK: Saying things

    mutating func say(_ text: String, _ style: Emphasis = .plain) {
        actions.append(.show(StyledText(text, style)))
    }

    mutating func fail(_ text: String) {
        hasFailed = true
        say(text, .error)
    }
}
