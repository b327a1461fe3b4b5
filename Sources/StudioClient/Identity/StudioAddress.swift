import HTTP
public import StudioAPI

/// Where a studio is: a URL, or the socket of the user's own.
public struct StudioAddress: Hashable, Sendable {
    /// Scheme, host and port, by which tokens are kept: "https://studio.example:8443".
    public let origin: String
    /// The origin and the path in front of every call, without a slash at the end.
    let base: String
    /// The Unix socket that takes the connection in place of the network.
    public let socketPath: String?
    /// The studio is on this machine: the user's own, or on a loopback address.
    public let isLocal: Bool

    /// The hosted service.
    public static let hosted = StudioAddress(
        origin: "https://mega-api-prod.nemovideo.ai",
        base: "https://mega-api-prod.nemovideo.ai",
        socketPath: nil,
        isLocal: false
    )

    /// The user's own studio.
    public static func own(_ home: StudioHome) -> StudioAddress {
        StudioAddress(
            origin: "http://localhost",
            base: "http://localhost",
            socketPath: home.socketPath,
            isLocal: true
        )
    }

    /// A studio at a URL.
    ///
    ///     try StudioAddress(url: "studio.example/api/")  // https://studio.example/api
    ///
    /// - Parameters:
    ///   - url: Without a scheme, https is meant.
    ///   - insecure: Plain http is allowed to another machine, too.
    /// - Throws: ``StudioError`` with `badAddress` or `insecure`.
    public init(url text: String, insecure: Bool = false) throws(StudioError) {
        let text = text.trimmed
        guard let url = WebURL(text.contains("://") ? text : "https://" + text) else {
            throw StudioError(.badAddress, "That is no address of a studio. Give one like https://studio.example.")
        }
        guard !url.text.contains("?"), !url.text.contains("#") else {
            throw StudioError(.badAddress, "The address of a studio has no ? and no #. Leave out what follows them.")
        }
        guard url.scheme == "https" || url.isLoopback || insecure else {
            throw StudioError(
                .insecure,
                "\(url.host) would be spoken to without encryption. Use https, or add --insecure if you trust the way."
            )
        }
        self.origin = url.origin
        self.base = String(url.text.reversed().drop(while: { $0 == "/" }).reversed())
        self.socketPath = nil
        self.isLocal = url.isLoopback
    }

    /// The studio's name for a person: the host, or "this machine".
    public var name: String {
        if socketPath != nil { return "this machine" }
        return origin.split(separator: "/").last.map(String.init) ?? origin
    }

    var place: Place { isOwn ? .ownStudio : .host(name) }

    /// It is the user's own studio.
    public var isOwn: Bool { socketPath != nil }

    /// Where the studio's web pages are: NEMO_WEB_URL, else the pages of the hosted service, else the studio's own
    /// origin; nil for the user's own studio, which has none.
    public func webOrigin(environment: [String: String]) -> String? {
        if isOwn { return nil }
        if let given = environment["NEMO_WEB_URL"].flatMap({ WebURL($0.trimmed) }) {
            return String(given.text.reversed().drop(while: { $0 == "/" }).reversed())
        }
        return self == .hosted ? "https://nemovideo.com" : origin
    }

    /// The page that opens one session in a browser; nil where there are no pages. It carries the claim token, which
    /// is good for nothing else.
    public func page(for claim: ClaimToken, environment: [String: String]) -> String? {
        webOrigin(environment: environment).map { "\($0)/workspace/claim?ct=\(claim.token.asPathPart)" }
    }

    /// The page on which a guest registers and keeps what they have made; nil where there are no pages.
    ///
    /// - Parameter bind: The guest's id, by which the new account takes over theirs: ``StudioSession/bindID``,
    ///   ``SessionState/bindID`` or ``StudioError/bindID``.
    public func registration(bind: String, environment: [String: String]) -> String? {
        webOrigin(environment: environment).map { "\($0)/register?bind=\(bind.asPathPart)" }
    }

    init(origin: String, base: String, socketPath: String?, isLocal: Bool) {
        self.origin = origin
        self.base = base
        self.socketPath = socketPath
        self.isLocal = isLocal
    }
}
