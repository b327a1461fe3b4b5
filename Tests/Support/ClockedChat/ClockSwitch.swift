import Foundation
import TestKit

/// The test's hand on the clock: lines in, an answer to each out.
///
///     advance 120000      moves the time by two minutes, once somebody waits for a moment until then
///     flow 30000          lets half a minute pass in the steps of those who wait
///     await 30000         answers when somebody has exactly half a minute left to wait
///     left                what those who wait have left, in ms
enum ClockSwitch {
    static func listen(on descriptor: Int32, to clock: SteppedClock) {
        let lines = AsyncStream<String> { continuation in
            Thread.detachNewThread {
                let input = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
                var rest = ""
                while case let data = input.availableData, !data.isEmpty {
                    rest += String(decoding: data, as: UTF8.self)
                    while let end = rest.firstIndex(of: "\n") {
                        continuation.yield(String(rest[..<end]))
                        rest = String(rest[rest.index(after: end)...])
                    }
                }
                continuation.finish()
            }
        }
        Task.detached {
            for await line in lines {
                // A question that nothing answers holds up no other.
                Task.detached {
                    let answer = await answer(to: line, clock: clock) + "\n"
                    _ = answer.utf8.withContiguousStorageIfAvailable { write(descriptor, $0.baseAddress, $0.count) }
                }
            }
        }
    }

    private static func answer(to line: String, clock: SteppedClock) async -> String {
        let words = line.split(separator: " ")
        let time = Duration.milliseconds(words.last.flatMap { Int($0) } ?? 0)
        switch words.first {
        case "advance": await clock.advance(by: time)
        case "flow": clock.flow(for: time)
        case "await": await clock.wait { $0.contains(time) }
        case "left": return clock.left.map { "\(Int($0 / .milliseconds(1)))" }.joined(separator: " ")
        default: return "what is “\(line)”?"
        }
        return "ok"
    }
}
