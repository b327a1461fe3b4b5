import Foundation
import ProgramKit
import TestKit
import Testing

/// What scripts rely on: exit statuses, what goes to which stream, files that are never overwritten unasked.
@Suite(.serialized)
struct CommandLineTests {
    private func quick(_ home: Home, _ more: String..., output: String = "out.mp4") throws -> Spawned.Result {
        try home.kinora(
            ["make", Home.samples[0], Home.samples[4], "-o", output, "--quality", "draft", "--length", "2"] + more
        )
    }

    @Test func helpAndVersion() throws {
        let home = try Home()
        for command in [[], ["make"], ["chat"], ["studio"], ["serve"], ["doctor"]] {
            let help = try home.kinora(command + ["--help"])
            #expect(help.status == 0)
            #expect(help.output.contains("USAGE: kinora"), "\(command): \(help.output)")
            #expect(help.errors.isEmpty)
        }
        let version = try home.kinora("--version")
        #expect(version.status == 0)
        #expect(version.output.contains(/^\d+\.\d+\.\d+\n$/))
    }

    @Test(arguments: [
        ["make"], ["make", "-o", "x.mp4"], ["make", "a.jpg"], ["make", "--quality", "great"], ["--nonsense"],
        ["make", "a.jpg", "-o", "x.mp4", "--aspect", "3:2"], ["make", "a.jpg", "-o", "x.mp4", "--length", "-1"],
        ["chat", "--studio", "http://localhost:1", "--cloud"], ["serve"], ["studio", "dance"],
        ["make", "missing.jpg", "-o", "x.mp4"], ["chat", "--actions", "maybe"],
        ["serve", "--data", "d", "--upload-size", "300MB"], ["serve", "--data", "d", "--token-lifetime", "never"],
        ["serve", "--data", "d", "--tokens-per-client", "0"], ["serve", "--data", "d", "--credits-per-edit=-1"],
        ["serve", "--data", "d", "--trusted-proxy", "x"], ["serve", "--data", "d", "--allow-link-address", "intranet"],
        ["serve", "--data", "d", "--public-url", "ftp://x"], ["revoke", "--data", "d"],
    ])
    func wrongUsageEndsWithTwo(_ arguments: [String]) throws {
        let home = try Home()
        let result = try home.kinora(arguments)
        #expect(result.status == 2, "\(arguments): \(result.errors)")
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
        #expect(try home.files().isEmpty)
    }

    @Test func printsThePathAloneAndProgressToStandardError() throws {
        let home = try Home()
        let result = try quick(home)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.output.hasSuffix("out.mp4\n"))
        #expect(result.errors.contains("%"))
    }

    @Test func anExistingFileIsRefusedWithoutForce() throws {
        let home = try Home()
        let path = try home.write(Array("precious".utf8), as: "out.mp4")
        let refused = try quick(home)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("out.mp4") && refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
        let forced = try quick(home, "--force")
        #expect(forced.status == 0, "\(forced.errors)")
        #expect(try Video(path: path).boxes().first == "ftyp")
    }

    @Test(arguments: [("16:9", 960, 540), ("9:16", 540, 960), ("1:1", 540, 540), ("4:5", 540, 676)])
    func flagsBeatThePrompt(_ aspect: String, _ width: Int, _ height: Int) throws {
        let home = try Home()
        let result = try quick(home, "--aspect", aspect, "-p", "make a 7 second square video with piano music")
        #expect(result.status == 0, "\(result.errors)")
        let facts = try Video(path: home.folder + "/out.mp4").stream("v:0", "width,height,duration")
        #expect(facts["width"] == "\(width)" && facts["height"] == "\(height)")
        #expect(abs((Double(facts["duration"] ?? "") ?? 0) - 2) < 0.05)
    }

    @Test func aPromptThatIsNotUnderstoodMakesNoFile() throws {
        let home = try Home()
        let result = try home.kinora("make", Home.samples[0], "-p", "what is the weather like", "-o", "out.mp4")
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
        #expect(try home.files().isEmpty)
    }

    @Test func chatWithoutATerminalAnswersLineByLine() throws {
        let home = try Home()
        let result = try home.kinora(
            ["chat", Home.samples[0], Home.samples[1]],
            input: "make a 4 second video without music\nmake it 9:16\ncredits\n"
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("9:16"))
        #expect(result.output.contains("unlimited (local studio)"))
        #expect(!result.output.contains("\u{1b}"))
    }

    @Test func doctorSaysThatTheMainJobRuns() throws {
        let home = try Home()
        let result = try home.kinora("doctor")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test func theStudioIsStartedReportedAndStopped() throws {
        let home = try Home()
        #expect(try home.kinora("studio", "status").status == 1)
        #expect(try home.kinora("studio").status == 0)
        let status = try home.kinora("studio", "status")
        #expect(status.status == 0)
        for folder in [home.scratch["run"] + "/kinora", home.stateFolder, home.stateFolder + "/studio"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
            #expect(mode == 0o700, "\(folder)")
        }
        #expect(try home.kinora("studio", "stop").status == 0)
        #expect(try home.kinora("studio", "status").status == 1)
    }
}
