import StudioClient
import Synchronization
import Terminal
import TestKit
import Testing

@testable import Chat

/// The loop around the conversation, with time in the test's hand.
@Suite struct ChatShellTests {
    private final class Shown: Screen {
        let lines = Log<String>()
        func show(_ text: StyledText) { lines.add(text.plain) }
        let rows = Log<[Card]>()
        var cardsPerRow: Int? { 2 }
        func show(_ cards: [Card]) { rows.add(cards) }
        func setLive(_ lines: [StyledText]) {}
    }

    @Test func everyTwoMinutesOfATurnAreTold() async throws {
        let fixture = try ChatFixture()
        fixture.studio.state.withLock { $0.turns = [FakeStudio.Turn(items: [.heartbeat], hangs: true)] }
        let clock = SteppedClock()
        let shell = ChatShell(
            conversation: fixture.conversation(isFirstStart: false),
            store: ChatStore(folder: fixture.folder.path + "/state"),
            clock: clock,
            connect: { [studio = fixture.studio] _ in studio }
        )
        let shown = Shown()
        let (events, sink) = AsyncStream.makeStream(of: InputEvent.self)
        sink.yield(.line("make a video"))
        let running = Task {
            await shell.run(events: events, screen: shown, began: .began(continuing: nil, files: []))
        }
        await clock.advance(by: .seconds(120))
        await clock.advance(by: .seconds(120))
        // The second line is there when the third wait has begun, and the conversation takes things in order.
        await clock.wait { $0 == [.seconds(120)] }
        sink.yield(.line("/help"))
        while !shown.lines.values.contains(where: { $0.contains("/unqueue") }) { await Task.yield() }
        #expect(shown.lines.values.count { $0 == "⏳ Still working..." } == 2)
        sink.yield(.endOfInput)
        #expect(await running.value == 0)
        #expect(clock.left == [])
    }
}
