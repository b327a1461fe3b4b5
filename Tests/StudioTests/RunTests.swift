import Foundation
import HummingbirdCore
import NIOCore
import StudioAPI
import Testing

@testable import Studio

struct RunTests {
    @Test("An edit comes as calls, their result with the new draft, and words")
    func edit() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            _ = try await studio.upload([("a.jpg", photo("a"))], to: session)
            let reply = try await studio.post(APIPath.run, TestStudio.message("make", in: session))
            #expect(reply.headers["content-type"] == "text/event-stream")
            let events = try TestStudio.events(in: reply.text)
            #expect(events.allSatisfy { $0.author == "nemo_agent" && $0.partial == nil })
            let call = try #require(events.first?.content?.parts?.first?.functionCall)
            #expect(call.name == "insert")
            let response = try #require(events.dropFirst().first)
            #expect(response.content?.role == "user")
            #expect(response.content?.parts?.first?.functionResponse?.id == call.id)
            let draft = try await studio.draft(of: session)
            #expect(response.actions?.stateDelta?["draft"] == draft)
            #expect(draft["t"]?[0]?["sg"]?.array?.count == 1)
            #expect(events.last?.content?.parts?.first?.text?.hasPrefix("You said make") == true)
            #expect(Set(events.compactMap(\.invocationId)).count == 1)
        }
    }

    @Test("When asked to, the words come in pieces first and then whole")
    func streaming() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let events = try await studio.say("hello", in: session, streaming: true)
            let deltas = events.filter { $0.partial == true }.compactMap { $0.content?.parts?.first?.text }
            let whole = try #require(events.last)
            #expect(deltas.count > 1)
            #expect(deltas.joined() == whole.content?.parts?.first?.text)
            #expect(whole.partial == false)
            // The end marker has no parts.
            #expect(events.dropLast().last?.content?.parts == nil)
        }
    }

    @Test("What came out of line is a frame of one line, whatever the words hold")
    func frames() {
        #expect(String(buffer: EventStream.frame("{\"a\":\"\\n\"}")) == "data: {\"a\":\"\\n\"}\n\n")
    }

    @Test("A turn goes on when its client has left, and is found again by its name")
    func leaving() async throws {
        let agent = ScriptedAgent(isOpen: false)
        try await TestStudio.run(.init(agent: agent)) { studio async throws in
            let session = try await studio.makeSession()
            _ = try await studio.upload([("a.jpg", photo("a"))], to: session)
            let connection = try RawConnection(to: studio.address)
            let body = try Reply.encode(TestStudio.message("make", in: session))
            await connection.send(
                TestStudio.bytes("POST", APIPath.run, headers: [APIHeader.turn: "t1"], body: body)
            )
            await agent.gate.reached()
            let early = try await studio.get(APIPath.turn(session: session, turn: "t1"))
            #expect(try early.decoded(Envelope<TurnRecord>.self).data?.finished == false)
            connection.close()
            agent.gate.open()
            // The same name again: the rest of the turn, not another one.
            let events = try await studio.say("make", in: session, turn: "t1")
            #expect(events.count == 3)
            #expect(agent.heard == ["make"])
            let record = try await studio.get(APIPath.turn(session: session, turn: "t1"))
            let kept = try #require(try record.decoded(Envelope<TurnRecord>.self).data)
            #expect(kept.finished)
            #expect(kept.events == events)
            #expect(try await studio.say("make", in: session, turn: "t1") == events)
            #expect(agent.heard == ["make"])
        }
    }

    @Test("Turns of one session run one after the other, those of another do not wait for them")
    func order() async throws {
        let agent = ScriptedAgent(isOpen: false)
        try await TestStudio.run(.init(agent: agent)) { studio async throws in
            let first = try await studio.makeSession()
            let second = try await studio.makeSession()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await studio.say("one", in: first) }
                await agent.gate.reached()
                group.addTask { try await studio.say("two", in: first) }
                group.addTask { try await studio.say("three", in: second) }
                await agent.gate.reached(by: 2)
                #expect(agent.heard == ["one", "three"])
                agent.gate.open()
                try await group.waitForAll()
            }
            #expect(agent.heard == ["one", "three", "two"])
        }
    }

    @Test("Undo and redo take edits back and do them again, and say what changed")
    func undo() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let before = try await studio.draft(of: session)
            try await studio.say("longer", in: session)
            let after = try await studio.draft(of: session)
            func step(_ path: String) async throws -> HistoryReply {
                try #require(try await studio.post(path).decoded(Envelope<HistoryReply>.self).data)
            }
            let undone = try await step(APIPath.undo(session: session))
            #expect(undone.changed && undone.canRedo && !undone.changes.isEmpty)
            #expect(try await studio.draft(of: session) == before)
            let redone = try await step(APIPath.redo(session: session))
            #expect(redone.changed && !redone.canRedo)
            #expect(try await studio.draft(of: session) == after)
            #expect(try await step(APIPath.redo(session: session)).changed == false)
        }
    }

    @Test("An undo by words is an edit like others")
    func undoByWords() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let events = try await studio.say("back", in: session)
            let draft = try await studio.draft(of: session)
            #expect(events.compactMap { $0.actions?.stateDelta?["draft"] } == [draft])
            #expect(draft["t"]?.array?.contains { $0["sg"]?.array?.isEmpty == false } != true)
        }
    }

    @Test("A turn that fails says so in its stream, and leaves the timeline as it was")
    func failure() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            let before = try await studio.draft(of: session)
            let events = try await studio.say("fail", in: session)
            #expect(events.map(\.errorCode) == ["STUDIO_ERROR"])
            #expect(try await studio.draft(of: session) == before)
            #expect(try await studio.say("longer", in: session).count == 3)
        }
    }

    @Test("What is refused before the stream is an envelope with its status")
    func refusals() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let unknown = try await studio.post(APIPath.run, TestStudio.message("hi", in: "nowhere"))
            #expect(unknown.status == 404)
            #expect(try unknown.decoded(Envelope<JSONValue>.self).code == .sessionNotFound)
            let extra: JSONValue = [
                "session_id": .string(session), "new_message": ["parts": [["text": "hi"]], "extra": true],
            ]
            #expect(try await studio.post(APIPath.run, extra).status == 422)
            let badName = try await studio.post(
                APIPath.run,
                TestStudio.message("hi", in: session),
                headers: [APIHeader.turn: "../x"]
            )
            #expect(badName.status == 400)
            #expect(try await studio.get(APIPath.turn(session: session, turn: "none")).status == 404)
            #expect(studio.agent.heard.isEmpty)
        }
    }

    @Test("While nothing happens the stream shows that it is alive")
    func keepAlive() async throws {
        let (lines, continuation) = AsyncStream<String>.makeStream()
        let response = EventStream.response(lines, keepAlive: .milliseconds(1))
        let (pieces, writer) = CollectingWriter.make()
        let writing = Task { try await response.body.write(writer) }
        var iterator = pieces.makeAsyncIterator()
        #expect(await iterator.next() == ": keepalive\n\n")
        continuation.yield("{}")
        continuation.finish()
        var rest = ""
        while let piece = await iterator.next() { rest += piece }
        #expect(rest.contains("data: {}\n\n"))
        try await writing.value
    }
}
