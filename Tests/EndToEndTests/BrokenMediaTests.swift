import Foundation
import ProgramKit
import TestKit
import Testing

/// Media that somebody broke, through the program and a real studio: each is used, or refused in a sentence with its
/// name, and both live on.
///
/// Eight files; KINORA_SOAK is another number.
@Suite(.serialized)
struct BrokenMediaTests {
    private static let count = ProcessInfo.processInfo.environment["KINORA_SOAK"].flatMap { Int($0) } ?? 8

    /// A small file of each kind.
    private static func corpus(_ home: Home) throws -> [(type: String, bytes: [UInt8])] {
        let picture = ["-f", "lavfi", "-i", "testsrc2=s=160x96:r=15:d=0.6"]
        let tone = ["-f", "lavfi", "-i", "sine=440:d=0.6"]
        let files: [(type: String, arguments: [String])] = [
            ("jpg", picture + ["-frames:v", "1"]), ("png", picture + ["-frames:v", "1"]),
            ("webp", picture + ["-frames:v", "1"]), ("gif", picture),
            ("mp4", picture + tone + ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"]),
            ("mov", picture + tone + ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]), ("mp3", tone), ("wav", tone),
        ]
        return try files.map { type, arguments in
            let path = home.scratch["whole.\(type)"]
            let made = try Spawned.run(["ffmpeg", "-v", "error"] + arguments + [path], environment: home.environment)
            try #require(made.status == 0, "\(made.errors)")
            return (type, [UInt8](try Data(contentsOf: URL(filePath: path))))
        }
    }

    private static func broken(_ home: Home) throws -> [String] {
        let corpus = try corpus(home)
        return try (0..<count).map { seed in
            var mutator = MediaMutator(seed: seed)
            let file = mutator.pick(corpus)
            return try home.write(mutator.mutate(file.bytes, of: corpus.map(\.bytes)), as: "broken\(seed).\(file.type)")
        }
    }

    @Test(.timeLimit(.minutes(30))) func eachIsUsedOrRefusedByItsName() throws {
        let home = try Home()
        let request = ["-p", "make a 1 second video without music, hard cuts", "--quality", "draft", "-o"]
        var studio: [Int32]?
        var refused = 0
        for path in try Self.broken(home) {
            let name = URL(filePath: path).lastPathComponent
            let result = try home.kinora(["make", Home.samples[0], path] + request + ["\(name).out.mp4"])
            let isMade = FileManager.default.fileExists(atPath: "\(path).out.mp4")
            #expect(result.status == (isMade ? 0 : 1), "\(name): \(result.status) \(result.errors)")
            if isMade {
                #expect(try Video(path: "\(path).out.mp4").frameTimes().count == 30, "\(name)")
            } else {
                refused += 1
                #expect(result.errors.contains(name), "\(name): \(result.errors)")
                #expect(!result.errors.contains("{") && !result.errors.contains(home.stateFolder), "\(result.errors)")
            }
            studio = try studio ?? home.studios()
            #expect(try home.studios() == studio, "\(name): the studio is the same as before")
        }
        #expect(refused > 0 && studio?.count == 1)
        if Self.count > 8 { print("Of \(Self.count) broken files \(refused) were refused.") }
    }

    @Test func theChatTakesThemAllAtOnceAndGoesOn() throws {
        let home = try Home()
        let chat = try home.chat()
        try chat.expect("› ")
        // Some fall from the desk in one piece, whole ones among them.
        let names = try Self.broken(home).prefix(8).map { URL(filePath: $0).lastPathComponent }
        chat.enter((names + [Home.samples[1]]).joined(separator: " "))
        try chat.expect("without them? (yes / no)")
        chat.enter("yes")
        chat.enter("what's my balance")
        try chat.expect("unlimited (local studio)")
        chat.enter("make a 3 second video")
        try chat.expect("Timeline (")
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)
    }
}
