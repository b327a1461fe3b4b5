import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import StudioAPI

/// What the routes share.
struct StudioCore: Sendable {
    let configuration: StudioConfiguration
    let folder: DataFolder
    let store: Store
    let parts: StudioParts
    let activity: Activity
    let gate: Gate
    let turns: TurnRunner
    let queue: RenderQueue
    let started = ContinuousClock.now

    /// What a JSON body may hold; the draft of a thousand photos is well under it.
    static let bodyLimit = 8 * 1024 * 1024

    init(
        configuration: StudioConfiguration,
        folder: DataFolder,
        store: Store,
        parts: StudioParts,
        logger: Logger
    ) {
        let activity = Activity()
        self.configuration = configuration
        self.folder = folder
        self.store = store
        self.parts = parts
        self.activity = activity
        gate = Gate(isLocal: configuration.local, store: store)
        turns = TurnRunner(store: store, parts: parts, line: SessionLine(), activity: activity, logger: logger)
        queue = RenderQueue(
            store: store,
            folder: folder,
            parts: parts,
            activity: activity,
            logger: logger,
            parallel: configuration.limits.parallelExports
        )
    }

    func refuseWhenDraining() throws {
        if activity.isDraining { throw Refusal.draining }
    }

    func body(of request: Request) async throws -> Data {
        Data((try await request.body.collect(upTo: Self.bodyLimit)).readableBytesView)
    }

    func body<Value: Decodable>(of request: Request, as type: Value.Type) async throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: await body(of: request))
        } catch is DecodingError {
            throw Refusal(.badRequest, "The body is not the JSON that this call takes.")
        }
    }

    /// A link for the client. On the user's own socket there is no host: the path alone, for the same connection.
    func url(of path: String, for request: Request) -> String {
        if let base = configuration.publicURL {
            return (base.hasSuffix("/") ? String(base.dropLast()) : base) + path
        }
        guard !configuration.local, let host = request.head.authority, Self.isHost(host) else { return path }
        return "http://\(host)\(path)"
    }

    /// The Host header is the client's word: only what can be a host and a port is given back to it.
    private static func isHost(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
    }

    func router(logger: Logger) -> Router<StudioContext> {
        let router = Router(context: StudioContext.self)
        router.add(middleware: EnvelopeMiddleware(activity: activity, logger: logger))
        var table = RouteTable(router: router)
        AccountRoutes(studio: self).add(to: &table)
        SessionRoutes(studio: self).add(to: &table)
        RunRoutes(studio: self).add(to: &table)
        UploadRoutes(studio: self).add(to: &table)
        RenderRoutes(studio: self).add(to: &table)
        InfoRoutes(studio: self).add(to: &table)
        if configuration.local { OwnStudioRoutes(studio: self).add(to: &table) }
        table.refuseOtherMethods()
        return router
    }
}
