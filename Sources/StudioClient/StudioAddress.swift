public import StudioAPI

/// Where a studio is: a URL, or the socket of the user's own.
public struct StudioAddress: Hashable, Sendable {
    /// Scheme, host and port, by which tokens are kept: "https://studio.example:8443".
    public let origin: String
    /// The origin and the path in front of every call, without a slash at the end.
    public let base: String
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

    /// The studio's name for a person: the host, or "this machine".
    public var name: String {
        if socketPath != nil { return "this machine" }
        return origin.split(separator: "/").last.map(String.init) ?? origin
    }

    init(origin: String, base: String, socketPath: String?, isLocal: Bool) {
        self.origin = origin
        self.base = base
        self.socketPath = socketPath
        self.isLocal = isLocal
    }
}
