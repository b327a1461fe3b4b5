extension OwnStudio {
    /// How the studio is started.
    public struct Launch: Sendable {
        /// An absolute path.
        public var executable: String
        public var arguments: [String]
        public var environment: [String: String]

        public init(executable: String, arguments: [String], environment: [String: String]) {
            self.executable = executable
            self.arguments = arguments
            self.environment = environment
        }
    }

    /// What a person who waits may want to know.
    public enum Event: Hashable, Sendable {
        case starting
        /// A studio of another build is running. It finishes so many turns and exports and is then replaced; nil when
        /// it does not tell.
        case waitingForOtherBuild(work: Int?)
    }
}
