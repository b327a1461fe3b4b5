import Foundation
import StudioAPI
import Testing

@testable import Studio

/// Who sees a page, and what comes with it.
struct ClaimRoutesTests {
    static let page = "/workspace/claim"

    /// A studio with a session whose video is finished.
    func withVideo(
        _ options: TestStudio.Options = .init(local: false),
        _ body:
            @Sendable (TestStudio, _ token: String, _ session: String, _ account: [String: String]) async throws -> Void
    ) async throws {
        try await TestStudio.run(options) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            _ = try await studio.submit("job", session: session, headers: account)
            #expect(try await studio.outcome(of: "job", headers: account).status == .completed)
            try await body(studio, try await studio.claim(session, headers: account), session, account)
        }
    }

    /// The links of a page.
    static func links(in page: String, _ kind: String) -> [String] {
        page.matches(of: /(?:src|href|poster)="(claim\/([a-z]+)\/[^"]+)"/)
            .filter { $0.output.2 == kind }.map { "/workspace/" + $0.output.1 }
    }

    @Test("All that belongs to a page is there for its token, and closed to everything else")
    func closed() async throws {
        try await withVideo { studio, token, _, _ async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)")
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["cache-control"] == "no-store")
            let sheet = try #require(page.text.firstMatch(of: /href="(page.css[^"]+)"/)).output.1
            let addresses =
                ["/workspace/\(sheet)", "/workspace/icon.svg", "\(Self.page)?ct=\(token)", "\(Self.page)?ct=wrong"]
                + ["picture", "poster", "video", "download"].flatMap { Self.links(in: page.text, $0) }
            #expect(addresses.count == 9)
            for address in addresses {
                let reply = try await studio.get(address)
                #expect(reply.status == (address.hasSuffix("wrong") ? 404 : 200), "\(address)")
                let headers = reply.headers
                #expect(
                    headers["content-security-policy"]
                        == "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'"
                )
                #expect(headers["referrer-policy"] == "no-referrer")
                #expect(headers["x-content-type-options"] == "nosniff")
                #expect(headers["x-frame-options"] == "DENY")
                #expect(headers["x-robots-tag"] == "noindex")
                #expect(headers["cross-origin-opener-policy"] == "same-origin")
                #expect(headers["cross-origin-resource-policy"] == "same-origin")
                #expect(headers["set-cookie"] == nil && headers["access-control-allow-origin"] == nil)
                let isShared = address.hasPrefix("/workspace/page.css") || address == "/workspace/icon.svg"
                #expect(headers["cache-control"]?.contains("public") == isShared, "\(address)")
            }
        }
    }

    @Test("HEAD says what GET would")
    func head() async throws {
        try await withVideo { studio, token, _, _ async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)")
            let links = ["picture", "poster", "video", "download"].flatMap { Self.links(in: page.text, $0) }
            for address in ["\(Self.page)?ct=\(token)", "/workspace/page.css", "\(Self.page)?ct=no"] + links {
                let full = try await studio.get(address)
                let head = try await studio.request("HEAD", address)
                #expect(head.status == full.status)
                #expect(head.body.isEmpty)
                for name in ["content-type", "content-length", "content-security-policy", "etag"] {
                    #expect(head.headers[name] == full.headers[name], "\(name) of \(address)")
                }
            }
        }
    }

    @Test("A wrong, expired or missing token, or another's picture, are told apart by nothing")
    func nothing() async throws {
        let time = TestTime()
        try await withVideo(.init(local: false, now: time.now)) { studio, token, _, account async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)").text
            let links = ["picture", "poster", "video", "download"].flatMap { Self.links(in: page, $0) }
            #expect(links.count == 5)
            let stranger = try await studio.makeAccount()
            let theirs = try await studio.makeSession(headers: stranger)
            _ = try await studio.upload([("c.jpg", photo("c"))], to: theirs, headers: stranger)
            try await studio.say("make", in: theirs, headers: stranger)
            let foreign = try await studio.claim(theirs, headers: stranger)
            let bearer = try #require(account["Authorization"]?.dropFirst("Bearer ".count))
            var replies: [RawReply] = []
            for wrong in ["", "clm_", "clm_" + String(repeating: "0", count: 32), String(bearer), "%00%ff"] {
                replies.append(try await studio.get("\(Self.page)?ct=\(wrong)"))
                for link in links {
                    replies.append(try await studio.get(link.replacingOccurrences(of: token, with: wrong)))
                }
            }
            // A token that is good, but for another project.
            for link in links {
                replies.append(try await studio.get(link.replacingOccurrences(of: token, with: foreign)))
            }
            replies.append(try await studio.get(Self.page))
            replies.append(try await studio.get("\(Self.page)?ct=" + String(repeating: "x", count: 4000)))
            replies.append(try await studio.get("\(Self.page)/picture/no?ct=\(token)"))
            replies.append(try await studio.get("\(Self.page)/video/..%2f..%2fstudio.sqlite?ct=\(token)"))
            time.advance(hours: 7 * 24)
            for address in ["\(Self.page)?ct=\(token)"] + links { replies.append(try await studio.get(address)) }
            let first = try #require(replies.first)
            #expect(first.status == 404)
            #expect(first.text.contains("This link opens nothing") && !first.text.contains("clm_"))
            for reply in replies {
                #expect(reply.status == 404)
                #expect(reply.body == first.body)
                var headers = reply.headers
                headers["date"] = first.headers["date"]
                #expect(headers == first.headers)
            }
        }
    }

    @Test("A browser in Chinese is told so in Chinese")
    func chinese() async throws {
        try await TestStudio.run(.init(local: false)) { studio async throws in
            let reply = try await studio.get(Self.page, headers: ["Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"])
            #expect(reply.status == 404)
            #expect(reply.text.contains("此链接无效") && reply.text.contains("lang=\"zh-Hans\""))
        }
    }

    @Test("A claim token calls no API, and has at least 128 random bits")
    func tokenAlone() async throws {
        try await withVideo { studio, token, session, account async throws in
            let bearer = TestStudio.attribution.merging(["Authorization": "Bearer \(token)"]) { $1 }
            for path in [
                APIPath.credits, APIPath.state(session: session), APIPath.sessions, APIPath.download(id: "job"),
            ] {
                #expect(try await studio.get(path, headers: bearer).status == 401)
                #expect(try await studio.get("\(path)?ct=\(token)").status == 401)
            }
            var tokens: Set<String> = [token]
            for _ in 0..<20 { tokens.insert(try await studio.claim(session, headers: account)) }
            #expect(tokens.count == 21)
            #expect(tokens.allSatisfy { $0.wholeMatch(of: /clm_[0-9a-f]{32}/) != nil })
        }
    }

    @Test("Only small pictures and finished videos leave the studio: never an original, never where it lies")
    func noOriginals() async throws {
        let thumbnailer = ScriptedThumbnailer()
        try await withVideo(.init(local: false, thumbnailer: thumbnailer)) {
            studio,
            token,
            session,
            account async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)").text
            let draft = try await studio.draft(of: session, headers: account)
            let media = try #require(draft["t"]?[0]?["sg"]?.array).compactMap { $0["m"]?["media"]?.string }
            for id in media { #expect(!page.contains(id)) }
            #expect(!page.contains(studio.folder.path) && !page.contains(session))
            let pictures = Self.links(in: page, "picture")
            #expect(pictures.count == 2)
            for (picture, name) in zip(pictures, ["a", "b"]) {
                let reply = try await studio.get(picture)
                #expect(reply.headers["content-type"] == "image/jpeg")
                #expect(reply.text.hasPrefix("JPEG of "))
                #expect(thumbnailer.orders.last?.name == "\(name).jpg")
                #expect(thumbnailer.orders.last?.side == 480)
            }
            let poster = try await studio.get(try #require(Self.links(in: page, "poster").first))
            #expect(poster.text.hasPrefix("JPEG of "))
            #expect(thumbnailer.orders.last?.path.hasPrefix(studio.folder.renders) == true)
        }
    }

    @Test("The video comes whole or in parts, to play or to keep under its title")
    func video() async throws {
        try await withVideo { studio, token, _, _ async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)").text
            let play = try #require(Self.links(in: page, "video").first)
            let keep = try #require(Self.links(in: page, "download").first)
            let whole = try await studio.get(play)
            #expect(whole.body == ScriptedRenderer.video)
            #expect(whole.headers["content-type"] == "video/mp4")
            #expect(whole.headers["content-disposition"] == "inline")
            #expect(whole.headers["accept-ranges"] == "bytes")
            let part = try await studio.get(play, headers: ["Range": "bytes=1000-1999"])
            #expect(part.status == 206)
            #expect(part.headers["content-range"] == "bytes 1000-1999/100000")
            #expect(part.body == ScriptedRenderer.video[1000..<2000])
            #expect(try await studio.get(play, headers: ["Range": "bytes=200000-"]).status == 416)
            let tag = try #require(whole.headers["etag"])
            let rest = try await studio.get(keep, headers: ["Range": "bytes=99990-", "If-Range": tag])
            #expect(rest.status == 206 && rest.body.count == 10)
            #expect(rest.headers["content-disposition"]?.hasPrefix("attachment; filename=\"video.mp4\"") == true)
        }
    }

    @Test("The newest finished video is shown; the page follows the timeline and the export that runs")
    func newest() async throws {
        let renderer = ScriptedRenderer()
        try await withVideo(.init(local: false, renderer: renderer)) { studio, token, session, account async throws in
            let address = "\(Self.page)?ct=\(token)"
            let first = try await studio.get(address).text
            #expect(!first.contains("The project has changed since"))
            try await studio.say("longer", in: session, headers: account)
            let edited = try await studio.get(address).text
            #expect(edited.contains("0:00 – 0:04") && edited.contains("The project has changed since"))
            #expect(Self.links(in: edited, "video") == Self.links(in: first, "video"))
            _ = try await studio.submit("job2", session: session, headers: account)
            _ = try await studio.outcome(of: "job2", headers: account)
            let second = try await studio.get(address).text
            #expect(Self.links(in: second, "video") != Self.links(in: first, "video"))
            #expect(!second.contains("The project has changed since"))
            // The older one is still there for a page that was opened before.
            #expect(try await studio.get(try #require(Self.links(in: first, "video").first)).status == 200)
            // The disk is full: the newest one stays, and the page says what happened.
            _ = try await studio.submit(
                "job3",
                session: session,
                output: ["format": "mp4", "quality": "best"],
                headers: account
            )
            _ = try await studio.outcome(of: "job3", headers: account)
            let failed = try await studio.get(address).text
            #expect(failed.contains("The last export failed. The studio&#39;s disk is full."))
            #expect(Self.links(in: failed, "video") == Self.links(in: second, "video"))
        }
    }

    @Test("While the first video is made, the page tells how far it is")
    func progress() async throws {
        let renderer = ScriptedRenderer(isOpen: false)
        try await TestStudio.run(.init(local: false, renderer: renderer)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeVideo(headers: account)
            let address = "\(Self.page)?ct=\(try await studio.claim(session, headers: account))"
            #expect(try await studio.get(address).text.contains("There is no finished video yet"))
            _ = try await studio.submit("job", session: session, headers: account)
            await renderer.gate.reached()
            let page = try await studio.get(address).text
            #expect(page.contains("The video is being made: 50%"))
            #expect(page.contains("http-equiv=\"refresh\"") && !page.contains("<video"))
            renderer.gate.open()
            _ = try await studio.outcome(of: "job", headers: account)
            #expect(try await studio.get(address).text.contains("<video"))
        }
    }

    @Test("A video that is no longer kept is not offered; a picture that cannot be had is missing alone")
    func gone() async throws {
        try await withVideo { studio, token, _, _ async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)").text
            let video = try #require(Self.links(in: page, "video").first)
            for name in try FileManager.default.contentsOfDirectory(atPath: studio.folder.renders) {
                try FileManager.default.removeItem(atPath: studio.folder.renders + "/" + name)
            }
            #expect(try await studio.get(video).status == 404)
            let later = try await studio.get("\(Self.page)?ct=\(token)").text
            #expect(!later.contains("<video") && later.contains("There is no finished video yet"))
            try FileManager.default.removeItem(atPath: studio.folder.media)
            for picture in Self.links(in: later, "picture") {
                #expect(try await studio.get(picture).status == 404)
            }
            #expect(try await studio.get("\(Self.page)?ct=\(token)").status == 200)
        }
    }

    @Test("The token is in no log, whatever is asked with it")
    func log() async throws {
        try await withVideo { studio, token, _, _ async throws in
            let page = try await studio.get("\(Self.page)?ct=\(token)").text
            for link in ["picture", "poster", "video", "download"].flatMap({ Self.links(in: page, $0) }) {
                _ = try await studio.get(link)
                _ = try await studio.get(link, headers: ["Range": "bytes=9999999-"])
            }
            for (method, path) in [("POST", Self.page), ("GET", "/workspace/nothing"), ("GET", APIPath.run)] {
                _ = try await studio.request(method, "\(path)?ct=\(token)")
            }
            for broken in ["GET \(Self.page)?ct=\(token) HTTP/7", "GET \(Self.page)?ct=\(token)\u{0} HTTP/1.1"] {
                let connection = try RawConnection(to: studio.address)
                await connection.send(Data("\(broken)\r\nHost: x\r\nContent-Length: -1\r\n\r\n".utf8))
                _ = await connection.receiveAll()
            }
            try await studio.stop()
            let log = try String(contentsOfFile: studio.logPath, encoding: .utf8)
            #expect(log.contains("Studio ends"))
            #expect(!log.contains(token) && !log.contains("clm_"))
        }
    }

    @Test("The user's own studio has no pages")
    func ownStudio() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let token = try await studio.claim(session, headers: [:])
            let reply = try await studio.get("\(Self.page)?ct=\(token)")
            #expect(reply.status == 404)
            #expect(reply.headers["content-type"]?.hasPrefix("application/json") == true)
        }
    }
}
