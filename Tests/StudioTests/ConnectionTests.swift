import Foundation
import NIOCore
import NIOEmbedded
import StudioAPI
import TestKit
import Testing

@testable import Studio

/// Connections as they should not be, and too many of them.
@Suite(.timeLimit(.minutes(10)))
struct ConnectionTests {
    /// In seconds: longer than a busy machine keeps a client from sending its request.
    private static let patience = 5

    private static let info = TestStudio.bytes("GET", APIPath.info, headers: [:], body: nil)

    /// A request after which the connection stays open.
    private static let kept = Data("GET \(APIPath.info) HTTP/1.1\r\nHost: studio\r\n\r\n".utf8)

    @Test(
        "What is no HTTP, or has too much of a head, is refused with 400, and the studio goes on",
        arguments: [
            "GARBAGE\r\n\r\n", "GET / HTTP/1.1\r\nBroken header\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "GET /\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Long: \(String(repeating: "x", count: 20_000))\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n\(String(repeating: "X-A: b\r\n", count: 200))\r\n",
        ]
    )
    func malformed(request: String) async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let connection = try RawConnection(to: studio.address)
            await connection.send(Data(request.utf8))
            #expect(RawReply(await connection.receiveAll())?.status == 400)
            #expect(try await studio.get(APIPath.info).status == 200)
        }
    }

    @Test("A client that does not come to the end of its request is not waited for")
    func slowRequest() async throws {
        var limits = StudioLimits()
        limits.idleTime = Self.patience
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let spoolRemoved = Event()
            let watch = FolderWatch([studio.folder.incoming]) { if $0.change == .removed { spoolRemoved.set() } }
            defer { watch.finish() }
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            let form = account.merging(
                ["Content-Type": "multipart/form-data; boundary=XyZ", "Content-Length": "1000"]
            ) { $1 }
            let file = #"Content-Disposition: form-data; name="files"; filename="a.jpg""#
            let halves = [
                Data(), Data("GET /api/kin".utf8), Data("GET / HTTP/1.1\r\nHost: x\r\nX-".utf8),
                TestStudio.bytes("POST", APIPath.upload(session: session), headers: form, body: nil)
                    + Data("--XyZ\r\n\(file)\r\n\r\nhalf a".utf8),
            ]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for half in halves {
                    group.addTask {
                        let connection = try RawConnection(to: studio.address)
                        await connection.send(half)
                        // Returns when the studio closes the connection.
                        _ = await connection.receiveAll()
                    }
                }
                try await group.waitForAll()
            }
            // The connection is closed first, and then what came of the upload is removed.
            try await spoolRemoved.wait()
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test("A request that trickles in is given up when its time is over")
    func trickle() async throws {
        var limits = StudioLimits()
        limits.requestTime = Self.patience
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            let connection = try RawConnection(to: studio.address)
            let headers = account.merging(["Content-Length": "60000"]) { $1 }
            await connection.send(TestStudio.bytes("POST", APIPath.session, headers: headers, body: nil))
            // Ends when the studio has closed the connection.
            while await connection.send(Data(" ".utf8)) { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await studio.get(APIPath.info).status == 200)
        }
    }

    @Test("A client that does not take its file does not hold it for ever")
    func slowReader() async throws {
        var limits = StudioLimits()
        limits.idleTime = Self.patience
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            _ = try await studio.submit("job", session: session, headers: account)
            _ = try await studio.outcome(of: "job", headers: account)
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: studio.folder.renders).first)
            // More than all buffers on the way hold.
            #expect(truncate(studio.folder.renders + "/" + name, 200_000_000) == 0)
            let connection = try RawConnection(to: studio.address)
            await connection.send(
                TestStudio.bytes("GET", APIPath.download(id: "job"), headers: account, body: nil)
            )
            while await connection.send(Data("\r\n".utf8)) { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await studio.get(APIPath.info).status == 200)
        }
    }

    @Test("Clients that wait for their streams keep nobody else waiting")
    func waitingStreams() async throws {
        let agent = ScriptedAgent(isOpen: false)
        let options = TestStudio.Options(local: false, trustedProxies: ["127.0.0.1"], agent: agent)
        try await TestStudio.run(options) { studio async throws in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for client in 0..<60 {
                    let account = try await studio.makeAccount(from: "10.0.0.\(client)")
                    let session = try await studio.makeSession(headers: account)
                    group.addTask { try await studio.say("hello", in: session, headers: account).count }
                }
                await agent.gate.reached(by: 60)
                #expect(try await studio.get(APIPath.info).status == 200)
                let account = try await studio.makeAccount()
                let session = try await studio.makeSession(headers: account)
                #expect(try await studio.upload([("a", photo("a"))], to: session, headers: account).status == 200)
                agent.gate.open()
                for try await count in group { #expect(count == 1) }
            }
        }
    }

    @Test("Connections over the limit wait until others end")
    func tooMany() async throws {
        var limits = StudioLimits()
        limits.connections = 2
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let first = try RawConnection(to: studio.address)
            let second = try RawConnection(to: studio.address)
            for connection in [first, second] {
                await connection.send(Self.kept)
                #expect(try #require(await connection.receiveReply()).status == 200)
            }
            let third = try RawConnection(to: studio.address)
            await third.send(Self.info)
            let answered = Task { RawReply(await third.receiveAll())?.status }
            // The studio answers those it has taken meanwhile.
            for _ in 0..<20 {
                await second.send(Self.kept)
                #expect(try #require(await second.receiveReply()).status == 200)
            }
            first.close()
            #expect(await answered.value == 200)
        }
    }

    @Test("An error of one connection does not end the listening; without descriptors it pauses")
    func acceptErrors() throws {
        final class Reads: ChannelOutboundHandler {
            typealias OutboundIn = Never
            var count = 0
            func read(context: ChannelHandlerContext) { count += 1 }
        }
        let reads = Reads()
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers([
            reads, AcceptGuard(logger: StudioLog.logger(path: "/dev/null")),
        ])
        func fail(_ code: CInt) { channel.pipeline.fireErrorCaught(IOError(errnoCode: code, reason: "accept")) }

        fail(ECONNABORTED)
        try channel.throwIfErrorCaught()
        channel.pipeline.read()
        #expect(reads.count == 1)
        fail(EMFILE)
        fail(EMFILE)
        try channel.throwIfErrorCaught()
        channel.pipeline.read()
        #expect(reads.count == 1)
        channel.embeddedEventLoop.advanceTime(by: AcceptGuard.pause)
        #expect(reads.count == 2)
        channel.pipeline.read()
        #expect(reads.count == 3)
        fail(EBADF)
        #expect(throws: IOError.self) { try channel.throwIfErrorCaught() }
        _ = try channel.finish()
    }
}
