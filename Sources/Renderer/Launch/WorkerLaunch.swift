/// How workers are started and what they may use.
public struct WorkerLaunch: Hashable, Sendable {
    /// The path of a program that calls ``WorkerMain/run()``.
    public var executable: String
    /// Its arguments, without its own name.
    public var arguments: [String]
    /// Chunks that are encoded at once: one for each core.
    public var encoders: Int
    /// The memory a worker may take, in bytes. A decoder that asks for more fails, and only its job with it.
    public var memoryLimit: Int
    /// How far workers step back behind other programs, 0…19: 0 not at all.
    public var niceness = 0

    public static let defaultMemoryLimit = 2 << 30

    public init(
        executable: String,
        arguments: [String] = ["worker"],
        encoders: Int,
        memoryLimit: Int = WorkerLaunch.defaultMemoryLimit
    ) {
        self.executable = executable
        self.arguments = arguments
        self.encoders = max(encoders, 1)
        self.memoryLimit = memoryLimit
    }
}
