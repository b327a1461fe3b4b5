import Foundation
import Testing
import Timeline

@testable import Renderer

@Suite struct WorkerTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test func aWorkerBehindItsDoorsReachesNothing() throws {
        let secret = try scratch.write("secret", Data("secret".utf8))
        let printed = try shell(testLaunch().executable, ["escape", secret])
        let lines = Set(String(decoding: printed, as: UTF8.self).split(separator: "\n"))
        #expect(lines == ["threads", "fonts"])
        #expect(try scratch.contents() == ["secret"])
    }

    @Test func aWorkerStartedByHandSaysSo() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: testLaunch().executable)
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    @Test func aWorkerEndsWithItsStudio() async throws {
        let tag = UUID().uuidString
        do {
            let worker = try await WorkerProcess(testLaunch(tag: tag))
            #expect(workers(tagged: tag) == [worker.id])
        }
        // Killed when nobody holds it any more; the kernel takes a moment.
        while !workers(tagged: tag).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test func manyFilesArriveInOrder() throws {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let sender = LineChannel(socket: ends[0])
        let receiver = LineChannel(socket: ends[1])
        let files = try (0..<150).map { number in
            try OpenFile(scratch.write("\(number)", Data("\(number)".utf8)), O_RDONLY)
        }
        // A descriptor is a number: it does not keep its file open.
        try withExtendedLifetime(files) { try sender.send(["many"], descriptors: files.map(\.descriptor)) }
        try sender.send(["none"])
        var reader = LineChannel.Reader(receiver)
        var lines: [Data] = []
        while lines.count < 2, let more = try reader.receive() { lines += more }
        #expect(lines.map { try? JSONDecoder().decode([String].self, from: $0) } == [["many"], ["none"]])
        let taken = reader.takeDescriptors(150)
        let rest = reader.takeDescriptors(1)
        let arrived = try #require(taken)
        #expect(rest == nil)
        for (number, file) in arrived.enumerated() {
            let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
            #expect(try handle.readToEnd() == Data("\(number)".utf8))
        }
    }

    @Test func aHungWorkerIsGivenUpAndTheFileNamed() async throws {
        let tag = UUID().uuidString
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "sine=d=60", scratch.file("song.wav")])
        let worker = try await WorkerProcess(testLaunch(tag: tag), patience: 1)
        kill(worker.id, SIGSTOP)
        let file = try OpenFile(scratch.file("song.wav"), O_RDONLY)
        let death = await #expect(throws: WorkerDeath.self) {
            _ = try await worker.perform(.probe(name: "song.wav"), files: [file])
        }
        #expect(death?.cause == .hung)
        await #expect(throws: WorkerDeath.self) {
            _ = try await worker.perform(.probe(name: "song.wav"), files: [file])
        }
    }

    @Test func manyProbesShareAWorkerThatDiesAndEachGetsItsAnswer() async throws {
        let tag = UUID().uuidString
        try shell("ffmpeg", ["-y", "-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1", scratch.file("a.png")])
        let prober = MediaProber(launch: testLaunch(tag: tag))
        let path = scratch.file("a.png")
        _ = try await prober.probe(path: path, name: "a.png")
        killWorkers(tagged: tag)
        let items = try await withThrowingTaskGroup(of: MediaItem.self) { group in
            for number in 0..<40 {
                group.addTask { try await prober.probe(path: path, name: "\(number).png") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(items.map(\.name)).count == 40)
        #expect(items.allSatisfy { $0.size == PixelSize(width: 320, height: 180) && $0.kind == .photo })
        #expect(workers(tagged: tag).count == 1)
    }
}
