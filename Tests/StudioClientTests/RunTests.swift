import StudioAPI
import TestKit
import Testing

@testable import StudioClient

@Suite struct RunTests {
    private static let reply =
        Streams.text("Once ", partial: true) + Streams.text("upon", partial: true)
        + Streams.text("Once upon", partial: false)

    private func items(_ stream: TurnStream) async throws -> [TurnItem] {
        var items: [TurnItem] = []
        for try await item in stream { items.append(item) }
        return items
    }

    @Test func aMessageIsSentAsTheContractSays() async throws {
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.close()
        }
        _ = try await items(peer.client().run("say \"é\"\n", session: "s1", turn: "turn-1"))
        let request = peer.requests[0]
        #expect(request.target == "/run_sse")
        #expect(request.headers["accept"] == "text/event-stream")
        #expect(request.headers["x-kinora-turn"] == "turn-1")
        #expect(
            request.text
                == #"{"app_name":"nemo_agent","user_id":"me","session_id":"s1","new_message":{"parts":[{"text":"say \"é\"\u000a"}]}}"#
        )
    }

    @Test func aReplyIsShownAsItComes() async throws {
        let shown = Event()
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.send(Streams.text("Once ", partial: true))
            shown.waitOnThread()
            connection.send(Streams.text("upon", partial: true) + Streams.text("Once upon", partial: false))
            connection.close()
        }
        var iterator = try await peer.client().run("hi", session: "s1", turn: "t").makeAsyncIterator()
        #expect(try await iterator.next() == .delta("Once "))
        shown.set()
        var rest: [TurnItem] = []
        while let item = try await iterator.next() { rest.append(item) }
        #expect(Streams.shown(rest) == "upon\n")
        #expect(rest.last == .ended(TurnSummary(hadText: true)))
    }

    @Test func aStreamInSingleBytesIsTheSame() async throws {
        let peer = Peer { _, connection in
            connection.beginStream()
            for byte in (TurnTests.chinese + TurnTests.silentEdit).utf8 { connection.send([byte]) }
            connection.close()
        }
        let got = try await items(peer.client().run("hi", session: "s1", turn: "t"))
        #expect(got == Streams.items(TurnTests.chinese + TurnTests.silentEdit))
    }

    @Test(arguments: ["data: {\"content\":{\"parts\":[{\"te", "dat"])
    func aStreamThatEndsWithinAFrameIsLost(_ half: String) async throws {
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.send(Streams.text("whole") + half)
            connection.close()
        }
        var shown: [TurnItem] = []
        let stream = try await peer.client().run("hi", session: "s1", turn: "t")
        let error = await studioError { for try await item in stream { shown.append(item) } }
        #expect(error?.code == .interrupted)
        #expect(Streams.shown(shown) == "whole\n")
    }

    @Test func aMessageIsNeverSentTwice() async throws {
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.send(Streams.text("half", partial: true))
            connection.reset()
        }
        let stream = try await peer.client().run("hi", session: "s1", turn: "t")
        #expect(await studioError { try await items(stream) }?.code == .interrupted)
        #expect(peer.requests.count == 1)

        let deaf = Peer { _, connection in connection.close() }
        let error = await studioError { try await deaf.client().run("hi", session: "s1", turn: "t") }
        #expect(error?.code == .interrupted)
        #expect(deaf.requests.count == 1)
    }

    @Test func aRefusalBeforeTheTurnIsNoTurn() async throws {
        let form = Log<(String, Int, String)>()
        let peer = Peer { _, connection in
            let (body, status, type) = form.values.last ?? ("", 500, "")
            connection.reply(body, status: status, type: type)
        }
        func refusal(_ body: String, _ status: Int, _ type: String = "application/json") async throws -> StudioError? {
            form.add((body, status, type))
            return await studioError {
                try await items(peer.client().run("hi", session: "s1", turn: "t"))
            }
        }
        #expect(try await refusal(#"{"code":2001,"data":{"bind":"b7"}}"#, 200)?.code == .noCredits)
        #expect(try await refusal(#"{"code":2001,"data":{"bind":"b7"}}"#, 403)?.bindID == "b7")
        #expect(try await refusal(#"{"code":1002}"#, 200, "text/event-stream")?.code == .sessionNotFound)
        #expect(try await refusal(#"{"detail":"Session not found: s1"}"#, 404)?.code == .sessionNotFound)
        #expect(try await refusal(#"{"detail":[{"loc":["body"]}]}"#, 422)?.code == .badRequest)
        #expect(try await refusal("<html>", 200, "text/html")?.code == .badReply)
    }

    @Test(arguments: ["application/json", "text/event-stream", "text/plain"], [401, 200])
    func aRefusedTokenIsReplacedBeforeTheTurn(_ type: String, _ status: Int) async throws {
        let folder = TemporaryFolder()
        let peer = Peer { request, connection in
            if request.target == APIPath.anonymousToken { return connection.reply(#"{"token":"new"}"#) }
            guard request.headers["authorization"] == "Bearer new" else {
                return connection.reply(#"{"code":1001}"#, status: status, type: type)
            }
            connection.beginStream()
            connection.send(Streams.text("Hi"))
            connection.close()
        }
        let keeper = TokenKeeper(folder: folder.path, environment: [:])
        _ = try await keeper.renew(for: peer.url, refused: nil) { ("old", $0 + 1000) }
        let got = try await items(peer.client(tokens: keeper).run("hi", session: "s1", turn: "t"))
        #expect(Streams.shown(got) == "Hi\n")
        #expect(peer.requests.map(\.target) == ["/run_sse", APIPath.anonymousToken, "/run_sse"])
    }

    @Test func aStudioThatRefusesEveryMessageIsAskedTwice() async throws {
        for (code, type) in [(1001, "text/event-stream"), (429, "text/event-stream"), (429, "application/json")] {
            let folder = TemporaryFolder()
            let peer = Peer { request, connection in
                if request.target == APIPath.anonymousToken { return connection.reply(#"{"token":"new"}"#) }
                connection.reply(#"{"code":\#(code)}"#, type: type)
            }
            let clock = SteppedClock.flowing()
            let keeper = TokenKeeper(folder: folder.path, environment: [:])
            let error = await studioError {
                try await items(peer.client(tokens: keeper, clock: clock).run("hi", session: "s1", turn: "t"))
            }
            #expect(error?.code == (code == 429 ? .rateLimited : .badToken))
            #expect(peer.requests.filter { $0.target == "/run_sse" }.count == 2)
            #expect(clock.now.offset == .seconds(code == 429 ? 30 : 0))
        }
    }

    @Test(arguments: ["text/plain", "application/octet-stream", "application/x-ndjson"])
    func aStreamIsReadWhateverItIsCalled(_ type: String) async throws {
        let peer = Peer { _, connection in connection.reply(Streams.text("Hi"), type: type) }
        let got = try await items(peer.client().run("hi", session: "s1", turn: "t"))
        #expect(Streams.shown(got) == "Hi\n")
    }

    @Test(arguments: [
        #"{"error": "The kitchen is closed."}"#, #"{"detail":"The kitchen is closed."}"#,
        #"{"error":{"code":500,"message":"The kitchen is closed."}}"#,
    ])
    func aFailureInPlaceOfAStreamIsToldInItsWords(_ body: String) async throws {
        for type in ["text/event-stream", "application/json"] {
            let peer = Peer { _, connection in connection.reply(body, type: type) }
            let error = await studioError {
                try await items(peer.client().run("hi", session: "s1", turn: "t"))
            }
            #expect(error == StudioError(.serverError, "The kitchen is closed."))
        }
    }

    @Test func cancellingTheReadingEndsTheStream() async throws {
        let closed = Event()
        let begun = Event()
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.send(Streams.text("one"))
            begun.set()
            connection.waitForClose()
            closed.set()
        }
        let stream = try await peer.client().run("hi", session: "s1", turn: "t")
        let task = Task { try await items(stream) }
        try await begun.wait()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await closed.wait()
    }

    // MARK: Records

    private static let info = #"""
        {"code":0,"data":{"name":"Kinora","version":"1","build":"b","local":false,"credits":"metered","qualities":[],"aspects":[]}}
        """#

    /// The frames of a stream as the events of a record.
    private static func record(_ stream: String, finished: Bool) -> String {
        let events = stream.split(separator: "\n\n").map { $0.dropFirst("data: ".count) }.joined(separator: ",")
        return #"{"code":0,"data":{"turn":"t","finished":\#(finished),"events":[\#(events)]}}"#
    }

    @Test(arguments: [0, 1, 2, 3])
    func aLostStreamGoesOnFromTheRecord(_ arrived: Int) async throws {
        let frames = Self.reply.split(separator: "\n\n").map { $0 + "\n\n" }
        let polls = Log<Int>()
        let peer = Peer { request, connection in
            switch request.target {
            case APIPath.info: connection.reply(Self.info)
            case "/run_sse":
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                )
                for frame in frames[..<arrived] {
                    connection.send(String(frame.utf8.count, radix: 16) + "\r\n" + frame + "\r\n")
                }
                connection.close()
            default:
                polls.add(1)
                let isLast = polls.values.count > 2
                connection.reply(Self.record(frames[..<(isLast ? 3 : 1)].joined(), finished: isLast))
            }
        }
        let client = try peer.client()
        _ = try await client.info()
        let got = try await items(client.run("hi", session: "s1", turn: "t"))
        #expect(Streams.shown(got) == "Once upon\n")
        #expect(got.last == .ended(TurnSummary(hadText: true)))
        #expect(peer.requests.filter { $0.target == "/run_sse" }.count == 1)
        #expect(peer.requests.last?.target == "/api/kinora/turns/s1/t")
        #expect(try await client.turnRecord("t", session: "s1")?.items == Streams.items(Self.reply))
    }

    @Test func aStudioThatDiesInMidStreamIsGivenUp() async throws {
        let folder = TemporaryFolder()
        let peer = Peer(socketPath: folder.path + "/s") { request, connection in
            if request.target == "/run_sse" {
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                )
            }
            connection.close()
        }
        let stream = try await peer.client().run("hi", session: "s1", turn: "t")
        #expect(await studioError { try await items(stream) }?.code == .interrupted)
    }
}
