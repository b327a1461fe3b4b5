import Foundation
import Testing

@testable import Terminal

@Suite struct SignalRelayTests {
    @Test func aSignalIsHandedOverAndNothingElseHappens() async {
        let (signals, sink) = AsyncStream.makeStream(of: Int32.self)
        let subscription = SignalRelay.shared.subscribe(to: [SIGUSR1, SIGUSR2]) { sink.yield($0) }
        kill(getpid(), SIGUSR1)
        var iterator = signals.makeAsyncIterator()
        #expect(await iterator.next() == SIGUSR1)
        kill(getpid(), SIGUSR2)
        #expect(await iterator.next() == SIGUSR2)
        subscription.cancel()
    }
}
