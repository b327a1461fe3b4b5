import TestKit
import Testing

@testable import StudioClient

@Suite struct SSEReaderTests {
    private func frames(_ text: String) -> [SSEFrame] {
        var reader = SSEReader()
        return reader.read(Array(text.utf8)) + reader.finish()
    }

    private func texts(_ frames: [SSEFrame]) -> [String] {
        frames.compactMap { frame in
            if case .event(let event) = frame, case .text(let text)? = event.parts.first { text } else { nil }
        }
    }

    @Test func signsOfLifeAreHeartbeats() {
        let keepalives =
            ": ping\n\n" + "data:\n\n" + "data: \n\n" + "data: {\"type\":\"heartbeat\"}\n\n"
        #expect(frames(keepalives) == Array(repeating: .heartbeat, count: 4))
        #expect(Streams.items(keepalives + Streams.marker).dropLast() == Array(repeating: .heartbeat, count: 5)[...])
    }

    @Test func aCommentIsASignOfLifeBeforeItsBlankLine() {
        var reader = SSEReader()
        #expect(reader.read(Array(": still here\n".utf8)) == [.heartbeat])
    }

    @Test func junkIsSurvived() {
        let stream = "<html>\nevent: message\nid: 7\nretry: 10\n\ndata: not json\n\n" + Streams.text("Hi")
        #expect(texts(frames(stream)) == ["Hi"])
    }

    @Test func doneIsNoEnd() {
        #expect(texts(frames(Streams.text("a") + "data: [DONE]\n\n" + Streams.text("b"))) == ["a", "b"])
    }

    @Test func framesWithoutABlankLineBetweenThemAreTwo() {
        let stream = Streams.text("a").replacing("\n\n", with: "\n") + Streams.text("b")
        #expect(texts(frames(stream)) == ["a", "b"])
    }

    @Test func theLastFrameNeedsNoBlankLine() {
        #expect(texts(frames(Streams.text("a").trimmed)) == ["a"])
    }

    @Test func aCutFrameIsNoEvent() {
        let cut = String(Streams.text("a").dropLast(20))
        #expect(texts(frames(cut)).isEmpty)
    }

    @Test func separatorsOfUnicodeAreText() {
        let text = "a\u{2028}b\u{2029}c\u{85}d\u{9B}e"
        #expect(texts(frames(Streams.text(text))) == [text])
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstLine() {
        #expect(texts(frames("\u{FEFF}" + Streams.text("a"))) == ["a"])
    }

    @Test func aLineOfAMegabyteIsRead() {
        let text = String(repeating: "樱", count: 400_000)
        var reader = SSEReader()
        var found: [SSEFrame] = []
        let bytes = Array(Streams.text(text).utf8)
        for start in stride(from: 0, to: bytes.count, by: 4093) {
            found += reader.read(bytes[start..<min(start + 4093, bytes.count)])
        }
        #expect(texts(found) == [text])
    }

    @Test func aFrameBeyondTheLimitIsReadPast() {
        var reader = SSEReader()
        var found = reader.read(Array("data: ".utf8))
        let block = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<20 { found += reader.read(block) }
        found += reader.read(Array(("\n\n" + Streams.text("after")).utf8))
        #expect(texts(found) == ["after"])
    }

    @Test func anErrorObjectGivesItsWords() {
        #expect(frames("data: {\"error\": \"no quota\"}\n\n") == [.error("no quota")])
        #expect(frames("data: {\"error\": {\"code\": 429, \"message\": \"no quota\"}}\n\n") == [.error("no quota")])
        #expect(frames("data: {\"error\": null}\n\n") == [.error("")])
    }

    @Test func whatFollowsABrokenErrorIsReadAgain() {
        let stream = "data: {\"error\": \"bad \"quote\"\"}\n\nsecond line\n\n" + Streams.text("after")
        let found = frames(stream)
        #expect(texts(found) == ["after"])
        #expect(found.contains { if case .error(let text) = $0 { text.contains("bad") } else { false } })
    }
}
