import Glibc
import TestKit
import Testing

@testable import HTTP

/// The rule on addresses: what it refuses is not connected to, by whatever name or way.
@Suite struct GuardTests {
    private let transport = Transport()

    private func guarded(
        _ url: String,
        asking asked: Log<IPAddress> = Log(),
        _ rule: @escaping @Sendable (IPAddress) -> Bool
    ) throws -> HTTPRequest {
        var request = HTTPRequest(.get, try #require(WebURL(url)))
        request.allows = { address in
            asked.add(address)
            return rule(address)
        }
        return request
    }

    @Test func aRefusedAddressIsNotConnectedTo() async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        let error = await httpError { try await transport.send(guarded(peer.url) { _ in false }) }
        #expect(error == HTTPError(.forbiddenAddress, host: "127.0.0.1"))
        #expect(peer.requests.isEmpty)
    }

    @Test(arguments: [
        "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "0", "[::1]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[::]",
    ])
    func thisMachineIsRefusedUnderEveryName(_ host: String) async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        let port = try #require(WebURL(peer.url)).port
        let asked = Log<IPAddress>()
        let request = try guarded("http://\(host):\(port)/", asking: asked) { $0.isPublic }
        #expect(await httpError { try await transport.send(request) }?.code == .forbiddenAddress)
        #expect(!asked.values.isEmpty)
        #expect(asked.values.allSatisfy { $0.isLoopback || $0.isUnspecified })
        #expect(peer.requests.isEmpty)
    }

    @Test func anAllowedAddressIsAskedForOnEveryConnection() async throws {
        let peer = Peer { _, connection in connection.reply("{}") }
        // Leaves a connection behind that nobody was asked about.
        _ = try await transport.send(peer.request()).body.collect(limit: 100)
        let asked = Log<IPAddress>()
        for _ in 0..<2 {
            let response = try await transport.send(guarded(peer.url, asking: asked) { $0.isLoopback })
            #expect(try await response.body.collect(limit: 100) == Array("{}".utf8))
        }
        #expect(asked.values == [IPAddress("127.0.0.1"), IPAddress("127.0.0.1")])
    }

    @Test func aRedirectIsAskedForToo() async throws {
        let peer = Peer { _, connection in
            connection.reply("", status: 302, headers: ["Location: http://127.0.0.2:1/inside"])
        }
        let asked = Log<IPAddress>()
        let request = try guarded(peer.url, asking: asked) { $0 == IPAddress("127.0.0.1") }
        #expect(
            await httpError { try await transport.send(request) } == HTTPError(.forbiddenAddress, host: "127.0.0.2")
        )
        #expect(asked.values == [IPAddress("127.0.0.1"), IPAddress("127.0.0.2")])
    }

    @Test func noProxyOfTheEnvironmentStandsBetween() async {
        // In a process of its own, for the environment belongs to all.
        await #expect(processExitsWith: .success) {
            let proxy = Peer { _, connection in connection.reply("{}") }
            for name in ["http_proxy", "https_proxy", "ALL_PROXY"] { setenv(name, proxy.url, 1) }
            var request = HTTPRequest(.get, try #require(WebURL("http://192.0.2.1/")))
            #expect(try await Transport().send(request).status == 200)
            #expect(proxy.requests.count == 1)

            request.allows = { $0.isPublic }
            let refused = request
            let error = await httpError { try await Transport().send(refused) }
            #expect(error?.code == .forbiddenAddress)
            #expect(proxy.requests.count == 1)
        }
    }
}
