import Foundation
import StudioAPI
import StudioClient
import Terminal
public import Timeline

/// Makes one video from files and words, without asking anything.
public struct MakeProgram: Sendable {
    public struct Options: Sendable {
        public var files: [String]
        /// Nil makes a slideshow with transitions and music.
        public var prompt: String?
        /// Nil only where the timeline is to be looked at and nothing to be exported.
        public var output: String?
        /// A video for each; none: the shape the words ask for.
        public var aspects: [Aspect] = []
        /// Shows the timeline, makes a draft and exports nothing.
        public var preview = false
        /// Pictures are shown where the terminal can.
        public var pictures = true
        /// Of the whole video, in seconds.
        public var length: Double?
        public var quality: Quality = .high
        /// An output that exists is replaced.
        public var force = false
        /// Goes on without files that are refused.
        public var skipBad = false
        /// The result is told as one JSON object.
        public var json = false
        public var stateFolder: String
        public var environment: [String: String]

        public init(files: [String], output: String?, stateFolder: String, environment: [String: String]) {
            self.files = files
            self.output = output
            self.stateFolder = stateFolder
            self.environment = environment
        }
    }

    private let options: Options
    private let clock: any Clock<Duration>
    private let connect: StudioLink.Connect

    /// - Parameter clock: Counts every wait but those of the client.
    public init(
        _ options: Options,
        clock: any Clock<Duration> = ContinuousClock(),
        connect: @escaping ChatProgram.Connect
    ) {
        self.options = options
        self.clock = clock
        self.connect = {
            ClientService(client: try await connect($0), environment: options.environment)
        }
    }

    /// - Returns: The exit status: 0 done, 1 failed, 2 files or an output that cannot be, 4 not authorised,
    ///   130 interrupted.
    public func run() async -> Int32 {
        let traits = TerminalTraits(descriptor: STDERR_FILENO, environment: options.environment)
        let progress = ProgressLine(
            descriptor: STDERR_FILENO,
            traits: traits
        )
        let job = MakeJob(
            options,
            clock: clock,
            connect: connect,
            progress: progress,
            pictures: options.pictures ? PictureForm(traits, environment: options.environment) : nil
        ) { [json = options.json] result in
            progress.whileHidden {
                DescriptorWriter(STDOUT_FILENO).write(json ? MakeJob.json(result) : result.path + "\n")
            }
        }
        let task = Task { await job.run() }
        let interrupts = SignalRelay.shared.subscribe(to: [SIGINT, SIGTERM]) { _ in task.cancel() }
        defer { interrupts.cancel() }
        let end = await task.value
        progress.update([])
        switch end {
        case .made(_, let failures):
            for failure in failures { progress.note(StyledText(failure, .error)) }
            return failures.isEmpty ? 0 : 1
        case .shown: return 0
        case .failed(let status, let messages):
            for message in messages { progress.note(StyledText(message, .error)) }
            return status
        }
    }
}

extension MakeProgram.Options {
    /// The files that will be written: one, or one for each shape, `trip-16x9.mp4` and `trip-9x16.mp4` beside each
    /// other.
    var outputs: [String] {
        guard let output, !preview else { return [] }
        guard aspects.count > 1 else { return [output] }
        let path = output as NSString
        let base = path.deletingPathExtension
        let ending = path.pathExtension.isEmpty ? "" : "." + path.pathExtension
        return aspects.map { "\(base)-\(OutputName.mark(of: $0))\(ending)" }
    }
}
