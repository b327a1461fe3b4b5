import HTTP
public import StudioAPI

extension StudioClient {
    /// Asks for an export.
    ///
    /// - Parameters:
    ///   - id: Chosen by the caller, "render_<time>". The same id again is the same export.
    ///   - draft: As ``state(_:)`` gave it; sent byte for byte.
    public func submitRender(
        id: String,
        session: String,
        draft: RawJSON,
        output: RenderOutput = RenderOutput()
    ) async throws {
        let body = RenderRequest(id: id, sessionID: session, draft: draft, output: output).body
        _ = try await perform(Call(.post, APIPath.render, json: body.bytes))
    }

    /// How far an export is.
    public func poll(_ id: String) async throws -> RenderStatus {
        // A failed export may carry its code where a refusal of the poll has it: a status tells them apart.
        let reply = try await perform(Call(.get, APIPath.render(id: id.asPathPart))) { reply in
            (200..<300).contains(reply.head.status) && RenderStatus(reply, id: id) != nil
        }
        guard let status = RenderStatus(reply, id: id) else { throw reply.strange }
        return status
    }

    /// Stops an export; what is finished of it is kept for the next one.
    public func cancelRender(_ id: String) async throws {
        _ = try await perform(Call(.delete, APIPath.render(id: id.asPathPart)))
    }
}

extension RenderStatus {
    /// Reads a poll's reply, whose fields stand at the top or in `data`.
    init?(_ reply: Reply, id: String) {
        guard let status = reply.field("status")?.string, let state = Self.state(status) else { return nil }
        self.init(id: id, status: state)
        code = reply.field("code")?.number.map(APICode.init(rawValue:)) ?? .success
        if state == .failed || state == .cancelled {
            message = reply.field("message", "error")?.string.flatMap(Reply.sentence)
        }
        if let part = reply.field("progress")?.double, part.isFinite {
            // Some count to 1, some to 100.
            progress = min(max(part > 1 ? part / 100 : part, 0), 1)
        }
        etaMS = reply.field("eta_ms")?.number
        estimateMS = reply.field("estimate_ms")?.number
        queuePosition = reply.field("queue_position")?.number
        renderMS = reply.field("render_ms")?.number
        let file = reply.field("output")
        if let url = file?["url"]?.text ?? file?.text ?? reply.field("url")?.text {
            output = Output(
                url: url,
                bytes: (file?["bytes"] ?? file?["size"])?.number,
                durationMS: file?["duration_ms"]?.number ?? file?["duration"]?.milliseconds,
                width: file?["width"]?.number,
                height: file?["height"]?.number
            )
        }
    }

    private static func state(_ word: String) -> State? {
        switch word.lowercased() {
        case "pending", "queued", "waiting", "submitted", "accepted": .pending
        case "processing", "running", "rendering", "in_progress": .processing
        case "completed", "complete", "done", "succeeded", "finished": .completed
        case "failed", "failure", "error", "timeout": .failed
        case "cancelled", "canceled": .cancelled
        default: nil
        }
    }
}
