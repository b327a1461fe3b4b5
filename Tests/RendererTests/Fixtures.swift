import Foundation
import Media
import Testing
import Timeline

@testable import Renderer

/// A folder of its own for a test, gone when the test is.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "renderer-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func contents() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        try bytes.write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }
}

/// The program beside the test runner that is a worker and nothing else.
///
/// The tag is on the worker's command line, so that a test finds its own workers among those of others.
func testLaunch(encoders: Int = 2, memoryLimit: Int = WorkerLaunch.defaultMemoryLimit, tag: String = "") -> WorkerLaunch
{
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folder = URL(fileURLWithPath: runner).deletingLastPathComponent().path
    return WorkerLaunch(
        executable: "\(folder)/RendererWorker",
        arguments: ["worker", tag],
        encoders: encoders,
        memoryLimit: memoryLimit
    )
}

/// The process ids of the workers with a tag.
func workers(tagged tag: String) -> [pid_t] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { pid_t($0) }.filter { id in
        let line = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(id)/cmdline"))) ?? Data()
        return line.split(separator: 0).last.map { $0.elementsEqual(tag.utf8) } ?? false
    }
}

/// Ends the workers with a tag, as a crash or a want of memory would.
func killWorkers(tagged tag: String) {
    for id in workers(tagged: tag) { kill(id, SIGKILL) }
}

/// What a program of the system prints.
@discardableResult
func shell(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(arguments.joined(separator: " "))")
    return data
}

/// Photos made of a picture that ffmpeg draws, a song and a clip.
struct Photos {
    let scratch: Scratch
    private(set) var paths: [MediaID: String] = [:]

    init(_ scratch: Scratch) {
        self.scratch = scratch
    }

    /// A JPEG drawn by one of ffmpeg's sources, "color=red:s=640x360" for instance.
    mutating func add(_ id: MediaID, _ source: String) throws {
        let path = scratch.file("\(id).jpg")
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", source, "-frames:v", "1", "-q:v", "2", path])
        paths[id] = path
    }

    mutating func add(_ id: MediaID, path: String) {
        paths[id] = path
    }

    func segment(
        _ id: MediaID,
        ms: Int = 1000,
        size: PixelSize = PixelSize(width: 640, height: 360),
        transition: Transition = .cut,
        move: Move = .none
    ) -> Segment {
        Segment(
            id: "s-\(id)",
            media: id,
            kind: .photo,
            name: "\(id).jpg",
            size: size,
            duration: Milliseconds(ms),
            motion: Motion(move),
            transition: transition
        )
    }

    /// A job like any other, but for its small frames: the tests' worker is not optimized.
    func job(_ timeline: Timeline, cache: ChunkCache, launch: WorkerLaunch = testLaunch()) -> RenderJob {
        var job = RenderJob(
            timeline: timeline,
            settings: RenderSettings(quality: .draft),
            media: { [paths] in paths[$0] },
            cache: cache,
            launch: launch
        )
        job.settings.size = PixelSize(width: 320, height: 180)
        return job
    }
}

/// A finished video decoded to small gray pictures, for looking at its frames.
struct GrayFrames {
    let width: Int
    let height: Int
    let frames: [[UInt8]]

    init(_ path: String, width: Int = 240, height: Int = 135) throws {
        let size = width * height
        let data = try shell(
            "ffmpeg",
            [
                "-i", path, "-map", "v:0", "-fps_mode", "passthrough", "-vf", "scale=\(width):\(height):flags=area",
                "-pix_fmt", "gray", "-f", "rawvideo", "-",
            ]
        )
        self.width = width
        self.height = height
        frames = stride(from: 0, to: data.count - data.count % size, by: size).map { [UInt8](data[$0..<$0 + size]) }
    }

    func mean(_ index: Int) -> Double {
        Double(frames[index].reduce(0) { $0 + Int($1) }) / Double(frames[index].count)
    }

    /// The mean difference of two frames, in steps of gray.
    func difference(_ one: Int, _ other: Int) -> Double {
        var sum = 0
        for index in frames[one].indices { sum += abs(Int(frames[one][index]) - Int(frames[other][index])) }
        return Double(sum) / Double(frames[one].count)
    }
}
