public import StudioAPI

/// The user's own studio: found when it runs, started when it does not.
public struct OwnStudio: Sendable {
    /// How the studio is started.
    public struct Launch: Sendable {
        public var executable: String
        public var arguments: [String]
        public var environment: [String: String]

        public init(executable: String, arguments: [String], environment: [String: String]) {
            self.executable = executable
            self.arguments = arguments
            self.environment = environment
        }
    }

    public enum Event: Hashable, Sendable {
        case starting
        /// A studio of another build finishes its jobs first.
        case waitingForOtherBuild
    }

    public var home: StudioHome
    public var build: String

    public init(home: StudioHome, build: String, identity: ClientIdentity) {
        self.home = home
        self.build = build
    }

    /// The running studio, or nil when none answers.
    public func find() async throws -> StudioClient? { nil }

    /// The running studio of this build, started if need be.
    public func connect(
        launch: Launch,
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> StudioClient {
        throw StudioError(.failed, "")
    }
}
