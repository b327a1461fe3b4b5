/// The paths of the contract.
public enum APIPath {
    public static let anonymousToken = "/api/auth/anonymous-token"
    /// The token of the call, to be revoked.
    public static let token = "/api/auth/token"
    public static let claimToken = "/api/auth/claim-token"
    public static let session = "/api/tasks/me/with-session/nemo_agent"
    public static let run = "/run_sse"
    public static let credits = "/api/credits/balance/simple"
    public static let render = "/api/render/proxy/lambda"
    public static let info = "/api/kinora/info"
    public static let sessions = "/api/kinora/sessions"
    /// The user's own studio alone.
    public static let status = "/api/kinora/status"
    public static let stop = "/api/kinora/stop"
    public static let clean = "/api/kinora/clean"

    public static func upload(session: String) -> String { "/api/upload-video/nemo_agent/me/\(session)" }
    public static func state(session: String) -> String { "/api/state/nemo_agent/me/\(session)/latest" }
    public static func render(id: String) -> String { "/api/render/proxy/lambda/\(id)" }
    public static func download(id: String) -> String { "/api/render/proxy/\(id)/download" }
    public static func turn(session: String, turn: String) -> String { "/api/kinora/turns/\(session)/\(turn)" }
    public static func preview(session: String) -> String { "/api/kinora/preview/\(session)" }
    public static func picture(session: String, key: String) -> String { "/api/kinora/preview/\(session)/\(key)" }
    public static func estimate(session: String) -> String { "/api/kinora/estimate/\(session)" }
    public static func undo(session: String) -> String { "/api/kinora/undo/\(session)" }
    public static func redo(session: String) -> String { "/api/kinora/redo/\(session)" }
}

/// The headers of the contract.
public enum APIHeader {
    public static let clientID = "X-Client-Id"
    public static let source = "X-Skill-Source"
    public static let version = "X-Skill-Version"
    public static let platform = "X-Skill-Platform"
    /// A name for a turn, chosen by the client and sent with run_sse to a Kinora studio, under which the turn's
    /// record can be read again when the stream is lost. A turn of the same name is never run twice.
    public static let turn = "X-Kinora-Turn"
    /// Where a file stands among those a client sends side by side, sent with an upload to a Kinora studio.
    public static let position = "X-Kinora-Position"

    public static let sourceValue = "best-photo-to-video-ai"
    public static let defaultVersion = "1.0.0"
}
