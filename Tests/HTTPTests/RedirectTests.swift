import TestKit
import Testing

@testable import HTTP

@Suite struct RedirectTests {
    private let transport = Transport()

    private func secret(_ peer: Peer, _ path: String) throws -> HTTPRequest {
        var request = try peer.request(path)
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
        #expect(await httpError { try await transport.send(peer.request()) }?.code == .redirectLoop)
        #expect(peer.requests.count == Redirect.limit + 1)
    }

    @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "http://user:pw@127.0.0.1/", "http://[::1"])
    func aRedirectLeadsOnlyToTheWeb(_ location: String) async throws {
        let peer = Peer { _, connection in connection.reply("", status: 302, headers: ["Location: \(location)"]) }
        #expect(await httpError { try await transport.send(peer.request()) }?.code == .badRedirect)
    }

    @Test func aMessageIsNotRedirected() async throws {
        let peer = Peer { _, connection in
            connection.reply("", status: 301, headers: ["Location: http://localhost:1/elsewhere"])
        }
        #expect(await httpError { try await transport.send(peer.request("/", .post)) }?.code == .moved)
        #expect(peer.requests.count == 1)
    }

    @Test func encryptionIsNotLeft() throws {
        let secure = HTTPRequest(.get, try #require(WebURL("https://studio.example/a")))
        let head = HTTPHead(status: 302, headers: ["location": "http://studio.example/a"])
        #expect { try Redirect.request(after: head, of: secure) } throws: {
            ($0 as? HTTPError)?.code == .insecureRedirect
        }
    }
}
