import Foundation
import StudioAPI
import Testing

@testable import Studio

struct EnvelopeTests {
    @Test("Every reply is an envelope, also where there is nothing, or another method")
    func unknownPaths() async throws {
        try await TestStudio.run { studio async throws in
            for path in ["/", "/favicon.ico", "/api/kinora/nothing", "/api/render/proxy"] {
                let reply = try await studio.get(path)
                #expect(reply.status == 404)
                #expect(try reply.decoded(Envelope<JSONValue>.self).code == .notFound)
                #expect(try reply.decoded(Envelope<JSONValue>.self).message?.isEmpty == false)
            }
            let reply = try await studio.post(APIPath.info)
            #expect(reply.status == 405)
            #expect(reply.headers["allow"] == "GET")
            #expect(try reply.decoded(Envelope<JSONValue>.self).code.rawValue == 405)
        }
    }

    @Test("A body that is no JSON, or too large, is refused with words")
    func badBodies() async throws {
        try await TestStudio.run { studio async throws in
            let broken = try await studio.request("POST", APIPath.session, body: Data("{".utf8))
            #expect(broken.status == 400)
            #expect(try broken.decoded(Envelope<JSONValue>.self).code == .badRequest)
            let large = try await studio.request("POST", APIPath.session, body: Data(count: StudioCore.bodyLimit + 1))
            #expect(large.status == 413)
            let message = try await studio.request("POST", APIPath.run, body: Data(count: StudioCore.messageLimit + 1))
            #expect(message.status == 413)
        }
    }

    @Test("The studio says what it is")
    func info() async throws {
        try await TestStudio.run { studio async throws in
            let info = try await studio.get(APIPath.info).decoded(Envelope<StudioInfo>.self).data
            #expect(info?.local == true)
            #expect(info?.credits == "unlimited")
            #expect(info?.build == "test-build")
            #expect(info?.qualities == ["draft", "high", "best"])
            #expect(info?.aspects == ["16:9", "9:16", "1:1", "4:5"])
        }
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let info = try await studio.get(APIPath.info).decoded(Envelope<StudioInfo>.self).data
            #expect(info?.local == false)
            #expect(info?.credits == "metered")
        }
    }
}
