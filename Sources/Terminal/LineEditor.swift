import Foundation
import Synchronization

/// A prompt that stays at the bottom of the screen while text appears above it.
///
/// One thread of its own owns libedit; whatever is called here is handed over to it and done between two keys.
public final class LineEditor: Sendable {
    public struct Options: Sendable {
        public var input: Int32 = STDIN_FILENO
        public var output: Int32 = STDOUT_FILENO
        /// The name by which `.editrc` can speak of the program.
        public var program = "kinora"
        public var prompt = "› "
        /// The prompt of a terminal that has ASCII alone.
        public var plainPrompt = "> "
        /// The terminal's type; nil is TERM.
        public var terminal: String?
        public var traits = TerminalTraits(isInteractive: true, hasColour: false, marksPastes: false)
        /// Where the lines are kept; nil forgets them.
        public var historyPath: String?
        /// What Tab completes at the beginning of a line, beside file names.
        public var commands: [String] = []
        /// The person's `.editrc` has a say.
        public var readsEditrc = true
        /// Ctrl-Z may stop the process.
        public var stopsProcess = true

        public init() {}
    }

    /// What happens at the prompt, in order. Ends when the editor is closed or the input ends.
    public let events: AsyncStream<InputEvent>

    enum Request: Sendable {
        case show([String])
        case live([String])
        case interrupt, resize, suspend, resume, close
    }

    private let requests = Mutex<[Request]>([])
    private let wakeWriter: Int32
    private let closed: AsyncStream<Never>
    let output: Int32

    /// Starts editing.
    ///
    /// - Throws: ``TerminalError`` when the terminal cannot be used.
    public init(_ options: Options = Options()) throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TerminalError("The terminal cannot be used: no pipe could be made.") }
        let wakeReader = ends[0]
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeWriter = ends[1]
        output = options.output
        let (events, eventSink) = AsyncStream.makeStream(of: InputEvent.self)
        let (closed, closedSink) = AsyncStream.makeStream(of: Never.self)
        self.events = events
        self.closed = closed
        let thread = Thread { [self] in
            if let session = EditSession(
                options,
                wakeReader: wakeReader,
                take: { self.requests.withLock { requests in requests.take() } },
                emit: { eventSink.yield($0) }
            ) {
                session.run()
            } else {
                eventSink.yield(.hangUp)
            }
            Foundation.close(wakeReader)
            eventSink.finish()
            closedSink.finish()
        }
        thread.name = "line editor"
        thread.start()
    }

    deinit {
        Foundation.close(wakeWriter)
    }

    /// The columns of the screen.
    public var columns: Int { TerminalTraits.columns(of: output) }

    /// Shows whole lines above the prompt. They are written as they are: see ``StyledText/lines(colour:)``.
    public func show(_ lines: [String]) { request(.show(lines)) }

    /// Replaces the lines that stand between what was shown and the prompt, and are redrawn in place.
    public func setLive(_ lines: [String]) { request(.live(lines)) }

    /// What Ctrl-C does: clears the line, or is told as an event where there is none.
    public func interrupt() { request(.interrupt) }

    /// The terminal has another size.
    public func resize() { request(.resize) }

    /// What Ctrl-Z does: gives the terminal back and stops the process.
    public func suspend() { request(.suspend) }

    /// The process goes on after it was stopped.
    public func resume() { request(.resume) }

    /// Ends editing; the terminal is as it was before when this returns.
    public func close() async {
        request(.close)
        for await _ in closed {}
    }

    /// Lets the signals a terminal sends have their effect, until the subscription is cancelled.
    public func followSignals() -> SignalRelay.Subscription {
        SignalRelay.shared.subscribe(to: [SIGINT, SIGWINCH, SIGTSTP, SIGCONT]) { [weak self] signal in
            switch signal {
            case SIGINT: self?.interrupt()
            case SIGWINCH: self?.resize()
            case SIGTSTP: self?.suspend()
            default: self?.resume()
            }
        }
    }

    private func request(_ request: Request) {
        requests.withLock { $0.append(request) }
        var byte: UInt8 = 0
        // A full pipe has woken the thread already.
        _ = write(wakeWriter, &byte, 1)
    }
}

extension [LineEditor.Request] {
    fileprivate mutating func take() -> Self {
        defer { self = [] }
        return self
    }
}
