import TestKit
import Testing

@testable import StudioClient

@Suite struct TransportTests {
    private let transport = Transport()

    private func request(_ peer: Peer, _ path: String = "/", _ method: HTTPRequest.Method = .get) throws -> HTTPRequest
    {
        HTTPRequest(method, try #require(WebURL(peer.url + path)))
    }

    @Test func anAnswerInPiecesIsWhole() async throws {
        let peer = Peer { _, connection in
            for byte in "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Note: é\r\n\r\nhello".utf8 {
                connection.send([byte])
            }
        }
        let response = try await transport.send(request(peer))
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
        let response = try await transport.send(request(peer))
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
        #expect(try await transport.send(request(peer)).status == 200)
    }

    @Test func aStudioIsHeldBackWhileNobodyReads() async throws {
        let bytes = noise(8 << 20)
        let peer = Peer { _, connection in connection.reply(bytes: bytes) }
        let body = try await transport.send(request(peer)).body
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
        let body = try await transport.send(request(peer)).body
        #expect(await studioError { try await body.collect(limit: 1000) }?.code == .badReply)
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
            let body = try await transport.send(request(peer, path)).body
            #expect(await studioError { try await body.collect(limit: 100) }?.code == .interrupted)
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
            let error = await studioError { try await transport.send(request(peer, path)) }
            #expect(error?.code == (path == "/nonsense" ? .badReply : .interrupted), "\(path)")
        }
    }

    @Test func nobodyThereIsUnreachable() async throws {
        let peer = Peer { _, _ in }
        peer.die()
        let error = await studioError { try await transport.send(request(peer)) }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("127.0.0.1") == true)
    }

    @Test func aStallIsATimeout() async throws {
        let peer = Peer { _, connection in connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") }
        var stalling = try request(peer)
        stalling.timeouts.stall = .seconds(1)
        let body = try await transport.send(stalling).body
        #expect(await studioError { try await body.collect(limit: 100) }?.code == .timedOut)
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
        let slow = try request(peer)
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
        _ = try await transport.send(request(peer))
        try await closed.wait()
    }

    @Test func manyAtOnceDoNotMixUp() async throws {
        let peer = Peer { request, connection in connection.reply(request.target) }
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    let response = try await transport.send(request(peer, "/\(number)"))
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

    // MARK: Redirects

    private func secret(_ peer: Peer, _ path: String) throws -> HTTPRequest {
        var request = try request(peer, path)
        request.headers = [.init(name: "X-Open", value: "yes")]
        request.confidentialHeaders = [.init(name: "Authorization", value: "Bearer secret")]
        return request
    }

    @Test func anotherHostNeverGetsTheToken() async throws {
        let other = Peer { _, connection in connection.reply("{}") }
        let away = other.url
        let peer = Peer { request, connection in
            if request.target == "/here" { return connection.reply("{}") }
            let target = request.target == "/away" ? away + "/there" : "/here"
            connection.reply("", status: 302, headers: ["Location: \(target)"])
        }
        #expect(try await transport.send(secret(peer, "/away")).status == 200)
        #expect(other.requests.map(\.target) == ["/there"])
        #expect(other.requests[0].headers["authorization"] == nil)
        #expect(other.requests[0].headers["x-open"] == "yes")

        #expect(try await transport.send(secret(peer, "/stay")).status == 200)
        #expect(peer.requests.last?.target == "/here")
        #expect(peer.requests.last?.headers["authorization"] == "Bearer secret")
    }

    @Test func aTokenLeftBehindDoesNotComeBack() async throws {
        let home = Log<String>()
        let other = Peer { _, connection in
            connection.reply("", status: 302, headers: ["Location: \(home.values[0])/end"])
        }
        let away = other.url
        let peer = Peer { request, connection in
            if request.target == "/end" { return connection.reply("{}") }
            connection.reply("", status: 302, headers: ["Location: \(away)/"])
        }
        home.add(peer.url)
        #expect(try await transport.send(secret(peer, "/")).status == 200)
        #expect(peer.requests.last?.headers["authorization"] == nil)
    }

    @Test func aCircleOfRedirectsEnds() async throws {
        let peer = Peer { _, connection in connection.reply("", status: 302, headers: ["Location: /again"]) }
        #expect(await studioError { try await transport.send(request(peer)) }?.code == .badReply)
        #expect(peer.requests.count == Redirect.limit + 1)
    }

    @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "http://user:pw@127.0.0.1/", "http://[::1"])
    func aRedirectLeadsOnlyToTheWeb(_ location: String) async throws {
        let peer = Peer { _, connection in connection.reply("", status: 302, headers: ["Location: \(location)"]) }
        #expect(await studioError { try await transport.send(request(peer)) }?.code == .badReply)
    }

    @Test func aMessageIsNotRedirected() async throws {
        let peer = Peer { _, connection in
            connection.reply("", status: 301, headers: ["Location: http://localhost:1/elsewhere"])
        }
        #expect(await studioError { try await transport.send(request(peer, "/", .post)) }?.code == .badAddress)
        #expect(peer.requests.count == 1)
    }

    @Test func encryptionIsNotLeft() throws {
        let secure = HTTPRequest(.get, try #require(WebURL("https://studio.example/a")))
        let head = HTTPHead(status: 302, headers: ["location": "http://studio.example/a"])
        #expect { try Redirect.request(after: head, of: secure) } throws: { ($0 as? StudioError)?.code == .insecure }
    }

    @Test func aLineBreakInAHeaderBeginsNoOther() async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        var request = try request(peer)
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
        let first = try await transport.send(request(peer, "/first"))
        _ = try await first.body.collect(limit: 100)
        var once = try request(peer, "/once", .post)
        once.atMostOnce = true
        #expect(await studioError { try await transport.send(once) }?.code == .interrupted)
        #expect(peer.requests.map(\.target) == ["/first", "/once"])
    }
}
