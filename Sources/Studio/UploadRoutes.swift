import HTTPTypes
import Hummingbird
import StudioAPI

/// POST /api/upload-video/nemo_agent/me/SID: photos, clips and songs for a session.
struct UploadRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.upload(session: ":session")) { try await upload($0, $1) }
    }

    private func upload(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .upload)
        let session = try context.parameter("session")
        _ = try await studio.store.session(session, for: caller)
        try studio.refuseWhenDraining()
        guard let boundary = Self.boundary(of: request.headers) else {
            if request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true {
                throw Refusal(.badRequest, "This studio does not fetch links yet. Download the file and upload it.")
            }
            throw Refusal(.badRequest, "An upload is multipart/form-data with the files in the field \"files\".")
        }
        let receiver = UploadReceiver(
            session: session,
            folder: studio.folder,
            store: studio.store,
            parts: studio.parts,
            limit: studio.configuration.limits.uploadBytes
        )
        let reply: UploadReply
        do {
            reply = try await receiver.receive(request.body, boundary: boundary)
        } catch let refusal as Refusal {
            // The rest of the body is not waited for.
            context.closeSoon()
            throw refusal
        }
        guard let first = reply.refused.first else {
            guard !reply.files.isEmpty else {
                throw Refusal(.badRequest, "There is no file in the field \"files\".")
            }
            return try Reply.success(reply)
        }
        // Some good ones among them: a success that names the others.
        guard reply.files.isEmpty else { return try Reply.success(reply) }
        throw Refusal(
            first.code,
            reply.refused.map(\.message).joined(separator: " "),
            data: try JSONValue(encoding: reply)
        )
    }

    /// The boundary that a form's Content-Type names; nil when the body is no form.
    static func boundary(of headers: HTTPFields) -> String? {
        guard let type = headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        return MultipartHeaders.parameters(of: type[...])["boundary"]
    }
}
