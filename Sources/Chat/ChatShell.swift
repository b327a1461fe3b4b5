import Foundation
import Synchronization
import Terminal

/// Carries a conversation out: a loop around the state machine that starts what it asks for and tells it what became
/// of it.
final class ChatShell: Sendable {
    private let inputs: AsyncStream<Conversation.Input>
    private let sink: AsyncStream<Conversation.Input>.Continuation
    private let conversation: Conversation
    private let link: StudioLink
    private let store: ChatStore
    private let clock: any Clock<Duration>
    private let desk: Desk
    private let exporter: ExportRun
    private let isAbandoned = Mutex(false)

    init(
        conversation: Conversation,
        store: ChatStore,
        clock: any Clock<Duration>,
        connect: @escaping StudioLink.Connect
    ) {
        let (inputs, sink) = AsyncStream.makeStream(of: Conversation.Input.self)
        self.inputs = inputs
        self.sink = sink
        self.conversation = conversation
        self.store = store
        self.clock = clock
        link = StudioLink(connect: connect) { sink.yield(.connecting($0)) }
        desk = Desk(link: link, store: store, clock: clock) { sink.yield(.notice($0)) }
        exporter = ExportRun(link: link, store: store, clock: clock)
    }

    /// Ctrl-C where there is no prompt: what can be called off is, and the program ends with 130.
    func abandon() {
        isAbandoned.withLock { $0 = true }
        sink.yield(.user(.hangUp))
    }

    func run(events: AsyncStream<InputEvent>, screen: any Screen, began: Conversation.Input) async
        -> Int32
    {
        // Before anything that is typed: the connection comes first.
        sink.yield(began)
        let listening = Task { [sink] in
            for await event in events { sink.yield(.user(event)) }
        }
        defer { listening.cancel() }
        var conversation = conversation
        var work: Task<Void, Never>?
        var ticks: Task<Void, any Error>?
        defer { ticks?.cancel() }
        var export: Task<Void, Never>?
        var draft: Task<Void, Never>?
        var live: [StyledText] = []
        var row: [Card] = []
        for await input in inputs {
            if case .workEnded = input { ticks?.cancel() }
            for action in conversation.handle(input) {
                switch action {
                case .show(let text):
                    screen.show(text)
                case .setLive(let lines):
                    if lines != live { screen.setLive(lines) }
                    live = lines
                case .start(let next):
                    work = Task { [desk, sink, language = conversation.phrases.language] in
                        sink.yield(.workEnded(await desk.perform(next, language: language)))
                    }
                    if case .turn = next { ticks = Task { try await tick() } }
                case .stopWork:
                    work?.cancel()
                case .startExport(let order):
                    export = Task { [exporter, sink] in
                        let end = await exporter.run(order) { sink.yield(.export($0)) }
                        sink.yield(.export(end))
                    }
                case .stopExport:
                    export?.cancel()
                case .showCard(let card):
                    row.append(card)
                    if card.isLarge || row.count >= screen.cardsPerRow ?? 1 { flush(&row, to: screen) }
                case .endCards:
                    flush(&row, to: screen)
                case .startDraft(let order):
                    draft = Task { [exporter, sink, folder = conversation.settings.drafts] in
                        folder.prepare()
                        let end = await exporter.run(order) { sink.yield(.draft(order.id, $0)) }
                        sink.yield(.draft(order.id, end))
                    }
                case .stopDraft:
                    draft?.cancel()
                case .allowUploads(let origin):
                    store.allowUploads(to: origin)
                case .quit(let status):
                    screen.setLive([])
                    work?.cancel()
                    // Nobody waits for a draft any more. A studio on this machine hears so at once; no other is waited for.
                    draft?.cancel()
                    if conversation.isLocal { await draft?.value }
                    guard isAbandoned.withLock({ $0 }) else { return status }
                    export?.cancel()
                    await export?.value
                    return 130
                }
            }
        }
        return 0
    }

    private func flush(_ row: inout [Card], to screen: any Screen) {
        if !row.isEmpty { screen.show(row) }
        row = []
    }

    /// Tells now and then that a turn is still going on, until it is cancelled.
    private func tick() async throws {
        while true {
            try await clock.sleep(for: .seconds(120))
            sink.yield(.stillWorking)
        }
    }
}
