/// How much a studio takes and gives. Sizes are in bytes, lengths of time in seconds.
public struct StudioLimits: Hashable, Sendable {
    /// One uploaded file.
    public var uploadBytes = 200_000_000
    /// What the chunks of earlier exports may fill; the least recently used go first.
    public var chunkCacheBytes = 5 * 1024 * 1024 * 1024
    /// What finished exports may fill before the oldest go.
    public var renderBytes = 20 * 1024 * 1024 * 1024
    /// How long a finished export is kept.
    public var renderLifetime = 7 * 24 * 3600
    /// Exports that run side by side. One export uses all encoders, so more than one only shares them.
    public var parallelExports = 1
    /// How long a token is good for, and the time over which tokens are counted.
    public var tokenLifetime = 7 * 24 * 3600
    public var tokensPerClient = 1
    public var tokensPerAddress = 10
    /// Credits of a new account.
    public var startingCredits = 100

    public init() {}
}
