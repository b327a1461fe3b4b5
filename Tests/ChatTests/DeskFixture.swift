import Foundation
import StudioAPI
import StudioClient
import Synchronization
import TestKit
import Timeline

@testable import Chat

/// A desk with a studio that is made up, and a clock on which no time passes.
struct DeskFixture {
    let folder = TemporaryFolder()
    let studio: FakeStudio
    let clock = InstantClock()
    let store: ChatStore
    let desk: Desk
    private let log: Log<Desk.Notice>

    init(isLocal: Bool) {
        let studio = FakeStudio(isLocal: isLocal)
        let log = Log<Desk.Notice>()
        self.studio = studio
        self.log = log
        store = ChatStore(folder: folder.path + "/state")
        desk = Desk(
            link: StudioLink(connect: { _ in studio }, notify: { _ in }),
            store: store,
            clock: clock
        ) { log.add($0) }
    }

    func perform(_ work: Work) async -> WorkResult { await desk.perform(work, language: .english) }

    /// A turn, and how it came to its end.
    func turn(_ text: String) async -> (TurnSummary, TurnFate)? {
        guard case .turnEnded(let summary, let fate) = await perform(.turn(text)) else { return nil }
        return (summary, fate)
    }

    func upload(_ names: [String]) async -> [UploadOutcome]? {
        let paths = names.map { WebAddress.isOne($0) ? $0 : folder.path + "/" + $0 }
        guard case .uploaded(let outcomes) = await perform(.upload(paths)) else { return nil }
        return outcomes
    }

    func script(_ body: (inout FakeStudio.State) -> Void) { studio.state.withLock { body(&$0) } }

    /// How often a call was made.
    func count(_ call: String) -> Int { studio.calls.count { $0 == call || $0.hasPrefix(call + " ") } }

    /// The waits that were told, in seconds.
    var waits: [Int] {
        log.values.compactMap { if case .turnLost(let wait, _) = $0 { Int(wait.components.seconds) } else { nil } }
    }

    var shown: [TurnItem] { log.values.compactMap { if case .turn(let item) = $0 { item } else { nil } } }
    var lost: [LostSession] {
        log.values.compactMap { if case .sessionLost(let session) = $0 { session } else { nil } }
    }
    /// The files that came to their end, in this order.
    var ended: [String] { log.values.compactMap { if case .uploaded(let outcome) = $0 { outcome.name } else { nil } } }
    var saysTimeout: Bool {
        log.values.contains { if case .turnLost(_, let isTimeout) = $0 { isTimeout } else { false } }
    }

    static func draft(_ names: [String], title: String? = nil) -> RawJSON? {
        FakeStudio.draft(FakeStudio.timeline(names, title: title))
    }
}
