import StudioAPI
import TestKit
import Testing
import Timeline

@testable import StudioClient

@Suite struct UploadTests {
    private let folder = TemporaryFolder()

    private static let taken = #"""
        {"code":0,"data":{"files":[{"id":"ab","name":"é.jpg","kind":"photo","hasSound":false,"bytes":3}],"refused":[]}}
        """#

    @Test func aFileArrivesByteForByteAndSaysHowFarItIs() async throws {
        let peer = Peer { _, connection in connection.reply(Self.taken) }
        let bytes = noise(3 << 20)
        let path = try folder.file("é \"1\".jpg", bytes)
        let progress = Log<UploadProgress>()
        let result = try await peer.client().upload(path, session: "s1") { progress.add($0) }
        #expect(result.outcome == .taken(MediaItem(id: "ab", name: "é.jpg", kind: .photo, bytes: 3)))

        let request = peer.requests[0]
        #expect(request.target == "/api/upload-video/nemo_agent/me/s1")
        let type = try #require(request.headers["content-type"])
        let boundary = try #require(type.split(separator: "boundary=").last)
        let end = try #require(request.body.indices.first { request.body[$0...].starts(with: "\r\n\r\n".utf8) })
        let head = end + 4
        let text = String(decoding: request.body[..<head], as: UTF8.self)
        #expect(text.contains(#"name="files"; filename="é %221%22.jpg""#))
        #expect(Array(request.body[head..<head + bytes.count]) == bytes)
        #expect(String(decoding: request.body[(head + bytes.count)...], as: UTF8.self) == "\r\n--\(boundary)--\r\n")

        #expect(progress.values.last == UploadProgress(sent: bytes.count, total: bytes.count))
        #expect(progress.values.map(\.sent) == progress.values.map(\.sent).sorted())
        #expect(progress.values.count > 2)
    }

    @Test func aRefusedFileIsAnOutcomeThatNamesIt() async throws {
        let path = try folder.file("notes.jpg", [1, 2, 3])
        for (status, body) in [
            (415, #"{"code":4001,"message":"notes.jpg is no picture."}"#), (200, #"{"code":4001}"#), (413, "<html>"),
        ] {
            let peer = Peer { _, connection in connection.reply(body, status: status) }
            let result = try await peer.client().upload(path, session: "s1")
            guard case .refused(let refusal) = result.outcome else {
                Issue.record("\(result)")
                return
            }
            #expect(refusal.message.contains("notes.jpg"))
            #expect(refusal.code == (status == 413 ? .fileTooLarge : .unsupportedFile))
        }
    }

    @Test func aRecordOfAnotherFormIsTakenForASuccess() async throws {
        let peer = Peer { _, connection in connection.reply(#"{"code":0,"data":[{"media_id":7}]}"#) }
        let result = try await peer.client().upload(folder.file("a.jpg", [1]), session: "s1")
        #expect(result.outcome == .taken(nil))
    }

    @Test func whatIsNoFileIsNamed() async throws {
        let peer = Peer { _, connection in connection.reply(Self.taken) }
        let client = try peer.client()
        let empty = try folder.file("empty.png", [])
        for (path, word) in [
            (folder.path + "/gone.jpg", "gone.jpg"), (folder.path, "folder"), (empty, "empty.png is empty"),
            ("/dev/null", "null is not a regular file"),
        ] {
            let error = try #require(await studioError { try await client.upload(path, session: "s1") })
            #expect(error.code == .file)
            #expect(error.message.contains(word))
            #expect(!error.message.contains(folder.path + "/"))
        }
        #expect(peer.requests.isEmpty)
    }
}
