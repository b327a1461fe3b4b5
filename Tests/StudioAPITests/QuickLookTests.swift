import Foundation
import StudioAPI
import TestKit
import Testing

struct PlainPictureTests {
    private func file(_ head: String, pixels: Int) -> [UInt8] {
        Array(head.utf8) + (0..<pixels * 3).map { UInt8(truncatingIfNeeded: $0) }
    }

    @Test("Pixels come out as they went in")
    func whole() throws {
        let picture = try #require(PlainPicture(ppm: file("P6\n4 3\n255\n", pixels: 12)))
        #expect(picture.width == 4)
        #expect(picture.height == 3)
        #expect(picture.rgb == (0..<36).map { UInt8($0) })
    }

    @Test(
        "What is not a small picture in the plainest form is none",
        arguments: [
            ("", 0), ("P6\n4 3\n255\n", 11), ("P6\n4 3\n255\n", 13), ("P5\n4 3\n255\n", 12), ("P6 4 3 255\n", 12),
            ("P6\n# by hand\n4 3\n255\n", 12), ("P6\n4  3\n255\n", 12), ("P6\n4 3\n65535\n", 24),
            ("P6\n-4 -3\n255\n", 12),
            ("P6\n0 3\n255\n", 0), ("P6\n481 1\n255\n", 481), ("P6\n9223372036854775807 9\n255\n", 12),
            ("P6\n4 3 1\n255\n", 12), ("P6\n4\n255\n", 4), ("P6\n4 3\n255", 0),
        ]
    )
    func strange(_ head: String, pixels: Int) {
        #expect(PlainPicture(ppm: file(head, pixels: pixels)) == nil)
    }

    @Test("No bytes bring it down")
    func anyBytes() {
        var random = Random(seed: 7)
        let good = file("P6\n16 9\n255\n", pixels: 144)
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0...random.number(0...3) {
                bytes[random.number(0...14)] = UInt8(random.number(0...255))
            }
            bytes.removeLast(random.number(0...20))
            if let picture = PlainPicture(ppm: bytes) {
                #expect(picture.rgb.count == picture.width * picture.height * 3)
            }
        }
    }
}

struct RenderOutputTests {
    private func sent(_ output: RenderOutput) throws -> JSONValue {
        let draft = try #require(RawJSON(Array("{}".utf8)))
        let body = RenderRequest(id: "r", sessionID: "s", draft: draft, output: output).body
        return try #require(JSONValue(body)?["output"])
    }

    @Test("What other studios do not know is sent only when it is wanted")
    func plain() throws {
        #expect(try sent(RenderOutput()) == ["format": "mp4", "quality": "high"])
        #expect(
            try sent(RenderOutput(quality: "draft", aspect: "1:1", background: true))
                == ["format": "mp4", "quality": "draft", "aspect": "1:1", "background": true]
        )
    }

    @Test("A body is read as it was sent", arguments: [true, false])
    func roundTrip(background: Bool) throws {
        let draft = try #require(RawJSON(Array("{}".utf8)))
        let output = RenderOutput(quality: "draft", aspect: background ? "9:16" : nil, background: background)
        let request = RenderRequest(id: "r", sessionID: "s", draft: draft, output: output)
        #expect(RenderRequest(body: request.body.bytes) == request)
    }
}
