import Hummingbird
import StudioAPI
import Timeline

/// GET /api/kinora/estimate/SID: how long exports of the session's timeline would take.
struct EstimateRoutes {
    let studio: StudioCore

    func add(to table: inout RouteTable) {
        table.on(.get, APIPath.estimate(session: ":session")) { try await estimate($0, $1) }
    }

    private func estimate(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        let query = request.uri.queryParameters
        let quality = try query["quality"].map { try Quality(asked: String($0)) } ?? .high
        let timeline = session.history.timeline
        guard timeline.isReady else { throw Refusal.emptyTimeline }
        var aspects: [Aspect] = []
        for asked in query[values: "aspect"] {
            let aspect = try Aspect(asked: String(asked))
            if !aspects.contains(aspect) { aspects.append(aspect) }
        }
        if aspects.isEmpty { aspects = [timeline.aspect] }
        let (outputs, measured) = try await studio.estimator.estimate(
            aspects.map(timeline.reframed),
            quality: quality,
            session: session.id
        )
        return try Reply.success(
            RenderEstimate(
                estimateMS: outputs.reduce(0) { $0 + $1.estimateMS },
                measured: measured,
                waitingMS: await studio.queue.waitMS(),
                outputs: outputs
            )
        )
    }
}

extension Quality {
    /// - Throws: ``Refusal`` 400 for a word that is none.
    init(asked word: String) throws {
        guard let quality = Quality(rawValue: word) else {
            throw Refusal(.badRequest, "The quality is one of \(Self.words).")
        }
        self = quality
    }
}

extension Aspect {
    /// - Throws: ``Refusal`` 400 for a word that is none.
    init(asked word: String) throws {
        guard let aspect = Aspect(rawValue: word) else {
            throw Refusal(.badRequest, "The aspect is one of \(Self.words).")
        }
        self = aspect
    }
}

extension CaseIterable where Self: RawRepresentable<String> {
    fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
