import Foundation
public import StudioClient
import Terminal
import Timeline

/// The chat, from its start to the exit status.
public struct ChatProgram: Sendable {
    public struct Options: Sendable {
        /// Files to begin with.
        public var files: [String] = []
        /// Which earlier session to take up, if any.
        public var resume: Resume?
        /// Where the chat keeps its history, its sessions and its jobs.
        public var stateFolder: String
        /// Where exports go.
        public var folder: String
        public var environment: [String: String]
        /// What is done about what the agent's words ask for.
        public var actions = ActionMode.auto
        /// Pictures are shown where the terminal can.
        public var pictures = true
        /// Files may go to a studio elsewhere: it is said, not asked.
        public var assumesYes = false

        public init(stateFolder: String, folder: String, environment: [String: String]) {
            self.stateFolder = stateFolder
            self.folder = folder
            self.environment = environment
        }
    }

    public enum Resume: Hashable, Sendable {
        case latest
        /// The N-th of `/sessions`, from 1.
        case session(Int)
    }

    /// Finds or starts the studio, and tells what it is about.
    public typealias Connect =
        @Sendable (@escaping @Sendable (ConnectNotice) -> Void) async throws -> StudioClient

    private let options: Options
    private let clock: any Clock<Duration>
    private let connect: StudioLink.Connect

    /// - Parameter clock: Counts every wait of the chat; those of the client it connects have a clock of their own.
    public init(
        _ options: Options,
        clock: any Clock<Duration> = ContinuousClock(),
        connect: @escaping Connect
    ) {
        self.init(
            options,
            clock: clock,
            studio: { ClientService(client: try await connect($0), environment: options.environment) }
        )
    }

    init(_ options: Options, clock: any Clock<Duration>, studio connect: @escaping StudioLink.Connect) {
        self.options = options
        self.clock = clock
        self.connect = connect
    }

    /// Talks until the person leaves.
    ///
    /// - Returns: The exit status: 0, or 1 when something failed and nobody was there to see it.
    public func run() async -> Int32 {
        let environment = options.environment
        let traits = TerminalTraits(descriptor: STDOUT_FILENO, environment: environment)
        let isInteractive = isatty(STDIN_FILENO) == 1 && traits.isInteractive
        let store = ChatStore(folder: options.stateFolder)
        var settings = Conversation.Settings(
            folder: options.folder,
            day: OutputName.day(),
            drafts: DraftFolder(stateFolder: options.stateFolder)
        )
        let pictures = isInteractive && options.pictures ? PictureForm(traits, environment: environment) : nil
        settings.showsPictures = pictures != nil
        settings.isInteractive = isInteractive
        settings.actions = options.actions
        settings.assumesYes = options.assumesYes
        // Nothing was ever said here.
        settings.isFirstStart = !FileManager.default.fileExists(atPath: historyPath)
        let conversation = Conversation(
            router: Router(.system(home: environment["HOME"] ?? NSHomeDirectory())),
            settings: settings,
            language: LanguageSense.language(environment: environment)
        )
        let shell = ChatShell(conversation: conversation, store: store, clock: clock, connect: connect)
        let pick: Work.SessionPick? =
            switch options.resume {
            case .latest: .latest
            case .session(let number): .number(number)
            case nil: nil
            }
        if isInteractive {
            do {
                return try await talk(shell, traits: traits, pictures: pictures, pick: pick)
            } catch {
                DescriptorWriter(STDERR_FILENO).write("\(error)\n")
                return 1
            }
        }
        return await listen(shell, traits: traits, pick: pick)
    }

    private var historyPath: String { options.stateFolder + "/history.jsonl" }

    /// With a prompt.
    private func talk(
        _ shell: ChatShell,
        traits: TerminalTraits,
        pictures: PictureForm?,
        pick: Work.SessionPick?
    ) async throws(TerminalError) -> Int32 {
        TerminalGuard.protect(descriptor: STDIN_FILENO)
        defer { TerminalGuard.restore() }
        var editing = LineEditor.Options()
        editing.traits = traits
        editing.historyPath = historyPath
        editing.commands = SlashCommand.names
        let editor = try LineEditor(editing)
        let keys = editor.followSignals()
        let ends = SignalRelay.shared.subscribe(to: [SIGTERM, SIGHUP]) { signal in
            TerminalGuard.restore()
            // A hang-up or the end of the process calls off nothing: exports go on in the studio.
            _exit(128 + signal)
        }
        let status = await shell.run(
            events: editor.events,
            screen: EditorScreen(editor, hasColour: traits.hasColour, pictures: pictures),
            began: .began(continuing: pick, files: options.files)
        )
        keys.cancel()
        ends.cancel()
        await editor.close()
        TerminalGuard.release()
        return status
    }

    /// Line by line from a pipe: replies to standard output, progress to standard error.
    private func listen(_ shell: ChatShell, traits: TerminalTraits, pick: Work.SessionPick?) async
        -> Int32
    {
        let (events, sink) = AsyncStream.makeStream(of: InputEvent.self)
        let input = LineInput()
        let reading = Task {
            for await event in input.events { sink.yield(event) }
            sink.finish()
        }
        defer { reading.cancel() }
        let interrupts = SignalRelay.shared.subscribe(to: [SIGINT]) { _ in shell.abandon() }
        defer { interrupts.cancel() }
        let progress = ProgressLine(
            descriptor: STDERR_FILENO,
            traits: TerminalTraits(descriptor: STDERR_FILENO, environment: options.environment)
        )
        let screen = PlainScreen(output: STDOUT_FILENO, hasColour: false, progress: progress)
        return await shell.run(
            events: events,
            screen: screen,
            began: .began(continuing: pick, files: options.files)
        )
    }
}
