import Hummingbird
import StudioAPI
import Timeline

/// Sessions: made, listed, and their state.
struct SessionRoutes {
    let studio: StudioCore

    /// So many sessions are listed at most.
    static let listLimit = 100

    func add(to table: inout RouteTable) {
        table.on(.post, APIPath.session) { request, _ in try await make(request) }
        table.on(.get, APIPath.sessions) { request, _ in try await list(request) }
        table.on(.get, APIPath.state(session: ":session")) { try await state($0, $1) }
    }

    private func make(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .write)
        let order = try await studio.body(of: request, as: SessionRequest.self)
        try studio.refuseWhenDraining()
        // "zh-CN" is Chinese as well; what is not known is answered in English.
        let language = Language(rawValue: String(order.language.lowercased().prefix(2))) ?? .english
        return try Reply.success(
            await studio.store.createSession(
                for: caller,
                language: language.rawValue,
                limit: studio.configuration.limits.sessionsPerAccount
            )
        )
    }

    private func list(_ request: Request) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        return try Reply.success(
            SessionsReply(sessions: await studio.store.sessions(for: caller, limit: Self.listLimit))
        )
    }

    private struct StateReply: Codable, Sendable {
        struct State: Codable, Sendable {
            struct Canvas: Codable, Sendable {
                var width: Int
                var height: Int
                var ratio: String
            }

            var draft: Draft
            /// All that was uploaded, in the order it came.
            var media: [MediaItem]
            var canvas: Canvas
            /// Nothing is generated here; the key is the contract's.
            var generated: [MediaItem]

            enum CodingKeys: String, CodingKey {
                case draft
                case media = "video_infos"
                case canvas = "canvas_config"
                case generated = "generated_media"
            }
        }

        var state: State
    }

    private func state(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        let timeline = session.history.timeline
        let size = Quality.high.frameSize(for: timeline.aspect)
        return try Reply.success(
            StateReply(
                state: StateReply.State(
                    draft: Draft(timeline),
                    media: await studio.store.media(of: session.id),
                    canvas: StateReply.State.Canvas(
                        width: size.width,
                        height: size.height,
                        ratio: timeline.aspect.rawValue
                    ),
                    generated: []
                )
            )
        )
    }
}
