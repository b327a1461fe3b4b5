import Renderer
import Synchronization
import Timeline

/// The pictures of timelines that were listed last, by session: what a contact sheet asks for one by one is not looked
/// for in the whole timeline each time.
final class PreviewSheets: Sendable {
    private static let limit = 16

    private struct State {
        var sheets: [String: [String: SegmentStill]] = [:]
        /// The longest unused first.
        var order: [String] = []
    }

    private let state = Mutex(State())

    /// Remembers a session's pictures besides those it had, as of the same timeline in another shape.
    func keep(_ stills: [SegmentStill], of session: String) {
        let sheet = Dictionary(stills.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        state.withLock { state in
            let known = state.sheets[session] ?? [:]
            // What a timeline was before needs no place.
            state.sheets[session] = known.count > 2 * sheet.count ? sheet : known.merging(sheet) { $1 }
            state.order.removeAll { $0 == session }
            state.order.append(session)
            if state.order.count > Self.limit { state.sheets[state.order.removeFirst()] = nil }
        }
    }

    func still(_ key: String, of session: String) -> SegmentStill? {
        state.withLock { $0.sheets[session]?[key] }
    }
}
