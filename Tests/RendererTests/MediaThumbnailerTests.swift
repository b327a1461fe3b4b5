import Foundation
import Testing
import Timeline

@testable import Renderer

@Suite struct MediaThumbnailerTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    func thumbnailer(tag: String = "", limit: Int = MediaThumbnailer.defaultLimit) -> MediaThumbnailer {
        MediaThumbnailer(
            prober: MediaProber(launch: testLaunch(tag: tag)),
            folder: scratch.file("thumbnails"),
            limit: limit
        )
    }

    /// A photo of 1600 x 900 pixels.
    func photo(_ name: String = "a.png", _ source: String = "testsrc2=s=1600x900") throws -> String {
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", source, "-frames:v", "1", scratch.file(name)])
        return scratch.file(name)
    }

    func kept() throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.file("thumbnails"))
        return names.filter { $0.contains("-") }.sorted()
    }

    @Test func aThumbnailIsMadeOnceAndIsThereAfterARestart() async throws {
        let path = try photo()
        let first = try await thumbnailer().thumbnail(of: "ab01", path: path, name: "a.png", side: 320)
        let size = String(
            decoding: try shell("vipsheader", ["-a", try scratch.write("thumbnail.jpg", first)]),
            as: UTF8.self
        )
        #expect(size.contains("width: 320") && size.contains("height: 180"))
        try FileManager.default.removeItem(atPath: path)
        // Without the medium, and without any worker.
        let tag = UUID().uuidString
        #expect(try await thumbnailer(tag: tag).thumbnail(of: "ab01", path: path, name: "a.png", side: 320) == first)
        #expect(workers(tagged: tag).isEmpty)
    }

    @Test func otherSizesTimesAndMediaAreOtherThumbnails() async throws {
        let path = scratch.file("clip.mp4")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=320x180:d=2", path])
        let thumbnailer = thumbnailer()
        var made: Set<Data> = []
        for (time, side) in [(0, 320), (1000, 320), (0, 100)] {
            made.insert(
                try await thumbnailer.thumbnail(
                    of: "ab01",
                    path: path,
                    name: "clip.mp4",
                    at: Milliseconds(time),
                    side: side
                )
            )
        }
        #expect(made.count == 3)
    }

    @Test func manyAtOnceAreMadeOnceEach() async throws {
        let paths = try ["red", "green", "blue"].map { try photo("\($0).png", "color=\($0):s=640x360") }
        let thumbnailer = thumbnailer()
        let made = try await withThrowingTaskGroup(of: Data.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let which = number % 3
                    return try await thumbnailer.thumbnail(of: "ab0\(which)", path: paths[which], name: "a", side: 64)
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(made.count == 3)
        #expect(try kept().count == 3)
    }

    @Test func aMediumThatIsForgottenHasNone() async throws {
        let path = try photo()
        let thumbnailer = thumbnailer()
        for id in ["ab01", "ab02"] {
            _ = try await thumbnailer.thumbnail(of: id, path: path, name: "a.png", side: 64)
            _ = try await thumbnailer.thumbnail(of: id, path: path, name: "a.png", side: 32)
        }
        #expect(try kept().count == 4)
        thumbnailer.forget("ab01")
        #expect(try kept().count == 2)
        #expect(try kept().allSatisfy { $0.hasPrefix("ab/ab02-") })
    }

    @Test func theyTakeNoMoreRoomThanAllowed() async throws {
        let path = try photo("noise.png", "nullsrc=s=640x640,geq=random(1)*255:128:128")
        let one = try await thumbnailer().thumbnail(of: "aa", path: path, name: "noise.png", side: 300)
        let small = thumbnailer(limit: 3 * one.count)
        for number in 0..<8 {
            _ = try await small.thumbnail(of: "b\(number)", path: path, name: "noise.png", side: 300)
        }
        #expect(try kept().count <= 3)
    }

    @Test func aFileThatCannotBeReadIsRefusedByNameAndNotTriedAgain() async throws {
        let tag = UUID().uuidString
        let path = try scratch.write("words.jpg", Data("just words".utf8))
        let thumbnailer = thumbnailer(tag: tag)
        for _ in 0..<2 {
            let refusal = await #expect(throws: MediaRefusal.self) {
                _ = try await thumbnailer.thumbnail(of: "ab01", path: path, name: "words.jpg", side: 64)
            }
            #expect(refusal?.code == .unsupported)
            #expect(refusal?.message.contains("words.jpg") == true)
            killWorkers(tagged: tag)
            while !workers(tagged: tag).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        }
        #expect(workers(tagged: tag).isEmpty, "the second refusal needed no worker")
    }

    @Test func aWorkerThatDiesMeanwhileIsReplaced() async throws {
        let tag = UUID().uuidString
        let path = try photo()
        let thumbnailer = thumbnailer(tag: tag)
        _ = try await thumbnailer.thumbnail(of: "ab01", path: path, name: "a.png", side: 64)
        killWorkers(tagged: tag)
        _ = try await thumbnailer.thumbnail(of: "ab02", path: path, name: "a.png", side: 64)
        #expect(try kept().count == 2)
    }
}
