import Foundation
import HTTP
import StudioAPI
import TestKit
import Testing
import Timeline

@testable import Studio

/// Files that the studio fetches itself, and all it must not be led to.
struct LinkTests {
    /// A studio that may fetch from these addresses beside the Internet's, and a session in it.
    private static func run(
        allowing allowed: [String] = ["127.0.0.1"],
        local: Bool = true,
        limits: StudioLimits = StudioLimits(),
        _ body: @Sendable (TestStudio, _ fetch: @Sendable ([String]) async throws -> RawReply) async throws -> Void
    ) async throws {
        let rule = try #require(LinkRule(allowing: allowed))
        try await TestStudio.run(.init(local: local, limits: limits, linkRule: rule)) { studio async throws in
            let account = local ? [:] : try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            try await body(studio) { links in
                try await studio.post(
                    APIPath.upload(session: session),
                    ["urls": .array(links.map(JSONValue.string)), "source_type": "url"],
                    headers: account.merging(["Content-Type": "application/json"]) { $1 }
                )
            }
        }
    }

    private static func uploaded(_ reply: RawReply) throws -> UploadReply {
        try #require(try reply.decoded(Envelope<UploadReply>.self).data)
    }

    @Test(
        "Links are fetched in their order and named by their last part; what cannot be had is named",
        arguments: [true, false]
    )
    func fetching(local: Bool) async throws {
        let peer = Peer { request, connection in
            switch request.target {
            case "/a.jpg": connection.reply(bytes: Array(photo("a")))
            case "/holiday/%E6%B5%B7%20b.jpg?size=large": connection.reply(bytes: Array(photo("b")))
            case "/moved": connection.reply("", status: 302, headers: ["Location: /a.jpg"])
            case "/text": connection.reply("hello")
            case "/empty.jpg": connection.reply("")
            default: connection.reply("secret words of a server", status: 404)
            }
        }
        try await Self.run(local: local) { studio, fetch async throws in
            let mixed = try await fetch(
                ["a.jpg", "gone.jpg", "holiday/%E6%B5%B7%20b.jpg?size=large", "moved", "text", "empty.jpg"].map {
                    "\(peer.url)/\($0)"
                }
            )
            #expect(mixed.status == 200)
            let reply = try Self.uploaded(mixed)
            #expect(reply.files.map(\.name) == ["a.jpg", "海 b.jpg", "a.jpg"])
            #expect(reply.files.map(\.bytes) == [7, 7, 7])
            #expect(reply.refused.map(\.code) == [LinkTrouble.unfetchable, .unsupportedFile, .unsupportedFile])
            #expect(reply.refused[0].name == "\(peer.url)/gone.jpg")
            #expect(reply.refused[0].message.contains("127.0.0.1"))
            #expect(!mixed.text.contains("secret"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
            let sent = try #require(peer.requests.first)
            #expect(sent.headers["user-agent"] == "Kinora/1.2.3")
            #expect(sent.headers["authorization"] == nil && sent.headers["x-skill-source"] == nil)
        }
    }

    @Test("A file larger than an upload may be is not read to its end, whether it says so or not")
    func tooLarge() async throws {
        let isEnded = Event()
        let peer = Peer { request, connection in
            if request.target == "/said.jpg" {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\nPHOTO")
                connection.waitForClose()
            } else {
                connection.send("HTTP/1.1 200 OK\r\n\r\nPHOTO")
                let piece = [UInt8](repeating: 0, count: 1 << 16)
                while connection.send(piece) {}
                isEnded.set()
            }
        }
        var limits = StudioLimits()
        limits.uploadBytes = 1_000_000
        try await Self.run(limits: limits) { studio, fetch async throws in
            for name in ["said.jpg", "endless.jpg"] {
                let reply = try await fetch(["\(peer.url)/\(name)"])
                #expect(reply.status == 413)
                #expect(try reply.decoded(Envelope<JSONValue>.self).code == .fileTooLarge)
                #expect(reply.text.contains("\(name) is larger than 1MB"))
            }
            try await isEnded.wait()
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test("A server that gives its file too slowly is not waited for")
    func tooSlow() async throws {
        let peer = Peer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nPHOTO")
            connection.waitForClose()
        }
        var limits = StudioLimits()
        limits.linkTime = 1
        try await Self.run(limits: limits) { studio, fetch async throws in
            let reply = try await fetch(["\(peer.url)/a.jpg"])
            #expect(reply.status == 422)
            #expect(reply.text.contains("within 1s"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test(
        "Whatever name an address has, what is not public is not connected to, and sounds like what is not there",
        arguments: [
            "127.0.0.1", "localhost", "a.localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "2130706433",
            "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "0", "[::]", "127.0.0.2", "10.0.0.1", "172.16.0.1",
            "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[fe80::1]", "[fc00::1]",
            "[ff02::1]", "[64:ff9b::7f00:1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]",
        ]
    )
    func forbidden(host: String) async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Array(photo("secret"))) }
        let port = try #require(peer.url.split(separator: ":").last)
        try await Self.run(allowing: []) { _, fetch async throws in
            let reply = try await fetch(["http://\(host):\(port)/a.jpg"])
            #expect(reply.status == 422, "\(host)")
            let refusal = try #require(try Self.uploaded(reply).refused.first)
            #expect(
                refusal.message.contains("could not be found on the public Internet"),
                "\(host): \(refusal.message)"
            )
            #expect(peer.requests.isEmpty, "\(host)")
        }
    }

    @Test("A redirect from an allowed address to a forbidden one is not followed")
    func redirects() async throws {
        let inner = Peer { _, connection in connection.reply(bytes: Array(photo("secret"))) }
        let port = try #require(inner.url.split(separator: ":").last)
        let outer = Peer { request, connection in
            let host = request.target.dropFirst()
            connection.reply("", status: 302, headers: ["Location: http://\(host):\(port)/a.jpg"])
        }
        try await Self.run { _, fetch async throws in
            for host in ["127.0.0.2", "[::1]", "0.0.0.0", "127.0.0.3", "[::ffff:127.0.0.2]"] {
                let reply = try await fetch(["\(outer.url)/\(host)"])
                #expect(reply.status == 422)
                #expect(!reply.text.contains("cannot be reached"), "\(host) was tried: \(reply.text)")
                #expect(inner.requests.isEmpty)
            }
            // To the allowed one it is.
            #expect(try await fetch(["\(outer.url)/127.0.0.1"]).status == 200)
        }
    }

    @Test("Redirects without end, and to what is no web address, are not followed")
    func oddRedirects() async throws {
        let peer = Peer { request, connection in
            let target = request.target == "/loop" ? "/loop" : "file:///etc/passwd"
            connection.reply("", status: 301, headers: ["Location: \(target)"])
        }
        try await Self.run { _, fetch async throws in
            #expect(try await fetch(["\(peer.url)/loop"]).status == 422)
            let requests = peer.requests.count
            #expect((2...10).contains(requests))
            #expect(try await fetch(["\(peer.url)/file"]).status == 422)
            #expect(peer.requests.count == requests + 1)
        }
    }

    @Test(
        "What is no http or https link is refused unasked, and so are too many",
        arguments: [
            "file:///etc/passwd", "ftp://example.com/a.jpg", "/etc/passwd", "gopher://127.0.0.1:70/", "http://", "",
            "http://user:secret@example.com/a.jpg", "javascript:alert(1)", "http://exa mple.com/",
        ]
    )
    func noLinks(link: String) async throws {
        try await Self.run { _, fetch async throws in
            let reply = try await fetch([link])
            #expect(reply.status == 422)
            #expect(try Self.uploaded(reply).refused.map(\.name) == [link])
        }
    }

    @Test("An upload of links has some, and not too many; a body of another shape is refused")
    func shapes() async throws {
        try await Self.run { studio, fetch async throws in
            #expect(try await fetch([]).status == 400)
            #expect(try await fetch(Array(repeating: "http://example.com/", count: 21)).status == 400)
            let session = try await studio.makeSession()
            for body: JSONValue in [["urls": "http://example.com/"], ["links": []], []] {
                let json = ["Content-Type": "application/json"]
                #expect(try await studio.post(APIPath.upload(session: session), body, headers: json).status == 400)
            }
        }
    }

    @Test("The rule: the Internet, single addresses, and private networks when they are allowed")
    func rule() throws {
        func allows(_ allowed: [String], _ address: String) throws -> Bool {
            try #require(LinkRule(allowing: allowed)).allows(#require(IPAddress(address)))
        }
        for address in ["93.184.216.34", "2606:2800:220:1::1"] { #expect(try allows([], address)) }
        #expect(try !allows([], "10.0.0.1"))
        #expect(try allows(["10.0.0.1"], "10.0.0.1"))
        #expect(try !allows(["10.0.0.1"], "10.0.0.2"))
        for address in ["10.0.0.2", "127.0.0.1", "::1", "fd00::1"] { #expect(try allows(["private"], address)) }
        // 169.254.169.254, where clouds keep their secrets, is no private network.
        for address in ["169.254.169.254", "0.0.0.0", "fe80::1", "224.0.0.1"] {
            #expect(try !allows(["private"], address))
        }
        #expect(LinkRule(allowing: ["intranet"]) == nil)
    }

    @Test(
        "A file is called by the last part of its link",
        arguments: [
            ("http://e.com/a/b.jpg?x=1#y", "b.jpg"), ("http://e.com/", "file"), ("http://e.com", "file"),
            ("http://e.com/a%2Fb.jpg", "b.jpg"), ("http://e.com/%1B%5B31mred.jpg", "[31mred.jpg"),
            ("http://e.com/..%2f..%2fetc%2fpasswd", "passwd"), ("http://e.com/x%ZZ.jpg", "x%ZZ.jpg"),
        ]
    )
    func names(link: String, expected: String) throws {
        #expect(LinkReceiver.name(in: try #require(WebURL(link))) == expected)
    }
}
