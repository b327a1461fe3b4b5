import Foundation
import Synchronization
import TestKit

// What every client of the API must keep to, whatever the script says.
extension ScriptedStudio {
    /// Where the client broke the contract; empty when it kept to it.
    public var breaches: [String] {
        state.withLock { state in
            var breaches = state.surprises
            let left = state.turns.map(\.message)
            if !left.isEmpty { breaches.append("The agent was never told \(left).") }
            return breaches
        }
    }

    func check(_ call: Call, _ request: Peer.Request) {
        var found: [String] = []
        for name in ["x-skill-source", "x-skill-version", "x-skill-platform"] where request.headers[name] == nil {
            // The file behind a link may lie anywhere: it is not the studio's API.
            if call != .file { found.append("\(call) came without \(name).") }
        }
        if request.target.contains("nmv_usr") { found.append("\(call) had the token in its address.") }
        let bearer = request.headers["authorization"]
        switch call {
        case .token:
            if bearer != nil { found.append("The token call came with a token.") }
            if request.headers["x-client-id"] == nil { found.append("The token call came without X-Client-Id.") }
        case .unknown, .file: break
        default:
            if bearer?.hasPrefix("Bearer ") != true { found.append("\(call) came without a token.") }
        }
        switch call {
        case .run: found += runBreaches(request)
        case .submit: found += submitBreaches(request)
        case .claim:
            let body = Self.object(request)
            if body?["session_id"] == nil || body?["task_id"] == nil {
                found.append("claim names no session and task.")
            }
        default: break
        }
        state.withLock { $0.surprises += found }
    }

    private func runBreaches(_ request: Peer.Request) -> [String] {
        var found: [String] = []
        let body = Self.object(request) ?? [:]
        if body["app_name"] as? String != "nemo_agent" { found.append("run_sse has another app_name.") }
        if body["user_id"] as? String != "me" { found.append("run_sse has another user_id.") }
        if request.headers["accept"] != "text/event-stream" { found.append("run_sse does not accept a stream.") }
        let message = body["new_message"] as? [String: Any] ?? [:]
        if Set(message.keys).isSubset(of: ["parts", "role"]) == false { found.append("new_message has other keys.") }
        return found
    }

    private func submitBreaches(_ request: Peer.Request) -> [String] {
        var found: [String] = []
        let body = Self.object(request) ?? [:]
        let id = body["id"] as? String ?? ""
        if !id.hasPrefix("render_") { found.append("The export is called “\(id)”.") }
        if body["sessionId"] == nil { found.append("The export has no sessionId.") }
        let (given, submitted) = state.withLock { ($0.draftGiven, $0.submitted) }
        if submitted.contains(id) { found.append("The export’s id was used before.") }
        if !request.text.contains(#""draft":"# + (given ?? "…")) {
            found.append("The draft was not handed back as it came.")
        }
        return found
    }
}
