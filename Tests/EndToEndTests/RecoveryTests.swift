import Foundation
import ProgramKit
import TestKit
import Testing

/// Nothing is lost when a process is killed in the middle of its work.
@Suite(.serialized)
struct RecoveryTests {
    /// The finished chunks and their inodes: a chunk that is written anew is another file.
    private func chunks(_ home: Home) -> [String: Int] {
        let folder = home.stateFolder + "/studio/chunks"
        var files: [String: Int] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
            let facts = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            if facts?[.type] as? FileAttributeType == .typeRegular { files[name] = facts?[.systemFileNumber] as? Int }
        }
        return files
    }

    @Test func aStudioKilledInMidRenderLosesNoFinishedChunk() throws {
        let home = try Home()
        let request = ["make"] + Home.samples + ["-p", "make a 40 second video without music", "-o", "out.mp4"]
        let log = open(home.scratch["log"], O_RDWR | O_CREAT, 0o600)
        let maker = try Spawned.start(
            [home.program] + request,
            environment: home.environment,
            folder: home.folder,
            output: log,
            errors: log
        )
        let deadline = Date(timeIntervalSinceNow: 120)
        while chunks(home).count < 4, Date() < deadline { usleep(20_000) }
        kill(try #require(home.studios().first), SIGKILL)
        var raw: Int32 = 0
        waitpid(maker, &raw, 0)
        close(log)
        let words = try String(contentsOfFile: home.scratch["log"], encoding: .utf8)
        if (raw >> 8) & 0xff != 0 { #expect(words.contains("studio"), "says what happened: \(words)") }

        let finished = chunks(home)
        #expect(finished.count >= 4)
        let again = try home.kinora(request + ["--force"])
        #expect(again.status == 0, "\(again.errors)")
        let later = chunks(home)
        for (name, file) in finished { #expect(later[name] == file, "\(name) was encoded again") }
        #expect(try Video(path: home.folder + "/out.mp4").luma(width: 32, height: 18).count == 1200)
    }

    @Test func controlCInMakeEndsWith130AndNoFile() throws {
        let home = try Home()
        let maker = try PseudoTerminal(
            [home.program, "make"] + Home.samples + ["-p", "make a 60 second video", "-o", "out.mp4"],
            environment: home.environment,
            folder: home.folder
        )
        try maker.expect("%")
        maker.controlC()
        #expect(try maker.waitForEnd() == 130)
        #expect(try home.files().isEmpty)
    }
}
