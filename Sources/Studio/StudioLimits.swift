/// How much a studio takes and gives. Sizes are in bytes, lengths of time in seconds.
public struct StudioLimits: Hashable, Sendable {
    // MARK: Accounts

    /// How long a token is good for, and the time over which tokens are counted.
    public var tokenLifetime = 7 * 24 * 3600
    public var tokensPerClient = 1
    /// An IPv4 address, or an IPv6 network of 64 bits.
    public var tokensPerAddress = 10
    /// Credits of a new account.
    public var startingCredits = 100
    public var creditsPerEdit = 1
    public var sessionsPerAccount = 1000
    /// What the files of all sessions of an account may fill.
    public var bytesPerAccount = 10_000_000_000
    /// Exports of an account that wait or run.
    public var exportsPerAccount = 20

    // MARK: Uploads

    /// One uploaded file. The readers take no more than 200 MB.
    public var uploadBytes = 200_000_000

    // MARK: Links

    public var linksPerUpload = 20
    /// How long the fetching of one link may take.
    public var linkTime = 300

    // MARK: Exports

    /// Exports that run side by side. One export uses all encoders, so more than one only shares them.
    public var parallelExports = 1
    /// What small pictures of media may fill; the least recently used go first.
    public var thumbnailBytes = 200 * 1024 * 1024
    /// What finished exports may fill before the oldest go.
    public var renderBytes = 20 * 1024 * 1024 * 1024
    /// How long a finished export is kept.
    public var renderLifetime = 7 * 24 * 3600

    // MARK: What is kept

    /// What the chunks of earlier exports may fill; the least recently used go first.
    public var chunkCacheBytes = 5 * 1024 * 1024 * 1024
    /// How long a session is kept in which nothing happens; nil: for ever.
    public var sessionLifetime: Int? = 30 * 24 * 3600
    /// How long the record of a turn is kept.
    public var turnLifetime = 7 * 24 * 3600

    // MARK: Connections

    /// Connections that are open at once; further ones wait to be taken.
    public var connections = 1000
    /// How long a connection may stand still: before a request is there, within one, and while a reply is not taken.
    public var idleTime = 120
    /// How long one request may take to arrive and be worked on; a large upload over a slow line is one.
    public var requestTime = 3600

    public init() {}
}
