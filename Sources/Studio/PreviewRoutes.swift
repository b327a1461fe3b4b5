import HTTPTypes
import Hummingbird
import NIOCore
import Renderer
import StudioAPI
import Timeline

/// GET /api/kinora/preview/SID: the timeline as small pictures, for its owner.
struct PreviewRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.get, APIPath.preview(session: ":session")) { try await list($0, $1) }
        table.on(.get, APIPath.picture(session: ":session", key: ":key")) { try await picture($0, $1) }
        table.on(.head, APIPath.picture(session: ":session", key: ":key")) {
            try await picture($0, $1).createHeadResponse()
        }
    }

    private struct PreviewReply: Codable, Sendable {
        struct Picture: Codable, Sendable {
            var segment: String
            var name: String
            var start: Int
            var duration: Int
            /// Of the picture, for the same caller.
            var url: String

            enum CodingKeys: String, CodingKey {
                case segment, name, url
                case start = "start_ms"
                case duration = "duration_ms"
            }
        }

        /// In the order of the timeline.
        var pictures: [Picture]
    }

    private func list(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        let timeline = session.history.timeline
        let pictures = zip(timeline.segments, timeline.starts).map { segment, start in
            let path = APIPath.picture(session: session.id, key: SegmentPicture(segment).key)
            return PreviewReply.Picture(
                segment: segment.id,
                name: segment.name,
                start: start.rawValue,
                duration: segment.duration.rawValue,
                url: studio.url(of: path, for: request)
            )
        }
        return try Reply.success(PreviewReply(pictures: pictures))
    }

    private func picture(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        guard let picture = try session.history.timeline.picture(context.parameter("key")) else {
            throw Refusal(.notFound, "No picture of the timeline is at this address. Ask for the preview again.")
        }
        do {
            let jpeg = try await studio.parts.thumbnail(picture.order(in: studio.folder))
            return Response(
                status: .ok,
                headers: [
                    .contentType: "image/jpeg", .cacheControl: "private, max-age=86400, immutable",
                    .xContentTypeOptions: "nosniff",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: jpeg))
            )
        } catch let refusal as MediaRefusal {
            throw Refusal(.notFound, refusal.message)
        }
    }
}
