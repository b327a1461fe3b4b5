/// Where a user's own studio lives: the places the chat and the studio agree on without talking.
public struct StudioHome: Hashable, Sendable {
    /// The folder of everything Kinora keeps for the user, 0700.
    public var stateFolder: String
    /// The folder of the studio's socket, 0700.
    public var runtimeFolder: String

    public var socketPath: String { runtimeFolder + "/studio.sock" }
    public var dataFolder: String { stateFolder + "/studio" }
    public var logPath: String { stateFolder + "/studio.log" }
    public var lockPath: String { runtimeFolder + "/studio.lock" }

    public init(stateFolder: String, runtimeFolder: String) {
        self.stateFolder = stateFolder
        self.runtimeFolder = runtimeFolder
    }

    /// The places by the XDG base directory rules: XDG_STATE_HOME, else ~/.local/state, for what is kept;
    /// XDG_RUNTIME_DIR, else the state folder, for the socket.
    ///
    /// - Parameter environment: HOME must be in it when XDG_STATE_HOME is not.
    public init(environment: [String: String]) {
        func folder(_ name: String) -> String? {
            // The XDG rules: a path that is not absolute is to be ignored.
            guard let path = environment[name], path.hasPrefix("/") else { return nil }
            return path
        }
        let state = folder("XDG_STATE_HOME") ?? (environment["HOME"] ?? "") + "/.local/state"
        self.stateFolder = state + "/kinora"
        self.runtimeFolder = folder("XDG_RUNTIME_DIR").map { $0 + "/kinora" } ?? stateFolder
    }
}
