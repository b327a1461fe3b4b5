import Foundation
import TestKit
import Testing

@testable import Terminal

@Suite struct InputHistoryTests {
    @Test func linesAreKeptForTheNextTimeAndForTheUserAlone() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/history.jsonl"
        var history = InputHistory(path: path)
        for line in ["one", "two\nlines", " secret", "  ", "one"] { _ = history.add(line) }
        #expect(history.lines == ["two\nlines", "one"])
        #expect(InputHistory(path: path).lines == ["two\nlines", "one"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "\"one\"\n\"two\\nlines\"\n\"one\"\n")
    }

    @Test func theOldestAreForgottenAndTheFileDoesNotGrowForEver() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/history.jsonl"
        var history = InputHistory(path: path, limit: 3)
        for number in 1...9 { _ = history.add("line \(number)") }
        #expect(history.lines == ["line 7", "line 8", "line 9"])
        #expect(InputHistory(path: path, limit: 3).lines == ["line 7", "line 8", "line 9"])
        let kept = try String(contentsOfFile: path, encoding: .utf8)
        #expect(kept.split(separator: "\n").count == 3)
    }

    @Test func aDamagedFileLosesNoMoreThanItsDamage() throws {
        let folder = TemporaryFolder()
        try folder.write("history.jsonl", "\"one\"\nnonsense\n{}\n\"two\"\n\"cut of")
        #expect(InputHistory(path: folder.path + "/history.jsonl").lines == ["one", "two"])
    }
}
