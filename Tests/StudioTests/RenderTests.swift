import Foundation
import StudioAPI
import Testing
import Timeline

@testable import Studio

struct RenderTests {
    @Test("An export is acknowledged, watched, and fetched")
    func wholeWay() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let accepted = try await studio.submit(
                "render_1",
                session: session,
                output: ["format": "mp4", "quality": "high", "aspect": "9:16"]
            )
            #expect(accepted.status == 200)
            #expect(try accepted.decoded(RenderStatus.self).code == .success)
            await renderer.gate.reached()
            let under = try await studio.get(APIPath.render(id: "render_1")).decoded(RenderStatus.self)
            #expect(under.status == .processing)
            #expect(under.progress == 0.5)
            #expect(under.etaMS == 1234)
            #expect(under.queuePosition == 0)
            #expect(try await studio.get(APIPath.download(id: "render_1")).status == 409)
            renderer.gate.open()
            let done = try await studio.outcome(of: "render_1")
            #expect(done.status == .completed)
            #expect(done.renderMS == 42)
            #expect(done.output?.url == "/api/render/proxy/render_1/download")
            #expect(done.output?.durationMS == 6000)
            #expect(done.output?.bytes == 100_000)
            let file = try await studio.get(try #require(done.output?.url))
            #expect(file.status == 200)
            #expect(file.headers["content-type"] == "video/mp4")
            #expect(file.body == ScriptedRenderer.video)
            let order = try #require(renderer.received.first)
            #expect(order.quality == .high)
            #expect(order.timeline.aspect == .portrait)
            #expect(order.timeline.segments.map(\.name) == ["a.jpg", "b.jpg"])
            let paths = order.timeline.segments.map { order.media($0.media) }
            #expect(paths == order.timeline.segments.map { studio.folder.mediaPath($0.media) })
            #expect(order.media("something else") == nil)
        }
    }

    @Test("A broken download goes on where it stopped")
    func ranges() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session)
            _ = try await studio.outcome(of: "job")
            let path = APIPath.download(id: "job")
            let head = try await studio.request("HEAD", path)
            #expect(head.headers["content-length"] == "100000")
            #expect(head.headers["accept-ranges"] == "bytes")
            let tag = try #require(head.headers["etag"])
            let rest = try await studio.get(path, headers: ["Range": "bytes=99000-", "If-Range": tag])
            #expect(rest.status == 206)
            #expect(rest.headers["content-range"] == "bytes 99000-99999/100000")
            #expect(rest.body == ScriptedRenderer.video.suffix(1000))
            let stale = try await studio.get(path, headers: ["Range": "bytes=99000-", "If-Range": "\"old\""])
            #expect(stale.status == 200)
            #expect(stale.body.count == 100_000)
            let beyond = try await studio.get(path, headers: ["Range": "bytes=100000-"])
            #expect(beyond.status == 416)
            #expect(beyond.headers["content-range"] == "bytes */100000")
        }
    }

    @Test("Over TCP the link is a whole one, by the request's host, or by the address that was configured")
    func links() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            _ = try await studio.submit("job", session: session, headers: account)
            let done = try await studio.outcome(of: "job", headers: account)
            #expect(done.output?.url == "http://studio.test:1234/api/render/proxy/job/download")
        }
    }

    @Test("An export without attribution is blocked, each header by itself")
    func attribution() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            let draft = try await studio.draft(of: session, headers: account)
            for missing in TestStudio.attribution.keys {
                var headers = account
                headers[missing] = nil
                let reply = try await studio.submit("job", session: session, draft: draft, headers: headers)
                #expect(reply.status == 402, "without \(missing)")
                #expect(try reply.decoded(Envelope<JSONValue>.self).code == .exportBlocked)
            }
        }
    }

    @Test("What cannot be rendered is refused with a sentence, and no export begins")
    func refusals() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let empty = try await studio.makeSession()
            let foreign = try await studio.draft(of: session)
            let replies = [
                (try await studio.submit("j", session: empty), 400, "nothing on the timeline"),
                (try await studio.submit("j", session: empty, draft: foreign), 400, "a.jpg"),
                (try await studio.submit("j", session: session, draft: ["t": []]), 400, "draft"),
                (try await studio.submit("../j", session: session), 400, "id"),
                (try await studio.submit("j", session: session, output: ["quality": "8k"]), 400, "draft, high, best"),
                (try await studio.submit("j", session: session, output: ["aspect": "3:1"]), 400, "16:9"),
                (try await studio.submit("j", session: "nowhere", draft: foreign), 404, "session"),
                (try await studio.get(APIPath.render(id: "none")), 404, "export"),
            ]
            for (reply, status, words) in replies {
                #expect(reply.status == status)
                #expect(try reply.decoded(Envelope<JSONValue>.self).message?.contains(words) == true, "\(reply.text)")
            }
            #expect(studio.renderer.received.isEmpty)
        }
    }

    @Test("The same submission twice is one export; the id for something else is a conflict")
    func twice() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let draft = try await studio.draft(of: session)
            _ = try await studio.submit("job", session: session, draft: draft)
            _ = try await studio.outcome(of: "job")
            let again = try await studio.submit("job", session: session, draft: draft)
            #expect(try again.decoded(RenderStatus.self).status == .completed)
            #expect(studio.renderer.received.count == 1)
            let other = try await studio.submit("job", session: session, draft: draft, output: ["quality": "high"])
            #expect(other.status == 409)
        }
    }

    @Test("One export runs, the others wait in order and say how many are before them")
    func queue() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let other = try await studio.makeVideo()
            _ = try await studio.submit("one", session: session)
            await renderer.gate.reached()
            _ = try await studio.submit("two", session: session)
            _ = try await studio.submit("three", session: other)
            func position(_ id: String) async throws -> Int? {
                try await studio.get(APIPath.render(id: id)).decoded(RenderStatus.self).queuePosition
            }
            #expect(try await position("one") == 0)
            #expect(try await position("two") == 1)
            #expect(try await position("three") == 2)
            // One that waits can be cancelled.
            let gone = try await studio.request("DELETE", APIPath.render(id: "two")).decoded(RenderStatus.self)
            #expect(gone.status == .cancelled)
            #expect(try await position("three") == 1)
            renderer.gate.open()
            #expect(try await studio.outcome(of: "one").status == .completed)
            #expect(try await studio.outcome(of: "three").status == .completed)
            #expect(renderer.received.count == 2)
        }
    }

    @Test("Where two exports may run, a session still has one at a time")
    func oneOfASession() async throws {
        var limits = StudioLimits()
        limits.parallelExports = 2
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(limits: limits, renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            let other = try await studio.makeVideo()
            for id in ["one", "two"] { _ = try await studio.submit(id, session: session) }
            _ = try await studio.submit("three", session: other)
            await renderer.gate.reached(by: 2)
            let states = try await ["one", "two", "three"].asyncMap { id in
                try await studio.get(APIPath.render(id: id)).decoded(RenderStatus.self).status
            }
            #expect(states == [.processing, .pending, .processing])
            renderer.gate.open()
            #expect(try await studio.outcome(of: "two").status == .completed)
        }
    }

    @Test("An export that runs can be cancelled, and another begun")
    func cancel() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(renderer: renderer)) { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("one", session: session)
            await renderer.gate.reached()
            let reply = try await studio.request("DELETE", APIPath.render(id: "one")).decoded(RenderStatus.self)
            #expect(reply.status == .cancelled)
            #expect(try await studio.outcome(of: "one").status == .cancelled)
            _ = try await studio.submit("two", session: session)
            #expect(try await studio.outcome(of: "two").status == .completed)
            // What is over cannot be cancelled any more.
            let late = try await studio.request("DELETE", APIPath.render(id: "two")).decoded(RenderStatus.self)
            #expect(late.status == .completed)
        }
    }

    @Test("A failed export says why, and not where the studio's files are")
    func failure() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session, output: ["quality": "best"])
            let status = try await studio.outcome(of: "job")
            #expect(status.status == .failed)
            #expect(status.message?.contains("disk is full") == true)
            #expect(status.message?.contains(studio.folder.path) == false)
        }
    }
}

extension Sequence {
    func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
