import Foundation
import ProgramKit
import TestKit

/// A finished video, opened with the ffmpeg tools: nothing of what wrote it is used to read it.
struct Video: Sendable {
    let path: String

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp"]

    private func tool(_ arguments: [String]) throws -> Spawned.Result {
        let result = try Spawned.run(arguments, environment: Self.environment)
        guard result.status == 0 else { throw Failure(description: "\(arguments[0]): \(result.errors.suffix(500))") }
        return result
    }

    /// The values of ffprobe's `entries` for the stream ("v:0", "a:0"), by name.
    func stream(_ stream: String, _ entries: String) throws -> [String: String] {
        let output = try tool([
            "ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", "stream=\(entries)",
            "-of", "default=noprint_wrappers=1", path,
        ]).output
        return Dictionary(
            output.split(separator: "\n").compactMap { line in
                let pair = line.split(separator: "=", maxSplits: 1)
                return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Presentation times of the video's packets in seconds, in the order of showing.
    func frameTimes() throws -> [Double] {
        try tool([
            "ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time", "-of", "csv=p=0",
            path,
        ]).output.split(whereSeparator: { $0 == "\n" || $0 == "," }).compactMap { Double($0) }.sorted()
    }

    /// Luma of every frame, scaled to `width` x `height`: one byte a pixel, frame after frame.
    func luma(width: Int, height: Int) throws -> [[UInt8]] {
        let scratch = TemporaryFolder()
        _ = try tool([
            "ffmpeg", "-v", "error", "-y", "-i", path, "-map", "0:v:0", "-fps_mode", "passthrough",
            "-vf", "scale=\(width):\(height):flags=area,format=gray", "-f", "rawvideo", scratch["raw"],
        ])
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: scratch["raw"])))
        let size = width * height
        return stride(from: 0, to: bytes.count - size + 1, by: size).map { Array(bytes[$0..<$0 + size]) }
    }

    /// The frame at `index` as packed RGB, scaled to `width` x `height`.
    func rgb(frame index: Int, width: Int, height: Int) throws -> [UInt8] {
        let scratch = TemporaryFolder()
        _ = try tool([
            "ffmpeg", "-v", "error", "-y", "-i", path, "-map", "0:v:0",
            "-vf", "select=eq(n\\,\(index)),scale=\(width):\(height):flags=area", "-frames:v", "1",
            "-pix_fmt", "rgb24", "-f", "rawvideo", scratch["raw"],
        ])
        return [UInt8](try Data(contentsOf: URL(filePath: scratch["raw"])))
    }

    /// The sound, mixed to one channel at 48 kHz.
    func sound() throws -> [Float] {
        let scratch = TemporaryFolder()
        _ = try tool([
            "ffmpeg", "-v", "error", "-y", "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", "48000", "-f", "f32le",
            scratch["raw"],
        ])
        let data = try Data(contentsOf: URL(filePath: scratch["raw"]))
        return data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    }

    /// Integrated loudness in LUFS and true peak in dBTP, as ffmpeg's ebur128 filter measures them.
    func loudness() throws -> (integrated: Double, truePeak: Double) {
        let report = try tool([
            "ffmpeg", "-hide_banner", "-nostats", "-i", path, "-map", "0:a:0", "-af", "ebur128=peak=true",
            "-f", "null", "-",
        ]).errors
        guard let summary = report.range(of: "Summary:", options: .backwards) else {
            throw Failure(description: "no loudness summary")
        }
        let tail = report[summary.upperBound...]
        guard let level = tail.firstMatch(of: /I:\s+(-?[0-9.]+) LUFS/),
            let peak = tail.firstMatch(of: /Peak:\s+(-?[0-9.]+) dBFS/),
            let integrated = Double(level.1), let truePeak = Double(peak.1)
        else { throw Failure(description: "no loudness in \(tail)") }
        return (integrated, truePeak)
    }

    /// The names of the boxes at the top of the file, in order: "ftyp", "moov", "mdat" …
    func boxes() throws -> [String] {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        var names: [String] = []
        var offset: UInt64 = 0
        let end = try handle.seekToEnd()
        while offset + 8 <= end {
            try handle.seek(toOffset: offset)
            let header = [UInt8](try handle.read(upToCount: 16) ?? Data())
            var size = header[0..<4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if size == 1, header.count == 16 { size = header[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
            names.append(String(decoding: header[4..<8], as: UTF8.self))
            if size < 8 { break }
            offset += size
        }
        return names
    }
}

/// Mean absolute difference of two frames, in levels of 255.
func difference(_ one: [UInt8], _ other: [UInt8]) -> Double {
    guard one.count == other.count, !one.isEmpty else { return .infinity }
    var sum = 0
    for index in one.indices { sum += abs(Int(one[index]) - Int(other[index])) }
    return Double(sum) / Double(one.count)
}
