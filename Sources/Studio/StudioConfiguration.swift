import HTTP
public import Renderer

/// What a studio is started with.
public struct StudioConfiguration: Sendable {
    /// Where a studio listens.
    public enum Listen: Hashable, Sendable {
        /// A socket in the file system. Its folder is made, or made private, before the socket is.
        case unixSocket(String)
        /// Port 0 takes any free one.
        case tcp(host: String, port: Int)
    }

    public var listen: Listen
    /// The folder of the store, the media and the exports. 0700; one studio at a time has it.
    public var dataFolder: String
    /// The studio is its user's own: no tokens, no credits, no attribution. Only for a Unix socket.
    public var local: Bool
    public var version: String
    /// Changes with every build; a chat of another build has the studio replaced.
    public var build: String
    public var worker: WorkerLaunch
    /// The studio ends after so many seconds without requests, turns and exports; nil: never by itself.
    public var idleExit: Double?
    public var limits = StudioLimits()
    /// The address under which others reach this studio, "https://studio.example", for the links it gives out;
    /// nil: the Host header of the request tells.
    public var publicURL: String?
    /// Addresses of proxies in front of the studio, whose X-Forwarded-For is believed.
    public var trustedProxies: Set<String> = []
    /// Where links may lead.
    public var linkRule = LinkRule()
    /// The log file; nil: standard error.
    public var logPath: String?
    /// SIGTERM and SIGINT end the studio in good order.
    public var handlesSignals = true

    public init(
        listen: Listen,
        dataFolder: String,
        local: Bool,
        version: String,
        build: String,
        worker: WorkerLaunch,
        idleExit: Double? = nil
    ) {
        self.listen = listen
        self.dataFolder = dataFolder
        self.local = local
        self.version = version
        self.build = build
        self.worker = worker
        self.idleExit = idleExit
    }
}

extension StudioConfiguration {
    /// An IPv4 or IPv6 address.
    public static func isAddress(_ text: String) -> Bool { IPAddress(text) != nil }

    /// An http or https URL without a query, which paths can be added to.
    public static func isPublicURL(_ text: String) -> Bool {
        guard let url = WebURL(text) else { return false }
        return text.hasPrefix(url.scheme + "://") && !text.contains { $0 == "?" || $0 == "#" }
    }
}
