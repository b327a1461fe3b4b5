import Foundation
import NIOCore
import Testing

@testable import Studio

struct MultipartParserTests {
    /// A part as it was put together again from its pieces.
    struct Part: Equatable {
        var headers: MultipartHeaders
        var content: [UInt8] = []
        var isComplete = false
    }

    /// Feeds a body in pieces of a size, and gives the parts and the largest piece that was handed on.
    static func parse(_ body: [UInt8], pieces size: Int, boundary: String = "XyZ") throws -> [Part] {
        var parser = try MultipartParser(boundary: boundary)
        var parts: [Part] = []
        for start in stride(from: 0, to: body.count, by: size) {
            parser.append(ByteBuffer(bytes: body[start..<min(start + size, body.count)]))
            while let event = try parser.next() {
                switch event {
                case .begin(let headers): parts.append(Part(headers: headers))
                case .content(let piece): parts[parts.count - 1].content += piece.readableBytesView
                case .end: parts[parts.count - 1].isComplete = true
                }
            }
        }
        guard parser.isFinished else { throw MultipartParser.Malformed(message: "unfinished") }
        return parts
    }

    static func header(_ name: String) -> String {
        "Content-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\nContent-Type: image/jpeg\r\n\r\n"
    }

    @Test("A body comes apart the same wherever it is cut", arguments: [1, 2, 3, 5, 7, 16, 64, 100_000])
    func cuts(size: Int) throws {
        let content = Array("first\r\n--XyZ- not yet\r\n--XyZ\rnor here\n--XyZ--\r\n-\r\n\r\n--XyY\r\r\n".utf8)
        let binary = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var body = Array("--XyZ\r\n\(Self.header("a.jpg"))".utf8) + content
        body += Array("\r\n--XyZ\r\n\(Self.header("b.jpg"))".utf8) + binary
        body += Array("\r\n--XyZ\r\n\(Self.header("empty.jpg"))\r\n--XyZ--\r\nwhat follows is nobody's".utf8)
        let parts = try Self.parse(body, pieces: size)
        #expect(parts.map(\.headers.fileName) == ["a.jpg", "b.jpg", "empty.jpg"])
        #expect(parts.map(\.content) == [content, binary, []])
        #expect(parts.map(\.isComplete) == [true, true, true])
    }

    @Test("A line that only begins like the boundary is content")
    func lookAlikes() throws {
        let content = "x\r\n--XyZmore\r\n--XyZ-\r\n--XyZ y"
        let body = "--XyZ\r\n\(Self.header("a"))\(content)\r\n--XyZ--"
        let parts = try Self.parse(Array(body.utf8), pieces: 4)
        #expect(parts.map(\.content) == [Array(content.utf8)])
    }

    @Test("A body that stops before its last boundary is not taken for a whole one")
    func missingEnd() throws {
        let body = Array("--XyZ\r\n\(Self.header("a"))some content".utf8)
        #expect(throws: MultipartParser.Malformed.self) { try Self.parse(body, pieces: 10) }
    }

    @Test(
        "What is no form is refused at once",
        arguments: ["--Other\r\n\r\nx", "{\"json\": true}", "--XyZx\r\n", "\r\n--XyZ\r\n"]
    )
    func malformed(body: String) throws {
        #expect(throws: MultipartParser.Malformed.self) { try Self.parse(Array(body.utf8), pieces: 3) }
    }

    @Test("Headers without end are refused before they fill the memory")
    func longHeaders() throws {
        let body = Array("--XyZ\r\nX: ".utf8) + [UInt8](repeating: 0x61, count: 64 * 1024)
        #expect(throws: MultipartParser.Malformed(message: "the headers of a part are too long")) {
            try Self.parse(body, pieces: 1000)
        }
    }

    @Test("A boundary has 1 to 70 printable characters", arguments: ["", String(repeating: "b", count: 71), "a\r\nb"])
    func boundaries(boundary: String) {
        #expect(throws: MultipartParser.Malformed.self) { try MultipartParser(boundary: boundary) }
    }

    @Test("However long a file is, no more than a piece and a boundary is held back")
    func constantMemory() throws {
        var parser = try MultipartParser(boundary: "XyZ")
        parser.append(ByteBuffer(string: "--XyZ\r\n\(Self.header("a"))"))
        #expect(try parser.next() != nil)
        // Only line breaks: each might begin a boundary.
        let piece = ByteBuffer(repeating: 0x0d, count: 64 * 1024)
        var given = 0
        var taken = 0
        for _ in 0..<50 {
            parser.append(piece)
            given += piece.readableBytes
            while case .content(let content)? = try parser.next() { taken += content.readableBytes }
            #expect(given - taken < 80)
        }
    }

    @Test("Names with quotes, backslashes and semicolons are read as browsers and curl write them")
    func dispositions() {
        func name(_ parameters: String) -> String? {
            MultipartHeaders(block: Array("content-disposition: form-data; \(parameters)".utf8)).fileName
        }
        #expect(name(#"name="files"; filename="a;b \"c\".jpg""#) == #"a;b "c".jpg"#)
        #expect(name(#"name="files"; filename="C:\photos\a.jpg""#) == "a.jpg")
        #expect(name(#"filename="say %22hi%22.jpg"; name=files"#) == #"say "hi".jpg"#)
        #expect(name("name=files; filename=plain.png") == "plain.png")
        #expect(name(#"name="files"; filename="海边 🏖.heic""#) == "海边 🏖.heic")
        #expect(name(#"name="files""#) == nil)
    }
}
