import Foundation
import StudioAPI
import Testing

@testable import Studio

struct FileNameTests {
    @Test(
        "Only a plain name is kept of what a client sent",
        arguments: [
            ("../../etc/passwd", "passwd"), ("/tmp/a.jpg", "a.jpg"), ("C:\\x\\b.png", "b.png"),
            ("a\u{1b}[31m\u{7}.jpg", "a[31m.jpg"), ("a\u{202e}gpj.exe", "agpj.exe"), ("..", "file"), ("", "file"),
            ("  spaced.jpg \n", "spaced.jpg"), ("夏天.jpg", "夏天.jpg"),
        ]
    )
    func cleaned(name: String, expected: String) {
        #expect(FileName.cleaned(name) == expected)
    }

    @Test("A long name is cut but keeps its ending, and no character is torn apart")
    func long() {
        let short = FileName.cleaned(String(repeating: "海", count: 300) + ".jpeg")
        #expect(short.utf8.count <= FileName.limit)
        #expect(short.hasPrefix("海海") && short.hasSuffix("海.jpeg"))
    }
}

struct ByteRangeTests {
    @Test("The parts of a file of 1000 bytes that a header means")
    func ranges() {
        #expect(ByteRange("bytes=0-499")?.resolved(in: 1000) == 0..<500)
        #expect(ByteRange("bytes=500-")?.resolved(in: 1000) == 500..<1000)
        #expect(ByteRange("bytes=-100")?.resolved(in: 1000) == 900..<1000)
        #expect(ByteRange("bytes=-5000")?.resolved(in: 1000) == 0..<1000)
        #expect(ByteRange("bytes=990-99999999999")?.resolved(in: 1000) == 990..<1000)
        #expect(ByteRange("bytes=1000-")?.resolved(in: 1000) == nil)
        #expect(ByteRange("bytes=-0")?.resolved(in: 1000) == nil)
    }

    @Test(
        "What is no single range is none",
        arguments: ["bytes=5-2", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,5-6", "bytes=+1-2", "bytes=--5"]
    )
    func unusable(header: String) {
        #expect(ByteRange(header) == nil)
    }
}

struct RunMessageTests {
    static func message(_ body: String) throws -> RunMessage {
        try RunMessage(body: Data(body.utf8))
    }

    @Test("Names are taken in both spellings, and keys that agent servers ignore are ignored")
    func spellings() throws {
        let snake =
            #"{"user_id":"me","session_id":"s","new_message":{"role":"user","parts":[{"text":"hi"}]},"streaming":true}"#
        let camel = #"{"sessionId":"s","newMessage":{"parts":[{"text":"hi"}]},"unknown":1}"#
        #expect(try Self.message(snake).streaming)
        #expect(try Self.message(camel).text == "hi")
        #expect(try Self.message(camel).session == "s")
    }

    @Test(
        "A message of another shape is refused with 422",
        arguments: [
            #"{"new_message":{"parts":[{"text":"hi"}]}}"#, #"{"session_id":"s"}"#,
            #"{"session_id":"s","new_message":{"parts":[{"text":"hi"}],"extra":1}}"#,
            #"{"session_id":"s","new_message":{"parts":[]}}"#,
            #"{"session_id":"s","new_message":{"parts":[{"text":" \n"}]}}"#,
            #"{"session_id":"s","new_message":{"parts":[{"inlineData":{}}]}}"#,
        ]
    )
    func unprocessable(body: String) throws {
        let refusal = #expect(throws: Refusal.self) { try Self.message(body) }
        #expect(refusal?.code.rawValue == 422)
    }

    @Test("What is no JSON object is refused with 400", arguments: ["", "[]", "{\"session_id\":", "hello"])
    func noObject(body: String) throws {
        let refusal = #expect(throws: Refusal.self) { try Self.message(body) }
        #expect(refusal?.code == .badRequest)
    }
}

struct IdentifierTests {
    @Test("Names have 128 bits and are never the same")
    func random() {
        let names = Set((0..<1000).map { _ in Identifier.random() })
        #expect(names.count == 1000)
        #expect(names.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("A digest is the SHA-256 that other tools give")
    func digest() {
        #expect(
            Identifier.digest(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test("A name from outside never leads out of a folder", arguments: ["../x", "a/b", "", "a b", "ü", "a\u{0}"])
    func unacceptable(name: String) {
        #expect(!Identifier.isAcceptable(name))
    }
}

struct EventPiecesTests {
    @Test(
        "The pieces of a streamed text make up the text, whatever it is",
        arguments: [
            "", "Hi", "一句很长的中文回答，说明了时间线上改变的一切内容。",
            "Plain words that go on for a while, with 👩‍👩‍👧‍👦 in them.",
        ]
    )
    func pieces(text: String) {
        #expect(TurnEvents.pieces(of: text).joined() == text)
    }

    @Test func snakeCase() {
        #expect(TurnEvents.snakeCase("setCutsOnBeat") == "set_cuts_on_beat")
    }
}
