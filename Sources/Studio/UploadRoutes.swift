import HTTPTypes
import Hummingbird
import StudioAPI

/// POST /api/upload-video/nemo_agent/me/SID: photos, clips and songs for a session, or links to them.
struct UploadRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.upload(session: ":session")) { try await upload($0, $1) }
    }

    private struct LinksRequest: Codable {
        var urls: [String]
    }

    private func upload(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .upload)
        let session = try context.parameter("session")
        _ = try await studio.store.session(session, for: caller)
        try studio.refuseWhenDraining()
        let intake = MediaIntake(
            session: session,
            folder: studio.folder,
            store: studio.store,
            parts: studio.parts,
            limits: studio.configuration.limits,
            position: try Self.position(in: request.headers)
        )
        if let boundary = Self.boundary(of: request.headers) {
            return try await receive(request, boundary: boundary, intake, context)
        }
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Refusal(
                .badRequest,
                "An upload is multipart/form-data with the files in the field \"files\", or JSON with \"urls\"."
            )
        }
        return try await fetch(request, intake)
    }

    private func receive(
        _ request: Request,
        boundary: String,
        _ intake: MediaIntake,
        _ context: StudioContext
    ) async throws -> Response {
        let reply: UploadReply
        do {
            reply = try await UploadReceiver(intake: intake).receive(request.body, boundary: boundary)
        } catch let refusal as Refusal {
            // The rest of the body is not waited for.
            context.closeSoon()
            throw refusal
        }
        guard !reply.files.isEmpty || !reply.refused.isEmpty else {
            throw Refusal(.badRequest, "There is no file in the field \"files\".")
        }
        return try response(reply)
    }

    private func fetch(_ request: Request, _ intake: MediaIntake) async throws -> Response {
        let links = try await studio.body(of: request, as: LinksRequest.self).urls
        guard (1...studio.configuration.limits.linksPerUpload).contains(links.count) else {
            throw Refusal(.badRequest, "An upload has 1 to \(studio.configuration.limits.linksPerUpload) links.")
        }
        let receiver = LinkReceiver(
            intake: intake,
            rule: studio.configuration.linkRule,
            agent: "Kinora/\(studio.configuration.version)"
        )
        return try await response(receiver.receive(links))
    }

    /// When there are good ones among them: a success that names the others.
    private func response(_ reply: UploadReply) throws -> Response {
        guard let first = reply.refused.first, reply.files.isEmpty else { return try Reply.success(reply) }
        throw Refusal(
            first.code,
            reply.refused.map(\.message).joined(separator: " "),
            data: try JSONValue(encoding: reply)
        )
    }

    static func position(in headers: HTTPFields) throws -> Int? {
        guard let field = HTTPField.Name(APIHeader.position), let text = headers[field] else { return nil }
        // Room is left for the files after the first; a moment in microseconds is within.
        guard let position = Int(text), (0...1 << 53).contains(position) else {
            throw Refusal(.badRequest, "\(APIHeader.position) is a whole number from 0.")
        }
        return position
    }

    /// The boundary that a form's Content-Type names; nil when the body is no form.
    static func boundary(of headers: HTTPFields) -> String? {
        guard let type = headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        return MultipartHeaders.parameters(of: type[...])["boundary"]
    }
}
