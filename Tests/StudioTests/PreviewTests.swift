import Foundation
import StudioAPI
import Testing

@testable import Studio

struct PreviewTests {
    /// What a studio lists, in order.
    private func pictures(
        _ studio: TestStudio,
        _ session: String,
        _ headers: [String: String] = [:]
    ) async throws -> [JSONValue] {
        let reply = try await studio.get(APIPath.preview(session: session), headers: headers)
        #expect(reply.status == 200)
        return try #require(try reply.decoded(JSONValue.self)["data"]?["pictures"]?.array)
    }

    @Test("A picture a segment, with its name and times, at an address that gives a JPEG")
    func list() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let pictures = try await pictures(studio, session)
            #expect(pictures.map { $0["name"]?.string } == ["a.jpg", "b.jpg"])
            #expect(pictures.map { $0["segment"]?.string } == ["s0", "s1"])
            #expect(pictures.map { $0["start_ms"]?.int } == [0, 3000])
            #expect(pictures.map { $0["duration_ms"]?.int } == [3000, 3000])
            var bodies: Set<String> = []
            for picture in pictures {
                let url = try #require(picture["url"]?.string)
                let reply = try await studio.get(url)
                #expect(reply.headers["content-type"] == "image/jpeg")
                #expect(reply.text.hasPrefix("JPEG of "))
                bodies.insert(reply.text)
                let head = try await studio.request("HEAD", url)
                #expect(head.body.isEmpty && head.headers["content-length"] == String(reply.body.count))
            }
            #expect(bodies.count == 2)
            #expect(try await self.pictures(studio, studio.makeSession()) == [])
        }
    }

    @Test("Only the owner sees them, by bearer token alone")
    func owner() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let mine = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: mine)
            let claim = try await studio.claim(session, headers: mine)
            let url = try #require(try await pictures(studio, session, mine).first?["url"]?.string)
            let path = try #require(url.components(separatedBy: "studio.test:1234").last)
            #expect(path != url, "a whole address, by the request's own host")
            #expect(try await studio.get(path, headers: mine).status == 200)
            let other = try await studio.makeAccount()
            for address in [APIPath.preview(session: session), path] {
                #expect(try await studio.get(address, headers: other).status == 404)
                #expect(try await studio.get(address).status == 401)
                #expect(try await studio.get(address + "?ct=" + claim).status == 401)
            }
            #expect(try await studio.get(APIPath.picture(session: session, key: "no"), headers: mine).status == 404)
        }
    }

    @Test("A picture that cannot be made is refused in words that name the file")
    func broken() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            _ = try await studio.upload([("gone.jpg", photo("x"))], to: session)
            try await studio.say("make", in: session)
            let url = try #require(try await pictures(studio, session).first?["url"]?.string)
            let reply = try await studio.get(url)
            #expect(reply.status == 404)
            #expect(try reply.decoded(Envelope<JSONValue>.self).message?.contains("gone.jpg") == true)
        }
    }
}
