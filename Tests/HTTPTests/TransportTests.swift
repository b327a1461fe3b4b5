import TestKit
import Testing

@testable import HTTP

@Suite struct TransportTests {
    private let transport = Transport()

    @Test func anAnswerInPiecesIsWhole() async throws {
        let peer = Peer { _, connection in
            for byte in "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Note: é\r\n\r\nhello".utf8 {
                connection.send([byte])
            }
        }
        let response = try await transport.send(peer.request())
        #expect(response.status == 200)
        #expect(response.head["x-note"] == "é")
        #expect(try await response.body.collect(limit: 100) == Array("hello".utf8))
    }

    @Test func aBodyInChunksComesAsItIsSent() async throws {
        let seen = Event()
        let peer = Peer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            seen.waitOnThread()
            connection.send("6\r\nsecond\r\n0\r\nTrailer: x\r\n\r\n")
        }
        let response = try await transport.send(peer.request())
        #expect(try await response.body.next() == Array("first".utf8))
        seen.set()
        #expect(try await response.body.next() == Array("second".utf8))
        #expect(try await response.body.next() == nil)
    }

    @Test func anInterimAnswerIsPassedOver() async throws {
        let peer = Peer { _, connection in
            connection.send("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n")
            connection.reply("{}")
        }
        #expect(try await transport.send(peer.request()).status == 200)
    }

    @Test func aStudioIsHeldBackWhileNobodyReads() async throws {
        let bytes = noise(8 << 20)
        let peer = Peer { _, connection in connection.reply(bytes: bytes) }
        let body = try await transport.send(peer.request()).body
        var whole: [UInt8] = []
        while let piece = try await body.next() {
            // What waits unread is never more than the limit and one more read of libcurl's.
            #expect(piece.count <= Exchange.limit + 64 << 10)
            whole += piece
            await Task.yield()
        }
        #expect(whole == bytes)
    }

    @Test func anAnswerBeyondTheLimitIsRefused() async throws {
        let peer = Peer { _, connection in connection.reply(bytes: noise(1001)) }
        let body = try await transport.send(peer.request()).body
        #expect(await httpError { try await body.collect(limit: 1000) }?.code == .tooLong)
    }

    @Test func aCutBodyIsAnError() async throws {
        let peer = Peer { request, connection in
            if request.target == "/length" {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            } else {
                connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
            }
            connection.close()
        }
        for path in ["/length", "/chunked"] {
            let body = try await transport.send(peer.request(path)).body
            #expect(await httpError { try await body.collect(limit: 100) }?.code == .interrupted)
        }
    }

    @Test func noAnswerHalfAnAnswerAndNonsenseAreErrors() async throws {
        let peer = Peer { request, connection in
            switch request.target {
            case "/none": break
            case "/half": connection.send("HTTP/1.1 200 OK\r\nContent-")
            case "/reset": return connection.reset()
            default: connection.send("220 smtp.example ESMTP\r\n")
            }
            connection.close()
        }
        for path in ["/none", "/half", "/reset", "/nonsense"] {
            let error = await httpError { try await transport.send(peer.request(path)) }
            #expect(error?.code == (path == "/nonsense" ? .notHTTP : .interrupted), "\(path)")
        }
    }

    @Test func nobodyThereIsUnreachable() async throws {
        // A port that no system hands out.
        let request = HTTPRequest(.get, try #require(WebURL("http://127.0.0.1:1/")))
        #expect(await httpError { try await transport.send(request) } == HTTPError(.unreachable, host: "127.0.0.1"))
    }

    @Test func aStallIsATimeout() async throws {
        let peer = Peer { _, connection in connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
        var stalling = try peer.request()
        stalling.timeouts.stall = .seconds(1)
        let body = try await transport.send(stalling).body
        #expect(await httpError { try await body.collect(limit: 100) }?.code == .timedOut)
    }

    @Test func cancellingATaskEndsItsTransfer() async throws {
        let begun = Event()
        let closed = Event()
        let peer = Peer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            begun.set()
            connection.waitForClose()
            closed.set()
        }
        let slow = try peer.request()
        let task = Task { try await transport.send(slow).body.collect(limit: 100) }
        try await begun.wait()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await closed.wait()
    }

    @Test func aDroppedBodyEndsItsTransfer() async throws {
        let closed = Event()
        let peer = Peer { _, connection in
            connection.beginStream()
            connection.waitForClose()
            closed.set()
        }
        _ = try await transport.send(peer.request())
        try await closed.wait()
    }

    @Test func manyAtOnceDoNotMixUp() async throws {
        let peer = Peer { request, connection in connection.reply(request.target) }
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    let response = try await transport.send(peer.request("/\(number)"))
                    return try await response.body.collect(limit: 100) == Array("/\(number)".utf8)
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func aUnixSocketTakesTheConnection() async throws {
        let folder = TemporaryFolder()
        let peer = Peer(socketPath: folder.path + "/s") { _, connection in connection.reply("{}") }
        var local = HTTPRequest(.get, try #require(WebURL("http://localhost/a")))
        local.socketPath = peer.socketPath
        #expect(try await transport.send(local).status == 200)
        #expect(peer.requests.first?.target == "/a")
    }

    @Test func aLineBreakInAHeaderBeginsNoOther() async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        var request = try peer.request()
        request.headers = [.init(name: "X-Name", value: "a\r\nX-Evil: b")]
        _ = try await transport.send(request)
        #expect(peer.requests[0].headers["x-evil"] == nil)
        #expect(peer.requests[0].headers["x-name"] == "aX-Evil: b")
    }

    @Test func whatMustArriveOnceIsNotSentAgainOnADeadConnection() async throws {
        // The connection is kept, and closed by the peer just when the second request has been read.
        let peer = Peer { request, connection in
            request.target == "/first" ? connection.reply("{}") : connection.close()
        }
        let first = try await transport.send(peer.request("/first"))
        _ = try await first.body.collect(limit: 100)
        var once = try peer.request("/once", .post)
        once.atMostOnce = true
        #expect(await httpError { try await transport.send(once) }?.code == .interrupted)
        #expect(peer.requests.map(\.target) == ["/first", "/once"])
    }
}
