import Foundation
import HTTP
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
    let estimator: RenderEstimator
    let logger: Logger
    let housekeeping: Housekeeping
    private let trustedProxies: Set<IPAddress>
    let started = ContinuousClock.now

    /// What the JSON body of most calls may hold.
    static let bodyLimit = 64 * 1024
    /// What a body with a message may hold, and one with a draft: that of a thousand photos is well under it.
    static let messageLimit = 1024 * 1024
    static let draftLimit = 8 * 1024 * 1024

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
        self.logger = logger
        trustedProxies = Set(configuration.trustedProxies.compactMap(ClientAddress.address))
        gate = Gate(isLocal: configuration.local, store: store)
        estimator = RenderEstimator(store: store, folder: folder, parts: parts)
        let housekeeping = Housekeeping(
            folder: folder,
            store: store,
            limits: configuration.limits,
            forget: parts.forget,
            logger: logger
        )
        self.housekeeping = housekeeping
        let queue = RenderQueue(
            store: store,
            folder: folder,
            parts: parts,
            activity: activity,
            logger: logger,
            parallel: configuration.limits.parallelExports,
            makeRoom: { try housekeeping.tidyRenders(sparing: $0) }
        )
        self.queue = queue
        turns = TurnRunner(
            store: store,
            parts: parts,
            line: SessionLine(),
            activity: activity,
            logger: logger,
            price: configuration.limits.creditsPerEdit,
            edited: { await queue.dropBackground(of: $0) }
        )
    }

    func refuseWhenDraining() throws {
        if activity.isDraining { throw Refusal.draining }
    }

    func body(of request: Request, upTo limit: Int = bodyLimit) async throws -> Data {
        Data((try await request.body.collect(upTo: limit)).readableBytesView)
    }

    func body<Value: Decodable>(of request: Request, as type: Value.Type) async throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: await body(of: request))
        } catch is DecodingError {
            throw Refusal(.badRequest, "The body is not the JSON that this call takes.")
        }
    }

    /// The address that made the call; nil on a Unix socket.
    func origin(of request: Request, _ context: StudioContext) -> IPAddress? {
        let forwarded = HTTPField.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? []
        return ClientAddress.origin(
            connection: context.remoteAddress,
            forwarded: forwarded.joined(separator: ","),
            trusted: trustedProxies
        )
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
        router.add(
            middleware: StallMiddleware(
                requestTime: configuration.limits.requestTime,
                idleTime: configuration.limits.idleTime
            )
        )
        router.add(middleware: EnvelopeMiddleware(activity: activity, logger: logger))
        var table = RouteTable(router: router)
        AccountRoutes(studio: self).add(to: &table)
        SessionRoutes(studio: self).add(to: &table)
        RunRoutes(studio: self).add(to: &table)
        UploadRoutes(studio: self).add(to: &table)
        RenderRoutes(studio: self).add(to: &table)
        InfoRoutes(studio: self).add(to: &table)
        PreviewRoutes(studio: self).add(to: &table)
        EstimateRoutes(studio: self).add(to: &table)
        if configuration.local { OwnStudioRoutes(studio: self).add(to: &table) }
        if !configuration.local { ClaimRoutes(studio: self).add(to: &table) }
        table.refuseOtherMethods()
        return router
    }
}
