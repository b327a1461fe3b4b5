import TestKit

/// The calls of the studio API.
public enum Call: String, CaseIterable, Sendable {
    case token, claim, session, run, upload, state, credits, submit, poll, download
    /// The file behind an export's `output.url`.
    case file
    /// Whatever a hosted studio does not know.
    case unknown

    init(_ request: Peer.Request) {
        let path = request.target.prefix { $0 != "?" }
        self =
            switch (request.method, path) {
            case ("POST", "/api/auth/anonymous-token"): .token
            case ("POST", "/api/auth/claim-token"): .claim
            case ("POST", "/api/tasks/me/with-session/nemo_agent"): .session
            case ("POST", "/run_sse"): .run
            case ("POST", _) where path.hasPrefix("/api/upload-video/nemo_agent/me/"): .upload
            case ("GET", _) where path.hasPrefix("/api/state/nemo_agent/me/") && path.hasSuffix("/latest"): .state
            case ("GET", "/api/credits/balance/simple"): .credits
            case ("POST", "/api/render/proxy/lambda"): .submit
            case ("GET", _) where path.hasPrefix("/api/render/proxy/lambda/"): .poll
            case ("GET", _) where path.hasPrefix("/api/render/proxy/") && path.hasSuffix("/download"): .download
            case ("GET", _) where path.hasPrefix("/files/"): .file
            default: .unknown
            }
    }
}
