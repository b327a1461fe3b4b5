import Hummingbird
import StudioAPI
import Timeline

/// GET /api/kinora/info: what this studio is, for whoever reaches it.
struct InfoRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.get, APIPath.info) { _, _ in
            let configuration = studio.configuration
            return try Reply.success(
                StudioInfo(
                    name: "Kinora",
                    version: configuration.version,
                    build: configuration.build,
                    local: configuration.local,
                    credits: configuration.local ? "unlimited" : "metered",
                    qualities: Quality.allCases.map(\.rawValue),
                    aspects: Aspect.allCases.map(\.rawValue)
                )
            )
        }
    }
}
