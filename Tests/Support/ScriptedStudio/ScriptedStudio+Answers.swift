import Foundation
import Synchronization
import TestKit

extension ScriptedStudio {
    func answer(_ request: Peer.Request, _ connection: PeerConnection) {
        let call = Call(request)
        let answer = state.withLock { state in
            state.events.append((call, request))
            if var queued = state.answers[call], !queued.isEmpty {
                let first = queued.removeFirst()
                state.answers[call] = queued
                return first
            }
            return state.lasting[call] ?? .usual
        }
        check(call, request)
        answer.gate?.waitOnThread()
        if case .run = call, answer.losesAnswer { _ = take(request) }
        switch answer.form {
        case .usual: usual(call, request, connection, isSlow: answer.isSlow)
        case .reply(let body, let status, let type, let headers):
            connection.send(Self.reply(body, status: status, type: type, headers: headers), slowly: answer.isSlow)
        case .bytes(let bytes, let thenReset):
            connection.send(Array(bytes.utf8), slowly: answer.isSlow)
            if thenReset { connection.reset() } else { connection.close() }
        case .silence: connection.waitForClose()
        }
    }

    static func reply(_ body: String, status: Int, type: String, headers: [String]) -> [UInt8] {
        let bytes = Array(body.utf8)
        let head = ["HTTP/1.1 \(status) Whatever", "Content-Type: \(type)", "Content-Length: \(bytes.count)"] + headers
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes
    }

    private func usual(_ call: Call, _ request: Peer.Request, _ connection: PeerConnection, isSlow: Bool) {
        func data(_ body: String) {
            let envelope = #"{"code":0,"message":"success","data":"# + body + "}"
            connection.send(
                Self.reply(envelope, status: 200, type: "application/json", headers: []),
                slowly: isSlow
            )
        }
        switch call {
        case .token:
            let number = state.withLock { state in
                state.tokens += 1
                return state.tokens
            }
            data(#"{"token":"nmv_usr_scripted\#(number)","credits":100}"#)
        case .claim: data(#"{"claim_token":"clm_scripted","expires_in":604800}"#)
        case .session:
            let number = state.withLock { state in
                state.sessions += 1
                return state.sessions
            }
            data(#"{"task_id":"task-scripted-\#(number)","session_id":"sess-scripted-\#(number)","bind":"bind-7"}"#)
        case .run: run(request, connection, isSlow: isSlow)
        case .upload:
            let names = Self.fileNames(of: request)
            state.withLock { $0.media += names }
            data(#"{"uploaded":[\#(names.map { #"{"file":\#(quoted($0)),"ok":true}"# }.joined(separator: ","))]}"#)
        case .state:
            let draft = state.withLock { state in
                state.draftGiven = state.draft
                return state.draft
            }
            data(
                #"{"state":{"draft":\#(draft ?? "null"),"video_infos":[{"vid":1}],"canvas_config":{"w":1920,"h":1080},"generated_media":{}}}"#
            )
        case .credits:
            let (available, frozen) = state.withLock { $0.credits }
            data(#"{"available":\#(available),"frozen":\#(frozen),"total":\#(available + frozen)}"#)
        case .submit:
            let id = (Self.object(request)?["id"] as? String) ?? ""
            state.withLock { $0.submitted.append(id) }
            data(#"{"renderId":\#(quoted(id)),"accepted":true}"#)
        case .poll: poll(connection, isSlow: isSlow)
        case .download, .file:
            connection.reply(bytes: MiniatureFilm.bytes, status: 200, type: "video/mp4")
        case .unknown:
            connection.reply(#"{"detail":"Not Found"}"#, status: 404)
        }
    }

    private func poll(_ connection: PeerConnection, isSlow: Bool) {
        let status = state.withLock { $0.progress.isEmpty ? nil : $0.progress.removeFirst() }
        let body =
            status.map { #"{"code":0,"status":"\#($0)"}"# }
            ?? #"{"code":0,"status":"completed","output":{"url":"\#(url)/files/render.mp4?X-Amz-Signature=abc"}}"#
        connection.send(Self.reply(body, status: 200, type: "application/json", headers: []), slowly: isSlow)
    }

    // MARK: The agent

    private func run(_ request: Peer.Request, _ connection: PeerConnection, isSlow: Bool) {
        let steps = take(request)
        connection.beginChunks()
        for (number, step) in steps.enumerated() {
            guard connection.sendChunk(of: step.frames(number), slowly: isSlow) else { return }
            switch step {
            case .edits(_, let draft), .editsUnseen(let draft): has(draft)
            case .waits(let event): event.waitOnThread()
            case .hangs: connection.waitForClose()
            case .resets: return connection.reset()
            case .breaksOff: return connection.close()
            default: break
            }
        }
        connection.sendChunk([])
    }

    /// The agent hears a message: a second time only when a script foresees that.
    private func take(_ request: Peer.Request) -> [Step] {
        let message = Self.message(of: request) ?? ""
        return state.withLock { state in
            state.heard.append(message)
            guard let index = state.turns.firstIndex(where: { $0.message == message }) else {
                state.surprises.append("The agent was told “\(message)”, which no script foresees.")
                return [.says("(no script)")]
            }
            return state.turns.remove(at: index).steps
        }
    }

    // MARK: Requests

    static func object(_ request: Peer.Request) -> [String: Any]? {
        try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    }

    static func message(of request: Peer.Request) -> String? {
        let message = object(request)?["new_message"] as? [String: Any]
        let parts = message?["parts"] as? [[String: Any]]
        return parts?.first?["text"] as? String
    }

    /// The names in a form, or the links of a list.
    private static func fileNames(of request: Peer.Request) -> [String] {
        if let links = object(request)?["urls"] as? [String] { return links }
        let text = String(decoding: request.body, as: UTF8.self)
        return text.matches(of: /name="files"; filename="([^"]*)"/).map { String($0.output.1) }
    }
}

extension PeerConnection {
    /// Sends a part of a stream, each byte in a chunk by itself when it is to be slow; false when the client is gone.
    fileprivate func sendChunk(of text: String, slowly: Bool) -> Bool {
        let bytes = Array(text.utf8)
        if slowly { return bytes.allSatisfy { sendChunk([$0]) } }
        return bytes.isEmpty || sendChunk(bytes)
    }

    /// Sends bytes, each by itself when it is to be slow; false when the client is gone.
    @discardableResult
    fileprivate func send(_ bytes: [UInt8], slowly: Bool) -> Bool {
        guard slowly else { return send(bytes) }
        return bytes.allSatisfy { send([$0]) }
    }
}
