import Glibc
import HTTP
public import StudioAPI

/// The user's own studio: found when it runs, started when it does not.
public struct OwnStudio: Sendable {
    public let home: StudioHome
    /// This program's own.
    public let build: String
    private let identity: ClientIdentity
    private let clock: any Clock<Duration>
    private let transport: Transport

    /// How long a studio may take to start, in steps of `interval`.
    private static let interval = Duration.milliseconds(50)
    private static let startSteps = 600

    public init(
        home: StudioHome,
        build: String,
        identity: ClientIdentity,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.init(home: home, build: build, identity: identity, clock: clock, transport: .shared)
    }

    init(
        home: StudioHome,
        build: String,
        identity: ClientIdentity,
        clock: any Clock<Duration>,
        transport: Transport
    ) {
        self.home = home
        self.build = build
        self.identity = identity
        self.clock = clock
        self.transport = transport
    }

    /// Where the own studio of this user is to live. Both the chat and the studio take it from here: where the path of
    /// the socket would be too long for the system, a short folder of the user's under /tmp takes the socket.
    public static func home(environment: [String: String]) -> StudioHome {
        var home = StudioHome(environment: environment)
        if home.socketPath.utf8.count > socketPathLimit { home.runtimeFolder = "/tmp/kinora-\(geteuid())" }
        return home
    }

    /// The bytes of `sun_path` but for the zero at its end.
    private static let socketPathLimit = 107

    /// The running studio, of whatever build; nil when none runs.
    ///
    /// - Throws: ``StudioError`` with `ownStudio` when one runs and does not answer.
    public func find() async throws -> StudioClient? {
        try await look()?.client
    }

    /// The running studio of this build, started if need be. However many ask for it at once, one is started.
    ///
    /// A studio of another build is asked to end when its work is done, and waited for.
    /// - Throws: ``StudioError`` with `ownStudio` when it does not start, in the studio's words.
    public func connect(
        launch: Launch,
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> StudioClient {
        if let client = try await lookForOurs() { return client }
        try PrivateFolder.make(home.stateFolder)
        try PrivateFolder.make(home.runtimeFolder)
        guard home.socketPath.utf8.count <= Self.socketPathLimit else {
            throw StudioError(
                .ownStudio,
                "The folder for your studio's socket has too long a path. Set XDG_RUNTIME_DIR to a shorter one."
            )
        }
        var teller = Teller(onEvent)
        while true {
            if let lock = try LockFile.tryTake(home.lockPath) {
                defer { withExtendedLifetime(lock) {} }
                // Another may have started it meanwhile.
                if let client = try await lookForOurs() { return client }
                try await waitForOther(&teller)
                teller.tell(.starting)
                return try await start(launch)
            }
            // Another chat is at it.
            if let client = try await lookForOurs() { return client }
            let other = try await look()?.client
            teller.tell(other == nil ? .starting : .waitingForOtherBuild(work: await other?.work()))
            try await clock.sleep(for: Self.interval)
        }
    }

    /// Tells what is new, once.
    private struct Teller {
        private let onEvent: (Event) -> Void
        private var told: Event?

        init(_ onEvent: @escaping (Event) -> Void) {
            self.onEvent = onEvent
        }

        mutating func tell(_ event: Event) {
            if event != told { onEvent(event) }
            told = event
        }
    }

    /// Returns when no studio answers any more, after it was told to stop.
    public func waitUntilEnded() async throws {
        while try await look() != nil { try await clock.sleep(for: Self.interval) }
    }

    // MARK: Looking

    private func look() async throws -> (client: StudioClient, info: StudioInfo)? {
        // Another user's socket could be anything.
        guard try PrivateFolder.isThere(home.runtimeFolder) else { return nil }
        let client = StudioClient(
            address: .own(home),
            identity: identity,
            tokens: nil,
            clock: clock,
            onWait: { _ in },
            transport: transport
        )
        do {
            guard let info = try await client.info(within: .seconds(10)) else {
                throw StudioError(.ownStudio, "Something else answers on your studio's socket. Stop it and try again.")
            }
            return (client, info)
        } catch let error as StudioError {
            switch error.code {
            // Between its last answer and its end a studio cuts connections.
            case .unreachable, .interrupted: return nil
            case .timedOut:
                throw StudioError(.ownStudio, "Your studio runs but does not answer. End its process and try again.")
            default: throw error
            }
        }
    }

    /// The studio of this build, unless it is about to end.
    private func lookForOurs() async throws -> StudioClient? {
        guard let (client, info) = try await look(), info.build == build else { return nil }
        do {
            return try await client.status().stopping ? nil : client
        } catch let error as StudioError where error.isPassing {
            return nil
        }
    }

    // MARK: Another build

    private func waitForOther(_ teller: inout Teller) async throws {
        while let (client, _) = try await look() {
            // A build that is much older may not tell or take these.
            let status = try? await client.stop(when: .idle)
            teller.tell(.waitingForOtherBuild(work: status?.work))
            try await clock.sleep(for: .milliseconds(250))
        }
    }

    // MARK: Starting

    private func start(_ launch: Launch) async throws -> StudioClient {
        let log = StudioLogTail(path: home.logPath)
        let process = try DetachedProcess(
            executable: launch.executable,
            arguments: launch.arguments,
            environment: launch.environment,
            logPath: home.logPath
        )
        for _ in 0..<Self.startSteps {
            if let (client, _) = try await look() { return client }
            if process.exitStatus != nil {
                // It may have found one that was started by other hands.
                if let client = try await lookForOurs() { return client }
                throw StudioError(.ownStudio, "Your studio ended while it started" + log.reason)
            }
            try await clock.sleep(for: Self.interval)
        }
        throw StudioError(.ownStudio, "Your studio did not start in time" + log.reason)
    }
}

extension StudioStatus {
    /// Turns and exports that run or wait.
    fileprivate var work: Int { activeTurns + activeExports }
}

extension StudioClient {
    fileprivate func work() async -> Int? { try? await status().work }
}
