import Foundation
import Testing
import Timeline

@testable import Media

/// A folder of generated media that is gone when the test is over.
final class Fixtures {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "media-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        try Data(bytes).write(to: folder.appending(path: name))
        return path(name)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    func file(_ name: String) throws -> MediaFile {
        let descriptor = open(path(name), O_RDONLY)
        defer { close(descriptor) }
        return try MediaFile(descriptor: descriptor, name: name)
    }

    /// A new empty file, open for reading and writing; closed by the caller.
    func create(_ name: String) -> Int32 {
        open(path(name), O_RDWR | O_CREAT | O_TRUNC, 0o600)
    }

    /// Runs a command in the folder and gives its standard output.
    @discardableResult
    func run(_ command: String...) throws -> String {
        try run(arguments: command)
    }

    /// Has ffmpeg make a file of one of its own sources.
    func make(_ name: String, from source: String, _ options: String...) throws {
        try make(name, from: source, options: options)
    }

    func make(_ name: String, from source: String, options: [String]) throws {
        try run(arguments: ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source] + options + [name])
    }

    @discardableResult
    func run(arguments command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command.joined(separator: " "))")
        return String(decoding: data, as: UTF8.self)
    }

    /// An RGB picture from a function of the pixel, as a binary PPM, which the libvips command line turns into others.
    func ppm(_ name: String, _ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]) throws {
        var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
        for y in 0..<height {
            for x in 0..<width { bytes += pixel(x, y) }
        }
        try write(bytes, name)
    }

    /// A JPEG in one colour a quarter: red, green, blue, white, clockwise from the top left.
    func quarters(_ name: String, _ width: Int = 160, _ height: Int = 96, options: String = "Q=95") throws {
        try ppm("quarters.ppm", width, height) { x, y in
            switch (x < width / 2, y < height / 2) {
            case (true, true): [255, 0, 0]
            case (false, true): [0, 255, 0]
            case (false, false): [0, 0, 255]
            case (true, false): [255, 255, 255]
            }
        }
        try run("vips", "copy", "quarters.ppm", "\(name)[\(options)]")
    }

    /// A clip of moving bars, with a tone of 440 Hz where `sound` is asked for.
    func clip(_ name: String, seconds: Double = 1, size: String = "320x180", sound: Bool = true, _ more: String...)
        throws
    {
        var command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=\(size):r=30:d=\(seconds)"]
        if sound { command += ["-f", "lavfi", "-i", "sine=440:d=\(seconds):r=44100"] }
        command += more + [name]
        try run(arguments: command)
    }
}

/// Why something is refused; nil when it is not.
func refusal(naming name: String = "", _ body: () throws -> Void) -> MediaError.Code? {
    do {
        try body()
        return nil
    } catch let error as MediaError {
        #expect(name.isEmpty || error.message.contains(name), "the sentence names the file")
        return error.code
    } catch {
        Issue.record(error)
        return nil
    }
}

/// A colour in the planes of a plate or a frame.
struct Sample: Equatable {
    var luma: Int
    var blue: Int
    var red: Int

    func isNear(_ other: Sample, within levels: Int) -> Bool {
        abs(luma - other.luma) <= levels && abs(blue - other.blue) <= levels && abs(red - other.red) <= levels
    }

    /// What a colour is in BT.709 limited range, computed from its definition.
    static func color(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Sample {
        let color = YUV(red: red, green: green, blue: blue)
        return Sample(luma: Int(color.luma.rounded()), blue: Int(color.blue.rounded()), red: Int(color.red.rounded()))
    }
}

extension Plate {
    func sample(_ x: Int, _ y: Int) -> Sample {
        let chroma = y / 2 * planes.chromaStride + x / 2
        return Sample(
            luma: Int(planes.luma[y * planes.lumaStride + x]),
            blue: Int(planes.blue[chroma]),
            red: Int(planes.red[chroma])
        )
    }

    /// In parts of the width and the height.
    func sample(at x: Double, _ y: Double) -> Sample {
        sample(Int(x * Double(size.width)), Int(y * Double(size.height)))
    }
}

extension Frame {
    func sample(_ x: Int, _ y: Int) -> Sample {
        Sample(luma: Int(luma.row(y)[x]), blue: Int(blue.row(y / 2)[x / 2]), red: Int(red.row(y / 2)[x / 2]))
    }

    /// Fills the frame from a function of the plane (0…2) and the place.
    func fill(_ value: (Int, Int, Int) -> UInt8) {
        for (index, plane) in [luma, blue, red].enumerated() {
            for y in 0..<plane.height {
                for x in 0..<plane.width { plane.row(y)[x] = value(index, x, y) }
            }
        }
    }

    var allBytes: [UInt8] {
        [luma, blue, red].flatMap { plane in
            (0..<plane.height).flatMap { Array(UnsafeBufferPointer(start: plane.row($0), count: plane.width)) }
        }
    }
}
