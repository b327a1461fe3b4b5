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
        let (server, address) = try serve(home)
        let request = ["make", Home.samples[0], "--quality", "draft", "--length", "1"]
        let made = try home.kinora(request + ["-o", "out.mp4", "--studio", address])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try Video(path: home.folder + "/out.mp4").stream("v:0", "nb_frames")["nb_frames"] == "30")
        #expect(try home.studios().isEmpty, "the own studio is not needed")

        var environment = home.environment
        environment["NEMO_API_URL"] = address
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

    /// A studio for others, on a free port.
    private func serve(_ home: Home, _ options: String...) throws -> (server: PseudoTerminal, address: String) {
        let server = try PseudoTerminal(
            [home.program, "serve", "--port", "0", "--data", home.scratch["served"]] + options,
            environment: home.environment,
            folder: home.folder
        )
        let line = try server.expect(" (Ctrl-C ends it)")
        return (server, String(try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)).output))
    }

    @Test func twoPeopleShareAStudioAndNothingElse() throws {
        let (anna, ben) = (try Home(), try Home())
        let (server, address) = try serve(anna, "--starting-credits", "2")
        let chats = [
            try anna.chat(Home.samples[0], "--studio", address), try ben.chat(Home.samples[3], "--studio", address),
        ]
        for (chat, seconds) in zip(chats, [2, 3]) {
            try chat.expect("Added 1 photo")
            chat.enter("make a \(seconds) second video without music")
            try chat.expect("(0-\(seconds)s)")
        }
        chats[0].enter("make it square")
        try chats[0].expect("1:1")
        chats[0].enter("credits")
        try chats[0].expect("0 available")
        chats[1].enter("credits")
        try chats[1].expect("1 available")

        chats[0].enter("make it 9:16")
        try chats[0].expect("credits at this studio are used up")
        chats[0].enter("/status")
        try chats[0].expect("(0-2s)")

        // Each sees their own sessions alone.
        chats[0].enter("/sessions")
        let sessions = try chats[0].expect("takes one up")
        #expect(sessions.contains("01-aitzgorri") && !sessions.contains("04-friends"), "\(sessions)")

        // Exporting is free, and its page opens in a browser without a token.
        chats[0].enter("export")
        try chats[0].expect("Video ready!", within: 120)
        try chats[0].expect("ct=clm_")
        try chats[0].expect("›")
        let page = try #require(chats[0].screen.firstMatch(of: /http:\S+\/workspace\/claim\?ct=clm_\w+/)).output
        let opened = try Spawned.run(["curl", "-sS", "-i", String(page)], environment: anna.environment)
        #expect(opened.output.hasPrefix("HTTP/1.1 200"), "\(opened.output.prefix(500))")
        for (home, chat) in zip([anna, ben], chats) {
            chat.controlD()
            #expect(try chat.waitForEnd() == 0)
            #expect(!chat.screen.contains("nmv_usr_"))
            #expect(try home.studios().isEmpty)
        }
        #expect(try anna.files().filter { $0.hasSuffix(".mp4") }.count == 1)
        server.controlC()
        #expect(try server.waitForEnd() == 0)
        #expect(!server.screen.contains("clm_"), "a claim token is not logged")
    }

    @Test func aChatGoesOnWhenItsStudioCameBack() throws {
        let home = try Home()
        let (first, address) = try serve(home)
        let chat = try home.chat(Home.samples[0], Home.samples[1], "--studio", address)
        try chat.expect("Added 2 photos")
        chat.enter("make a 4 second video without music")
        try chat.expect("(2-4s)")
        kill(first.process, SIGKILL)
        _ = try first.waitForEnd()
        chat.enter("make it 6 seconds")
        try chat.expect("127.0.0.1")
        let port = try #require(address.split(separator: ":").last)
        let second = try PseudoTerminal(
            [home.program, "serve", "--port", String(port), "--data", home.scratch["served"]],
            environment: home.environment,
            folder: home.folder
        )
        try second.expect(" (Ctrl-C ends it)")
        chat.enter("make it 8 seconds")
        try chat.expect("(4-8s)")
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)
        second.controlC()
        #expect(try second.waitForEnd() == 0)
    }
}
