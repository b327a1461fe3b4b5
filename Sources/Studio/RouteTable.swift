import HTTPTypes
import Hummingbird
import StudioAPI

/// The studio's routes. A path that is known answers a method it does not have with 405 and words.
struct RouteTable {
    typealias Handler = @Sendable (Request, StudioContext) async throws -> Response

    private let router: Router<StudioContext>
    private var methods: [String: Set<HTTPRequest.Method>] = [:]

    init(router: Router<StudioContext>) {
        self.router = router
    }

    mutating func on(_ method: HTTPRequest.Method, _ path: String, handler: @escaping Handler) {
        methods[path, default: []].insert(method)
        router.on(RouterPath(path), method: method, use: handler)
    }

    /// To be called once, when all routes are there.
    func refuseOtherMethods() {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        for (path, taken) in methods {
            let allow = taken.map(\.rawValue).sorted().joined(separator: ", ")
            for method in known where !taken.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw Refusal(
                        APICode(rawValue: 405),
                        "This address answers \(allow) alone.",
                        allow: allow
                    )
                }
            }
        }
    }
}
