import Foundation
import StudioAPI
import TestKit
import Testing

@Suite struct RawJSONTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func value(_ path: [String], _ body: String) -> String? {
        RawJSON.value(at: path, in: bytes(body)).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func aMemberIsFoundByteForByte() {
        let draft = #"{ "z":1.50, "a":[1e2 ,{"b":"\u00e9\/\"}"}],"ключ":null }"#
        let body = "\n{\"code\":0,\"data\":{\"draft\":7,\"state\":{\"x\":[{}],\"draft\": \(draft) ,\"y\":\"}\"}}}\r\n"
        #expect(value(["data", "state", "draft"], body) == draft)
        #expect(value(["data", "state", "draft", "z"], body) == "1.50")
        #expect(value(["data", "state", "draft", "ключ"], body) == "null")
        #expect(value(["data", "draft"], body) == "7")
        #expect(value([], " 5 ") == "5")
        #expect(value(["data", "nothing"], body) == nil)
        #expect(value(["code", "x"], body) == nil)
        #expect(value(["data", "state", "x", "0"], body) == nil)
    }

    @Test func keysAreComparedAsTheTextTheyStandFor() {
        #expect(value(["draft"], #"{"dr\u0061ft":1}"#) == "1")
        #expect(value(["a\"b\\"], #"{"a\"b\\":1}"#) == "1")
        #expect(value(["🌅"], #"{"\ud83c\udf05":1}"#) == "1")
        // "é" as one scalar and as two are different keys, as they are for every other reader.
        #expect(value(["\u{E9}"], "{\"e\u{301}\":1,\"\u{E9}\":2}") == "2")
        #expect(value(["e\u{301}"], "{\"e\u{301}\":1,\"\u{E9}\":2}") == "1")
    }

    @Test func ofTwoMembersOfOneNameTheLastCounts() {
        #expect(value(["a"], #"{"a":1,"b":2,"a":{"a":3}}"#) == #"{"a":3}"#)
        #expect(value(["a", "a"], #"{"a":{"a":1},"a":{}}"#) == nil)
    }

    @Test func lineSeparatorsAndLongStringsPass() {
        let long = String(repeating: "x\u{2028}\u{2029}\u{85}樱", count: 100_000)
        let body = "{\"data\":{\"a\":\"\(long)\",\"b\":[true,false]}}"
        #expect(value(["data", "b"], body) == "[true,false]")
        #expect(value(["data", "a"], body) == "\"\(long)\"")
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1}}", "{\"a\":1} x", "[1 2]",
        "01", "1.", ".5", "+1", "1e", "-", "tru", "nulll", "NaN", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"",
        "\"a\nb\"", "\"\\", "[\"\\u\"", "{\"a\":1,\"b\":[1,2", "<html>", "data: {}", "[}", "{]", "[1}", "{\"a\":[}",
        "{,}",
    ])
    func whatIsNotJSONIsRefused(text: String) {
        #expect(RawJSON(bytes(text)) == nil)
        #expect(RawJSON.value(at: ["a"], in: bytes(text)) == nil)
    }

    @Test func aBodyThatWasCutOffIsNotTrustedForAPart() {
        let body = bytes(#"{"data":{"state":{"draft":{"t":[]}}}}"#)
        for length in body.indices {
            #expect(RawJSON.value(at: ["data", "state", "draft"], in: Array(body[..<length])) == nil)
        }
    }

    @Test func nestingCostsNoStack() {
        let depth = 1_000_000
        let deep =
            [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
        let body = bytes("{\"a\":") + deep + bytes(",\"b\":2}")
        #expect(RawJSON.value(at: ["b"], in: body)?.bytes == bytes("2"))
        #expect(RawJSON.value(at: ["a"], in: body)?.bytes == deep)
        #expect(RawJSON(Array(deep.dropLast())) == nil)
        let raw = RawJSON(body)
        #expect(raw != nil)
        #expect(raw.flatMap { JSONValue($0) } == nil)
    }

    @Test func aFieldIsReadFromDataOrFromTheTop() {
        func field(_ body: String) -> String? {
            RawJSON.field(["token"], in: bytes(body)).map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        #expect(field(#"{"data":{"token":"a"},"token":"b"}"#) == #""a""#)
        #expect(field(#"{"data":{},"token":"b"}"#) == #""b""#)
        #expect(field(#"{"data":null,"token":"b"}"#) == #""b""#)
        #expect(field(#"{"data":[1],"token":"b"}"#) == #""b""#)
        #expect(field(#"{"data":{"token":null},"token":"b"}"#) == #""b""#)
        #expect(field(#"{"data":{"token":null}}"#) == "null")
        #expect(field(#"{"code":0}"#) == nil)
        #expect(field("<html></html>") == nil)
    }

    @Test func anExportCarriesTheDraftUnchanged() throws {
        let draft = #"{"t" : [ {"tt":0,"sg":[{"d":1e4,"secret":"\u2028"}]} ],"zz":1.10}"#
        let raw = try #require(RawJSON(bytes(draft)))
        let request = RenderRequest(
            id: "render_1",
            sessionID: "s \"1\"\n",
            draft: raw,
            output: RenderOutput(quality: "best", aspect: "9:16")
        )
        #expect(
            String(decoding: request.body.bytes, as: UTF8.self)
                == #"{"id":"render_1","sessionId":"s \"1\"\u000a","draft":\#(draft),"output":{"format":"mp4","quality":"best","aspect":"9:16"}}"#
        )
        #expect(RenderRequest(body: request.body.bytes) == request)
        let plain = RenderRequest(body: bytes(#"{"id":"a","sessionId":"b","draft":{}}"#))
        #expect(plain?.output == RenderOutput())
        #expect(RenderRequest(body: bytes(#"{"id":"a","draft":{}}"#)) == nil)
        #expect(RenderRequest(body: bytes(#"{"id":"a","sessionId":"b","draft":null}"#)) == nil)
    }

    @Test func textsAreWrittenAsEveryReaderTakesThem() throws {
        var random = Random(seed: 12)
        for _ in 0..<500 {
            let text = random.text()
            let raw = RawJSON(string: text)
            let read = try JSONDecoder().decode([String].self, from: Data(bytes("[") + raw.bytes + bytes("]")))
            #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
            #expect(raw.string.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }

    @Test func valuesAreReadAsFoundationReadsThem() throws {
        var random = Random(seed: 13)
        for _ in 0..<500 {
            let value = self.value(&random, depth: 0)
            let encoded = try JSONEncoder().encode(value)
            let raw = try #require(RawJSON(Array(encoded)))
            #expect(try JSONValue(raw) == JSONDecoder().decode(JSONValue.self, from: encoded))
        }
    }

    private func value(_ random: inout Random, depth: Int) -> JSONValue {
        switch random.number(0...(depth < 4 ? 7 : 5)) {
        case 0: .null
        case 1: .bool(random.isTrue())
        case 2: .int(random.pick([0, -1, .max, .min, 42]))
        case 3: .double(random.part() * 1e9 - 5e8)
        case 4, 5: .string(random.text())
        case 6: .array((0..<random.number(0...4)).map { _ in value(&random, depth: depth + 1) })
        default:
            .object(
                Dictionary(
                    (0..<random.number(0...4)).map { _ in (random.text(), value(&random, depth: depth + 1)) },
                    uniquingKeysWith: { $1 }
                )
            )
        }
    }

    @Test func oddNumbersAndSurrogatesAreSurvived() throws {
        func read(_ text: String) -> JSONValue? { RawJSON(bytes(text)).flatMap { JSONValue($0) } }
        #expect(read("10000000000000000000") == .double(1e19))
        #expect(read("1e999") == .double(.greatestFiniteMagnitude))
        #expect(read("-1e999") == .double(-.greatestFiniteMagnitude))
        #expect(read("-0") == .int(0))
        #expect(read(#""\ud800x""#) == "\u{FFFD}x")
        #expect(read(#""\udc00\ud83c\udf05""#) == "\u{FFFD}🌅")
        #expect(read(#""\ud83c\u0041""#) == "\u{FFFD}A")
    }

    @Test func mutatedBodiesNeverCrash() {
        var random = Random(seed: 14)
        let body = bytes(
            #"{"code":0,"data":{"state":{"draft":{"t":[{"tt":0,"sg":[{"d":-1.5e3,"m":{"n":"\u00e9\n🌅"}}]}]}}}}"#
        )
        var found = 0
        for _ in 0..<20_000 {
            var mutated = body
            for _ in 0..<random.number(1...3) {
                let place = random.number(0...(mutated.count - 1))
                switch random.number(0...2) {
                case 0: mutated[place] = UInt8(random.number(0...255))
                case 1: mutated.remove(at: place)
                default: mutated.insert(random.pick(bytes("{}[]\",:\\u0eE.-tfn")), at: place)
                }
            }
            if let draft = RawJSON.value(at: ["data", "state", "draft"], in: mutated) {
                found += 1
                _ = DraftDigest(draft).summary
            }
        }
        #expect(found > 1000)
    }
}
