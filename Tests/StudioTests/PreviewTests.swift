import Foundation
import StudioAPI
import Testing
import Timeline

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

    @Test("A picture a segment, with its name, times and words, at an address that gives a JPEG")
    func list() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let reply = try await studio.get(APIPath.preview(session: session)).decoded(Envelope<PreviewReply>.self)
            let preview = try #require(reply.data)
            #expect(preview.duration == 6000 && preview.aspect == "16:9")
            #expect(preview.width == 1920 && preview.height == 1080 && preview.music == nil)
            let pictures = preview.pictures
            #expect(pictures.map(\.number) == [1, 2])
            #expect(pictures.map(\.name) == ["a.jpg", "b.jpg"])
            #expect(pictures.map(\.segment) == ["s0", "s1"])
            #expect(pictures.map(\.kind) == ["photo", "photo"])
            #expect(pictures.map(\.start) == [0, 3000])
            #expect(pictures.map(\.duration) == [3000, 3000])
            #expect(pictures.map(\.texts) == [[], []])
            var bodies: Set<String> = []
            for picture in pictures {
                let reply = try await studio.get(picture.url)
                #expect(reply.headers["content-type"] == "image/jpeg")
                #expect(reply.text.hasPrefix("JPEG of "))
                bodies.insert(reply.text)
                let head = try await studio.request("HEAD", picture.url)
                #expect(head.body.isEmpty && head.headers["content-length"] == String(reply.body.count))
            }
            #expect(bodies.count == 2)
            #expect(try await self.pictures(studio, studio.makeSession()) == [])
        }
    }

    @Test("Words are told with every picture that they are seen over")
    func words() {
        func segment(_ id: String, _ ms: Int) -> Segment {
            Segment(
                id: id,
                media: id,
                kind: .photo,
                name: id,
                size: PixelSize(width: 4, height: 3),
                duration: Milliseconds(ms)
            )
        }
        func text(_ words: String, from start: Int, for length: Int) -> TextSegment {
            TextSegment(id: words, text: words, start: Milliseconds(start), duration: Milliseconds(length))
        }
        var timeline = Timeline(segments: [segment("a", 3000), segment("b", 1000), segment("c", 3000)])
        timeline.texts = [
            text("title", from: 0, for: 3000), text("over all", from: 2500, for: 2000),
            text("end", from: 6000, for: 9000),
        ]
        let preview = PreviewReply(timeline, language: .english) { "/\($0)" }
        #expect(preview.pictures.map(\.texts) == [["title", "over all"], ["over all"], ["over all", "end"]])
        #expect(preview.pictures.map(\.url) == ["/0", "/1", "/2"])
    }

    @Test("Pixels for a program that decodes nothing, as small as it wants them")
    func plain() async throws {
        let thumbnailer = ScriptedThumbnailer()
        try await TestStudio.run(.init(thumbnailer: thumbnailer)) { studio async throws in
            let session = try await studio.makeVideo()
            let url = try #require(try await pictures(studio, session).first?["url"]?.string)
            let reply = try await studio.get(url + "?format=ppm&side=64")
            #expect(reply.headers["content-type"] == PlainPicture.mediaType)
            #expect(PlainPicture(ppm: Array(reply.body)) != nil)
            #expect(thumbnailer.stills.count == 1)
            for query in ["?format=png", "?side=0", "?side=481", "?side=big", "?format=ppm&side="] {
                #expect(try await studio.get(url + query).status == 400, "\(query)")
            }
            #expect(thumbnailer.stills.count == 1)
            thumbnailer.breaks()
            let broken = try await studio.get(url + "?format=ppm")
            #expect(broken.status == 404, "what is not whole is not passed on")
        }
    }

    @Test("In another shape it is the same timeline, and the session stays as it is")
    func shape() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let draft = try await studio.draft(of: session)
            let wide = try await pictures(studio, session)
            let reply = try await studio.get(APIPath.preview(session: session) + "?aspect=9:16")
            let tall = try #require(try reply.decoded(Envelope<PreviewReply>.self).data)
            #expect(tall.aspect == "9:16" && tall.width == 1080 && tall.height == 1920)
            #expect(tall.pictures.map(\.name) == wide.map { $0["name"]?.string })
            for url in tall.pictures.map(\.url) + wide.compactMap({ $0["url"]?.string }) {
                #expect(try await studio.get(url).status == 200)
            }
            #expect(try await studio.get(APIPath.preview(session: session) + "?aspect=2:1").status == 400)
            #expect(try await studio.draft(of: session) == draft)
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
