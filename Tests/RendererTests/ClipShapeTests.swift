import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

@Suite("Clips in frames of another shape") struct ClipShapeTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A white disc on grey; its middle and radius in pixels.
    private func source(_ size: PixelSize, x: Int, radius: Int) -> String {
        "color=black:s=\(size.width)x\(size.height):r=10:d=1,"
            + "geq=lum='if(lt(hypot(X-\(x),Y-\(size.height / 2)),\(radius)),235,90)':cb=128:cr=128"
    }

    /// What is white in the first frame of an export of one clip or animation alone.
    ///
    /// - Parameter frame: Its shape, and the size at which it is looked at.
    private func disc(
        _ path: String,
        _ size: PixelSize,
        _ kind: MediaKind,
        in frame: PixelSize,
        fit: Fit,
        focus: Double? = nil
    ) async throws -> (middle: Double, width: Int, height: Int) {
        var photos = Photos(scratch)
        photos.add("a", path: path)
        var segment = photos.segment("a", ms: 500, size: size)
        segment.kind = kind
        segment.fit = fit
        if let focus {
            segment.motion.focusX = focus
            segment.motion.focusPinned = true
        }
        let output = scratch.file("out.mp4")
        var job = photos.job(Timeline(segments: [segment]), cache: ChunkCache(folder: scratch.file("cache")))
        job.settings.size = frame
        _ = try await job.run(to: output)
        let video = try GrayFrames(output, width: frame.width, height: frame.height)
        let white = try #require(video.frames.first).indices.filter { video.frames[0][$0] > 170 }
        let (columns, rows) = (Set(white.map { $0 % frame.width }), Set(white.map { $0 / frame.width }))
        let middle = Double(columns.reduce(0, +)) / Double(max(columns.count, 1))
        return (middle / Double(frame.width), columns.count, rows.count)
    }

    static let shapes: [(PixelSize, PixelSize, Fit)] = [
        (PixelSize(width: 320, height: 180), PixelSize(width: 180, height: 320), .fill),
        (PixelSize(width: 180, height: 320), PixelSize(width: 320, height: 180), .fill),
        (PixelSize(width: 320, height: 180), PixelSize(width: 240, height: 240), .fill),
        (PixelSize(width: 320, height: 180), PixelSize(width: 180, height: 320), .auto),
        // What a frame of nearly the same shape cuts off of it is little.
        (PixelSize(width: 320, height: 240), PixelSize(width: 320, height: 180), .auto),
    ]

    @Test("A round thing stays round, in a clip and in an animation", arguments: 0..<5, ["a.mp4", "a.gif"])
    func round(_ number: Int, _ name: String) async throws {
        let (size, frame, fit) = Self.shapes[number]
        let source = source(size, x: size.width / 2, radius: 40)
        let path = scratch.file(name)
        let format = name == "a.mp4" ? ["-pix_fmt", "yuv420p"] : []
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", source] + format + [path])
        let disc = try await disc(path, size, name == "a.gif" ? .animation : .clip, in: frame, fit: fit)
        #expect(abs(disc.width - disc.height) <= 3, "\(disc)")
        #expect(abs(disc.middle - 0.5) < 0.02, "\(disc)")
        let across = Double(frame.width) / Double(size.width)
        let down = Double(frame.height) / Double(size.height)
        let isOnBlur = fit == .auto && number == 3
        let scale = isOnBlur ? min(across, down) : max(across, down)
        #expect(abs(Double(disc.width) - 79 * scale) <= 5, "\(disc)")
    }

    @Test("What a clip is to be focused on is in the frame that it fills", arguments: [0.2, 0.8])
    func focus(_ place: Double) async throws {
        let size = PixelSize(width: 320, height: 180)
        let path = scratch.file("a.mp4")
        let source = source(size, x: Int(place * 320), radius: 30)
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p", path])
        let frame = PixelSize(width: 180, height: 320)
        let disc = try await disc(path, size, .clip, in: frame, fit: .fill, focus: place)
        #expect(abs(disc.middle - 0.5) < 0.05 && abs(disc.width - disc.height) <= 3, "\(disc)")
    }
}
