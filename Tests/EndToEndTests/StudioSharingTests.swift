import Foundation
import ProgramKit
import TestKit
import Testing

/// One studio for several chats, for several builds, and for other people.
@Suite(.serialized)
struct StudioSharingTests {
    @Test func twoChatsAtOnceShareOneStudio() throws {
        let home = try Home()
        let chats = [
            try home.chat(Home.samples[0], Home.samples[1]), try home.chat(Home.samples[2], Home.samples[3]),
        ]
        for chat in chats {
            try chat.expect("Added 2 photos")
            chat.enter("make a 2 second video without music")
        }
        for chat in chats {
            try chat.expect("Timeline (")
            chat.enter("export")
        }
        for chat in chats {
            try chat.expect("Video ready!")
            chat.controlD()
        }
        for chat in chats { #expect(try chat.waitForEnd() == 0) }
        #expect(try home.files().filter { $0.hasSuffix(".mp4") }.count == 2)
        #expect(try home.studios().count == 1)
        let status = try home.kinora("studio", "status")
        #expect(status.output.contains("2 sessions"), "\(status.output)")
    }

    @Test func aStudioOfAnotherBuildIsReplaced() throws {
        let home = try Home()
        #expect(try home.kinora("studio").status == 0)
        let former = try home.studios()
        #expect(former.count == 1)
        // A build is told by its program file: a copy of another time is another build.
        let other = home.scratch["kinora"]
        try FileManager.default.copyItem(atPath: home.program, toPath: other)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: other)
        let made = try Spawned.run(
            [other, "make", Home.samples[0], "-o", "out.mp4", "--quality", "draft", "--length", "1"],
            environment: home.environment,
            folder: home.folder
        )
        #expect(made.status == 0, "\(made.errors)")
        let present = try home.studios()
        #expect(present.count == 1)
        #expect(Set(present).isDisjoint(with: former))
    }

    @Test func aStudioForOthersDoesTheSameOverTheNetwork() throws {
        let home = try Home()
        let server = try PseudoTerminal(
            [home.program, "serve", "--port", "0", "--data", home.scratch["served"]],
            environment: home.environment,
            folder: home.folder
        )
        let line = try server.expect(" (Ctrl-C ends it)")
        let address = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)).output
        let request = ["make", Home.samples[0], "--quality", "draft", "--length", "1"]
        let made = try home.kinora(request + ["-o", "out.mp4", "--studio", String(address)])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try Video(path: home.folder + "/out.mp4").stream("v:0", "nb_frames")["nb_frames"] == "30")
        #expect(try home.studios().isEmpty, "the own studio is not needed")

        var environment = home.environment
        environment["NEMO_API_URL"] = String(address)
        environment["NEMO_TOKEN"] = "nmv_usr_wrong"
        let refused = try Spawned.run(
            [home.program] + request + ["-o", "other.mp4"],
            environment: environment,
            folder: home.folder
        )
        #expect(refused.status == 4, "\(refused.errors)")
        #expect(!refused.errors.contains("nmv_usr_wrong"))
        server.controlC()
        #expect(try server.waitForEnd() == 0)
    }
}
