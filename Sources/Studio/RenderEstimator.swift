import Foundation
import Renderer
import StudioAPI
import Timeline

/// Tells how long exports would take, from what there is to do and how long earlier ones took here.
struct RenderEstimator: Sendable {
    let store: Store
    let folder: DataFolder
    let parts: StudioParts

    /// - Parameter timelines: The shapes of one video, in the order in which they are made: what the first one leaves
    ///   in the cache counts for nothing in the others.
    func estimate(
        _ timelines: [Timeline],
        quality: Quality,
        session: String
    ) async throws -> (outputs: [RenderEstimate.Output], measured: Bool) {
        let pace = try await store.pace()
        let media = try await store.paths(of: session, in: folder)
        var outputs: [RenderEstimate.Output] = []
        var isMeasured = true
        for (index, timeline) in timelines.enumerated() {
            var order = ExportOrder(timeline, quality: quality, path: "")
            order.media = media
            let work = try parts.workload(order)
            let (ms, measured) = pace.estimateMS(of: index == 0 ? work : work.withoutSound)
            outputs.append(RenderEstimate.Output(aspect: timeline.aspect.rawValue, estimateMS: ms))
            isMeasured = isMeasured && measured
        }
        return (outputs, isMeasured)
    }
}
