import Foundation
import Synchronization
import Testing

@testable import Renderer

@Suite struct ShelfTests {
    @Test func whatManyAskForIsMadeOnce() throws {
        let shelf = Shelf<String, Int>(capacity: 10) { _ in 1 }
        let made = Mutex(0)
        let threads = (0..<8).map { _ in
            Thread {
                _ = try? shelf.value(for: "photo") {
                    made.withLock { $0 += 1 }
                    usleep(20_000)
                    return 7
                }
            }
        }
        for thread in threads { thread.start() }
        while !threads.allSatisfy(\.isFinished) { usleep(1000) }
        #expect(made.withLock { $0 } == 1)
    }

    @Test func theLongestUnusedIsLetGo() throws {
        let shelf = Shelf<Int, Int>(capacity: 100) { _ in 40 }
        var made: [Int] = []
        for key in [1, 2, 1, 3, 1, 2] {
            _ = try shelf.value(for: key) {
                made.append(key)
                return key
            }
        }
        #expect(made == [1, 2, 3, 2])
    }

    @Test func aFailureIsNotKept() throws {
        struct Failure: Error {}
        let shelf = Shelf<Int, Int>(capacity: 1) { _ in 1 }
        #expect(throws: Failure.self) { try shelf.value(for: 1) { throw Failure() } }
        #expect(try shelf.value(for: 1) { 5 } == 5)
    }
}
