import StudioAPI
import TestKit
import Testing

@testable import StudioClient

@Suite struct DownloadTests {
    private let folder = TemporaryFolder()
    private static let bytes = noise(300_000)

    private var path: String { folder.path + "/video.mp4" }

    @Test func aFileIsWholeAndInItsPlace() async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let progress = Log<DownloadProgress>()
        let file = try await peer.client().download("r 1", output: nil, to: path) { progress.add($0) }
        #expect(file == DownloadedFile(path: path, bytes: Self.bytes.count))
        #expect(AtomicFile.read(path) == Self.bytes)
        #expect(folder.names == ["video.mp4"])
        #expect(peer.requests[0].target == "/api/render/proxy/r%201/download")
        #expect(progress.values.last == DownloadProgress(received: Self.bytes.count, total: Self.bytes.count))
    }

    /// So that nothing of it is left by a program that is killed.
    @Test(arguments: [ExistingFile.refuse, .replace, .anotherName])
    func aFileThatIsArrivingHasNoName(_ existing: ExistingFile) async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let seen = Log<[String]>()
        if existing != .refuse { try folder.write("video.mp4", "old") }
        let file = try await peer.client().download("r1", output: nil, to: path, existing: existing) {
            [folder] _ in seen.add(folder.names)
        }
        #expect(!seen.values.isEmpty)
        #expect(seen.values.allSatisfy { $0 == (existing == .refuse ? [] : ["video.mp4"]) }, "\(seen.values)")
        #expect(AtomicFile.read(file.path) == Self.bytes)
        #expect(folder.names == (existing == .anotherName ? ["video (2).mp4", "video.mp4"] : ["video.mp4"]))
    }

    /// Sends what a Range asks for, cut after each third of the file.
    private static func cutting(ranges: Bool, tag: String = "ETag: \"1\"") -> Peer.Handler {
        { request, connection in
            let range = request.headers["range"].flatMap { Int($0.dropFirst("bytes=".count).dropLast()) }
            let start = ranges ? range ?? 0 : 0
            let rest = bytes[start...]
            let status = start > 0 ? "206 Partial Content\r\nContent-Range: bytes \(start)-299999/300000" : "200 OK"
            connection.send("HTTP/1.1 \(status)\r\n\(tag)\r\nContent-Length: \(rest.count)\r\n\r\n")
            connection.send(Array(rest.prefix(100_000)))
            if rest.count > 100_000 { connection.close() }
        }
    }

    @Test func aCutTransferGoesOnWhereItStopped() async throws {
        let peer = Peer(Self.cutting(ranges: true))
        let output = RenderStatus.Output(url: "/files/x.mp4", bytes: Self.bytes.count)
        _ = try await peer.client().download("r1", output: output, to: path)
        #expect(AtomicFile.read(path) == Self.bytes)
        #expect(peer.requests.map { $0.headers["range"] } == [nil, "bytes=100000-", "bytes=200000-"])
        #expect(peer.requests.map { $0.headers["if-range"] } == [nil, "\"1\"", "\"1\""])
        #expect(peer.requests.allSatisfy { $0.target == "/files/x.mp4" })
    }

    @Test func aTransferThatNeverEndsWellLeavesNothingBehind() async throws {
        // Without ranges each try begins at the start, and none gets to the end.
        let peer = Peer(Self.cutting(ranges: false))
        let error = await studioError { try await peer.client().download("r1", output: nil, to: path) }
        #expect(error?.code == .interrupted)
        #expect(folder.names.isEmpty)
    }

    @Test func aShortFileIsNotTakenForAWholeOne() async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Array(Self.bytes.prefix(1000))) }
        let output = RenderStatus.Output(url: "/v.mp4", bytes: Self.bytes.count)
        #expect(await studioError { try await peer.client().download("r1", output: output, to: path) } != nil)
        #expect(folder.names.isEmpty)
    }

    @Test func theTokenStaysWithTheStudio() async throws {
        let store = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let keeper = TokenKeeper(
            folder: folder.path + "/state",
            environment: ["NEMO_TOKEN": "secret", "NEMO_API_URL": peer.url]
        )
        let client = try peer.client(tokens: keeper)
        _ = try await client.download("r1", output: .init(url: store.url + "/a.mp4"), to: path)
        #expect(store.requests[0].headers["authorization"] == nil)
        _ = try await client.download("r1", output: .init(url: peer.url + "/a.mp4"), to: path, existing: .replace)
        #expect(peer.requests[0].headers["authorization"] == "Bearer secret")
    }

    @Test(arguments: [403, 404, 200])
    func theStudioItselfIsTheFallback(_ status: Int) async throws {
        let store = Peer { _, connection in connection.reply("<html>gone", status: status, type: "text/html") }
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        _ = try await peer.client().download("r1", output: .init(url: store.url + "/a.mp4"), to: path)
        #expect(AtomicFile.read(path) == Self.bytes)
        #expect(peer.requests[0].target == "/api/render/proxy/r1/download")
    }

    @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/x"])
    func onlyTheWebIsFetched(_ url: String) async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        _ = try await peer.client().download("r1", output: .init(url: url), to: path)
        #expect(peer.requests.map(\.target) == ["/api/render/proxy/r1/download"])
    }

    @Test func nothingIsWrittenOverUnlessAllowed() async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let client = try peer.client()
        let old = Array("old".utf8)
        try AtomicFile.write(old, to: path)

        #expect(await studioError { try await client.download("r1", output: nil, to: path) }?.code == .fileExists)
        #expect(AtomicFile.read(path) == old)

        let second = try await client.download("r1", output: nil, to: path, existing: .anotherName)
        #expect(second.path == folder.path + "/video (2).mp4")
        #expect(AtomicFile.read(path) == old)

        _ = try await client.download("r1", output: nil, to: path, existing: .replace)
        #expect(AtomicFile.read(path) == Self.bytes)
        #expect(folder.names == ["video (2).mp4", "video.mp4"])
    }

    @Test func aFolderThatIsNotThereIsToldBeforeAnythingIsFetched() async throws {
        let peer = Peer { _, connection in connection.reply(bytes: Self.bytes) }
        let client = try peer.client()
        let error = await studioError { try await client.download("r1", output: nil, to: folder.path + "/no/v.mp4") }
        #expect(error?.code == .file)
        #expect(error?.message == "v.mp4 cannot be written: its folder does not exist.")
        #expect(peer.requests.isEmpty)
    }

    @Test func aCancelledDownloadLeavesNothing() async throws {
        let begun = Event()
        let peer = Peer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome")
            begun.set()
            connection.waitForClose()
        }
        let client = try peer.client()
        let task = Task { [path] in try await client.download("r1", output: nil, to: path) }
        try await begun.wait()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(folder.names.isEmpty)
    }
}
