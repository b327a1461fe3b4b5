import Foundation
import StudioAPI
import Testing
import Timeline

@testable import Studio

struct UploadTests {
    @Test("Files are kept under their SHA-256, in order, each once a session")
    func taking() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let reply = try await studio.upload(
                [("one.jpg", photo("1")), ("/tmp/two.jpg", photo("2")), ("again.jpg", photo("1"))],
                to: session
            )
            #expect(reply.status == 200)
            let files = try #require(try reply.decoded(Envelope<UploadReply>.self).data).files
            #expect(files.map(\.name) == ["one.jpg", "two.jpg", "one.jpg"])
            #expect(files[0].id == Identifier.digest(of: "PHOTO 1"))
            #expect(files[0].bytes == 7)
            let path = studio.folder.mediaPath(files[1].id)
            #expect(FileManager.default.contents(atPath: path) == photo("2"))
            let state = try await studio.get(APIPath.state(session: session)).decoded(JSONValue.self)
            let names = state["data"]?["state"]?["video_infos"]?.array?.compactMap { $0["name"]?.string }
            #expect(names == ["one.jpg", "two.jpg"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
            // Another session may call the same file by another name.
            let other = try await studio.makeSession()
            let second = try await studio.upload([("mine.jpg", photo("1"))], to: other)
            #expect(try second.decoded(Envelope<UploadReply>.self).data?.files.map(\.name) == ["mine.jpg"])
        }
    }

    @Test("Files that are sent side by side stand where they say, in whatever order they come")
    func positions() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            func send(_ names: [String], at position: String?) async throws -> RawReply {
                var headers: [String: String] = [:]
                headers[APIHeader.position] = position
                return try await studio.upload(names.map { ($0, photo($0)) }, to: session, headers: headers)
            }
            _ = try await send(["d"], at: "3")
            _ = try await send(["a"], at: "0")
            _ = try await send(["b", "c"], at: "1")
            _ = try await send(["e"], at: nil)
            // One that is there already stays where it is.
            _ = try await send(["a"], at: "9")
            let state = try await studio.get(APIPath.state(session: session)).decoded(JSONValue.self)
            let names = state["data"]?["state"]?["video_infos"]?.array?.compactMap { $0["name"]?.string }
            #expect(names == ["a", "b", "c", "d", "e"])
            // A time in microseconds is a place as well.
            _ = try await send(["y", "z"], at: "1800000000000000")
            _ = try await send(["x"], at: "1700000000000000")
            let late = try await studio.get(APIPath.state(session: session)).decoded(JSONValue.self)
            let order = late["data"]?["state"]?["video_infos"]?.array?.suffix(3).compactMap { $0["name"]?.string }
            #expect(order == ["x", "y", "z"])
            for wrong in ["-1", "x", "99999999999999999999"] { #expect(try await send(["f"], at: wrong).status == 400) }
        }
    }

    @Test("What the files of an account may fill is a limit; the same file in two sessions counts once")
    func accountStorage() async throws {
        var limits = StudioLimits()
        limits.bytesPerAccount = 15
        try await TestStudio.run(.init(local: false, limits: limits)) { studio async throws in
            let account = try await studio.makeAccount()
            let session = try await studio.makeSession(headers: account)
            let other = try await studio.makeSession(headers: account)
            #expect(try await studio.upload([("a", photo("a"))], to: session, headers: account).status == 200)
            #expect(try await studio.upload([("a", photo("a"))], to: other, headers: account).status == 200)
            #expect(try await studio.upload([("b", photo("b"))], to: other, headers: account).status == 200)
            let over = try await studio.upload([("c", photo("c")), ("b", photo("b"))], to: other, headers: account)
            let reply = try #require(try over.decoded(Envelope<UploadReply>.self).data)
            #expect(reply.refused.map(\.name) == ["c"])
            #expect(reply.refused.first?.message.contains("15B") == true)
            #expect(reply.files.map(\.name) == ["b"])
            // Another account has its own share.
            let stranger = try await studio.makeAccount()
            let third = try await studio.makeSession(headers: stranger)
            #expect(try await studio.upload([("c", photo("c"))], to: third, headers: stranger).status == 200)
        }
    }

    @Test("A refused file is named, the others go on; when all are refused, so is the call")
    func refusing() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let mixed = try await studio.upload(
                [("a.jpg", photo("a")), ("notes.jpg", Data("text".utf8)), ("b.jpg", photo("b")), ("nil.png", Data())],
                to: session
            )
            #expect(mixed.status == 200)
            let reply = try #require(try mixed.decoded(Envelope<UploadReply>.self).data)
            #expect(reply.files.map(\.name) == ["a.jpg", "b.jpg"])
            #expect(reply.refused.map(\.name) == ["notes.jpg", "nil.png"])
            #expect(reply.refused.allSatisfy { $0.code == .unsupportedFile && $0.message.contains($0.name) })
            #expect(reply.refused[0].message.hasPrefix("notes.jpg is not a photo, whatever its name says"))

            let alone = try await studio.upload([("notes.jpg", Data("text".utf8))], to: session)
            #expect(alone.status == 415)
            let envelope = try alone.decoded(Envelope<UploadReply>.self)
            #expect(envelope.code == .unsupportedFile)
            #expect(envelope.message?.contains("notes.jpg") == true)
            #expect(envelope.data?.refused.count == 1)
        }
    }

    @Test("A file over the limit is refused with 4002, and the files after it are taken")
    func tooLarge() async throws {
        var limits = StudioLimits()
        limits.uploadBytes = 1_000_000
        try await TestStudio.run(.init(limits: limits)) { studio async throws in
            let session = try await studio.makeSession()
            let reply = try await studio.upload(
                [("big.mp4", Data(count: 1_500_000)), ("a.jpg", photo("a"))],
                to: session
            )
            let data = try #require(try reply.decoded(Envelope<UploadReply>.self).data)
            #expect(data.files.map(\.name) == ["a.jpg"])
            #expect(data.refused.map(\.code) == [.fileTooLarge])
            #expect(data.refused.first?.message.contains("big.mp4") == true)
            let alone = try await studio.upload([("big.mp4", Data(count: 1_500_000))], to: session)
            #expect(alone.status == 413)
            #expect(try alone.decoded(Envelope<JSONValue>.self).code == .fileTooLarge)
        }
    }

    @Test("A file without end is not read to its end")
    func endless() async throws {
        var limits = StudioLimits()
        limits.uploadBytes = 1_000_000
        try await TestStudio.run(.init(limits: limits)) { studio async throws in
            let session = try await studio.makeSession()
            let connection = try RawConnection(to: studio.address)
            var head = TestStudio.bytes(
                "POST",
                APIPath.upload(session: session),
                headers: [
                    "Content-Type": "multipart/form-data; boundary=XyZ", "Transfer-Encoding": "chunked",
                ],
                body: nil
            )
            let start = "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"endless.mp4\"\r\n\r\n"
            head += Data("\(String(start.utf8.count, radix: 16))\r\n\(start)\r\n".utf8)
            await connection.send(head)
            let reading = Task { await connection.receive() }
            let piece = Data("10000\r\n".utf8) + Data(count: 0x10000) + Data("\r\n".utf8)
            // Ends only when the studio closes the connection.
            while await connection.send(piece) {}
            let reply = try #require(RawReply(await reading.value))
            #expect(reply.status == 413)
            #expect(reply.text.contains("endless.mp4"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test("An upload that breaks off leaves nothing behind but the files that had come whole")
    func brokenOff() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            let body = Data(
                """
                --XyZ\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\nPHOTO a\r\n\
                --XyZ\r\nContent-Disposition: form-data; name="files"; filename="b.jpg"\r\n\r\nPHO
                """.utf8
            )
            let reply = try await studio.request(
                "POST",
                APIPath.upload(session: session),
                headers: ["Content-Type": "multipart/form-data; boundary=XyZ"],
                body: body
            )
            #expect(reply.status == 400)
            let state = try await studio.get(APIPath.state(session: session)).decoded(JSONValue.self)
            #expect(state["data"]?["state"]?["video_infos"]?.array?.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: studio.folder.incoming).isEmpty)
        }
    }

    @Test("What is no upload of files is refused with words")
    func wrongForms() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeSession()
            #expect(try await studio.post(APIPath.upload(session: session)).status == 400)
            #expect(try await studio.upload([], to: session).status == 400)
            #expect(try await studio.upload([("a.jpg", photo("a"))], to: "nowhere").status == 404)
        }
    }

    @Test("Everything the studio keeps is for its owner alone")
    func permissions() async throws {
        try await TestStudio.run { studio async throws in
            let session = try await studio.makeVideo()
            _ = try await studio.submit("job", session: session)
            _ = try await studio.outcome(of: "job")
            let home = (studio.folder.path as NSString).deletingLastPathComponent
            var seen = 0
            for case let name as String in try #require(FileManager.default.enumerator(atPath: home)) {
                let facts = try FileManager.default.attributesOfItem(atPath: home + "/" + name)
                let mode = try #require(facts[.posixPermissions] as? Int)
                #expect(mode & 0o077 == 0, "\(name) is \(String(mode, radix: 8))")
                seen += 1
            }
            // The socket, the store, the log, two photos, a video, and the folders.
            #expect(seen > 12)
        }
    }
}
