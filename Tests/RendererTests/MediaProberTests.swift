import Foundation
import Testing
import Timeline

@testable import Renderer

@Suite struct MediaProberTests {
    let scratch: Scratch
    let prober = MediaProber(launch: testLaunch())

    init() throws {
        scratch = try Scratch()
    }

    func refusal(of path: String, name: String? = nil) async -> MediaRefusal? {
        let name = name ?? URL(fileURLWithPath: path).lastPathComponent
        let refusal = await #expect(throws: MediaRefusal.self) { _ = try await prober.probe(path: path, name: name) }
        #expect(refusal?.message.contains(name) == true)
        return refusal
    }

    @Test func aPhotoIsWhatItIsWhateverItsName() async throws {
        let path = scratch.file("a.jpg")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=640x480", "-frames:v", "1", path])
        try FileManager.default.moveItem(atPath: path, toPath: scratch.file("a.mp4"))
        let item = try await prober.probe(path: scratch.file("a.mp4"), name: "a.mp4")
        #expect(item.kind == .photo)
        #expect(item.size == PixelSize(width: 640, height: 480))
        let sum = String(decoding: try shell("sha256sum", [scratch.file("a.mp4")]), as: UTF8.self)
        #expect(sum.hasPrefix(item.id))
    }

    /// Within the worker's limits: the finder is loaded when its doors are closed already.
    @Test func aPhotosFacesAreFoundInTheWorker() async throws {
        let photos = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Support/Photos")
        let path = photos.appending(path: "astronaut.jpg").standardized.path
        let item = try await prober.probe(path: path, name: "astronaut.jpg")
        let subject = try #require(item.subject)
        #expect(subject.faces.count == 1)
        #expect(abs(subject.focus.x - 0.44) < 0.03 && abs(subject.focus.y - 0.23) < 0.03)
        // Eight at once take turns at what the worker has.
        let again = try await withThrowingTaskGroup(of: Subject?.self) { group in
            for _ in 0..<8 {
                group.addTask { try await prober.probe(path: path, name: "astronaut.jpg").subject }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(again == Array(repeating: subject, count: 8))
    }

    @Test func aSongsBeatsAreFound() async throws {
        let path = scratch.file("clicks.wav")
        // A click every half second: 120 beats a minute.
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "aevalsrc=sin(800*2*PI*t)*exp(-60*mod(t\\,0.5)):d=20", path])
        let item = try await prober.probe(path: path, name: "clicks.wav")
        #expect(item.kind == .song)
        #expect(abs((item.duration?.seconds ?? 0) - 20) < 0.05)
        let beats = try #require(item.beats)
        #expect(beats.count > 20)
        let gaps = zip(beats.dropFirst(), beats).map { ($0 - $1).rawValue }
        #expect(gaps.allSatisfy { abs($0 - 500) < 30 })
        let music = Music(.song(media: item.id, name: item.name))
        #expect(MusicBeats.grid(for: music, media: [item]) == .found(beats))
        #expect(MusicBeats.grid(for: music, media: []) == nil)
    }

    @Test func whatOnlyPretendsIsRefused() async throws {
        let secret = try scratch.write("secret.txt", Data("secret".utf8))
        let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://\(secret)\n#EXT-X-ENDLIST\n"
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg'><image href='file://\(secret)'/></svg>"
        for (name, text) in [("y.mp4", playlist), ("e.jpg", drawing), ("t.jpg", "just words")] {
            let refused = await refusal(of: try scratch.write(name, Data(text.utf8)))
            #expect(refused?.code == .unsupported)
        }
    }

    @Test func brokenFilesAreRefused() async throws {
        let path = scratch.file("a.jpg")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=1280x960", "-frames:v", "1", path])
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(await refusal(of: try scratch.write("cut.jpg", whole.prefix(whole.count / 2)))?.code == .damaged)
        #expect(await refusal(of: try scratch.write("empty.png", Data()))?.code == .damaged)
        #expect(await refusal(of: scratch.file("nowhere.png"))?.code == .unreadable)
        #expect(await refusal(of: scratch.path, name: "a folder")?.code == .unreadable)
    }

    @Test func aPictureTooLargeForTheMemoryIsRefusedUntried() async throws {
        // The header of a PNG of 60,000 x 60,000 pixels, and no pixels.
        var header = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
        header.append(contentsOf: "IHDR".utf8)
        header.append(contentsOf: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 1, 0x2F, 0x39, 0x4B, 0x0E])
        header.append(contentsOf: [UInt8](repeating: 0, count: 64))
        let refused = await refusal(of: try scratch.write("huge.png", header))
        #expect(refused?.code == .tooManyPixels || refused?.code == .damaged)
    }
}
