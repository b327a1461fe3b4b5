import Foundation
import StudioAPI
import TestKit
import Testing

@testable import StudioClient

/// Streams of a size no turn has.
@Suite struct BigStreamTests {
    /// The most memory this process has used so far, in bytes.
    private static var peak: Int {
        Int((ProcessMemory.mebibytes("VmHWM") ?? 0) * 1024 * 1024)
    }

    @Test func aHundredMegabytesPassThroughInOrder() async {
        // In a process of its own, for its memory is measured.
        await #expect(processExitsWith: .success) {
            let word = String(repeating: "timelapse ", count: 20_000)
            let total = 100 << 20
            // Texts that come whole and in pieces, and signs of life, each with its number.
            let frames = [
                Streams.text("NUMBER " + word), Streams.text("NUMBER " + word, partial: true),
                ": NUMBER " + word + "\n\n",
            ].map { frame in frame.split(separator: "NUMBER").map { Array($0.utf8) } }
            let peer = Peer { _, connection in
                connection.beginStream()
                var sent = 0
                for number in 0... {
                    guard sent < total else { break }
                    let frame = frames[min(number % 10, 2)]
                    let bytes = frame[0] + Array(String(number).utf8) + frame[1]
                    sent += bytes.count
                    guard connection.send(bytes) else { return }
                }
                connection.close()
            }
            let client = try peer.client()
            let before = Self.peak
            var last = -1
            var bytes = 0
            for try await item in try await client.run("hi", session: "s1", turn: "t") {
                let text =
                    switch item {
                    case .text(let text), .delta(let text): text
                    default: ""
                    }
                guard let number = Int(text.prefix { $0 != " " }) else { continue }
                #expect(number > last)
                last = number
                bytes += text.utf8.count
            }
            #expect(bytes > total / 10)
            let grown = Self.peak - before
            #expect(grown < 64 << 20, "grew by \(grown >> 20) MB")
        }
    }

    @Test func aTextThatNeverEndsIsShownAsItComes() {
        var reader = SSEReader()
        var turn = TurnReader()
        let word = String(repeating: "timelapse ", count: 100_000)
        let frame = Array(Streams.text(word, partial: true).utf8)
        var shown = 0
        for _ in 0..<18 {
            for item in reader.read(frame).flatMap({ turn.take($0) }) {
                if case .delta(let text) = item { shown += text.utf8.count }
            }
        }
        #expect(shown == 18 * word.utf8.count)
        let rest = reader.read(Array(Streams.text("Done.").utf8)).flatMap { turn.take($0) } + turn.end()
        #expect(rest == [.textEnded, .text("Done."), .ended(TurnSummary(hadText: true))])
    }
}
