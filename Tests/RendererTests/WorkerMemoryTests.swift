import Foundation
import Media
import TestKit
import Testing
import Timeline

@testable import Renderer

/// A hundred photos in draft; KINORA_SOAK is a number of photos in full quality besides.
@Suite("The memory of a worker") struct WorkerMemoryTests {
    private static let soak = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) }
    /// Of several shapes, so that memory given back for one does not just fit the next.
    private static let shapes = [(1200, 900), (900, 1200), (1280, 720), (1000, 1000), (1400, 900)]

    let scratch: Scratch
    var photos: Photos

    init() throws {
        scratch = try Scratch()
        photos = Photos(scratch)
    }

    /// Renders so many photos by one worker, two chunks at a time.
    /// - Parameter scale: How much larger than its shape says each photo is.
    /// - Returns: What the worker had at the end of a chunk, the more of each pair, in MiB.
    private mutating func peaks(of count: Int, ms: Int, quality: Quality, scale: Int) async throws -> [Double] {
        for (index, (width, height)) in Self.shapes.enumerated() {
            try photos.add("\(index)", "testsrc2=s=\(width * scale)x\(height * scale)")
        }
        let segments = (0..<count).map { index in
            let (width, height) = Self.shapes[index % Self.shapes.count]
            let size = PixelSize(width: width * scale, height: height * scale)
            var segment = photos.segment("\(index)", ms: ms, size: size)
            segment.motion = Motion(index % 2 == 0 ? .zoomIn : .panLeft)
            return segment
        }
        let settings = VideoSettings(size: quality.frameSize(for: .landscape), quality: quality)
        let chunks = RenderPlan(Timeline(segments: segments), settings: settings).chunks
        try #require(chunks.count == count)
        let worker = try await WorkerProcess(testLaunch())
        var peaks: [Double] = []
        for first in stride(from: 0, to: count, by: 2) {
            let peak = try await withThrowingTaskGroup(of: Double.self) { [scratch, photos] group in
                for index in first..<min(first + 2, count) {
                    group.addTask {
                        let path = try #require(photos.paths["\(index % Self.shapes.count)"])
                        let output = try OpenFile(scratch.file("chunk-\(index % 2)"), O_RDWR | O_CREAT | O_TRUNC)
                        let photo = WireMedium(id: "\(index)", name: "a photo")
                        _ = try await worker.perform(
                            .chunk(chunks[index].description, media: [photo]),
                            files: [output, try OpenFile(path, O_RDONLY)]
                        )
                        return try #require(ProcessMemory.mebibytes("RssAnon", of: worker.id))
                    }
                }
                return try await group.reduce(0, max)
            }
            peaks.append(peak)
        }
        return peaks
    }

    @Test("Four times the photos take no more memory")
    mutating func photosInARow() async throws {
        let peaks = try await peaks(of: 112, ms: 300, quality: .draft, scale: 1)
        let (few, many) = (peaks.prefix(14).max() ?? 0, peaks.dropFirst(14).max() ?? 0)
        #expect(many <= few * 1.1, "\(few) and \(many) MiB")
    }

    @Test("Two encoders of full quality leave room below the bound", .enabled(if: soak != nil))
    mutating func fullQuality() async throws {
        let peaks = try await peaks(of: Self.soak ?? 0, ms: 2000, quality: .high, scale: 3)
        // A hundred besides for the studio and the chat: 600 MB in all.
        #expect(peaks.max() ?? 0 < 470, "\(peaks) MiB")
    }
}
