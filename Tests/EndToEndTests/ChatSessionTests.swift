import Foundation
import ProgramKit
import Testing

/// The chat in a pseudo-terminal, driven as a person would.
@Suite(.serialized)
struct ChatSessionTests {
    private static let prompt = "› "

    @Test func dropTalkTweakUndoAndExport() throws {
        let home = try Home()
        let quoted = try home.photo(0, as: "it is quoted.jpg")
        let escaped = try home.photo(1, as: "with space.jpg")
        let address = try home.photo(2, as: "100% 山.jpg")
        let raw = try home.photo(3, as: "raw with space.jpg")
        let chat = try home.chat()
        try chat.expect(Self.prompt)

        chat.enter("'\(quoted)'")
        try chat.expect("it is quoted.jpg")
        chat.enter(escaped.replacing(" ", with: "\\ "))
        try chat.expect("with space.jpg")
        let encoded = try #require(address.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
        chat.enter("file://\(encoded)")
        try chat.expect("100% 山.jpg")
        chat.enter(raw)
        try chat.expect("raw with space.jpg")
        chat.enter(Home.samples[4])
        try chat.expect("05-sunset.jpg")

        chat.enter("turn these photos into a 10 second slideshow video with transitions and background music")
        try chat.expect("Timeline (")
        chat.enter("make the sunset longer")
        try chat.expect("05-sunset.jpg")
        try chat.expect("Timeline (")
        chat.enter("改成竖屏 9:16")
        try chat.expect("→ 9:16")
        chat.enter("undo")
        try chat.expect("16:9")
        chat.enter("make it 5 seconds")
        try chat.expect("0-5s")

        chat.enter("export")
        try chat.expect("Video ready!", within: 120)
        try chat.expect(".mp4")
        chat.enter("导出")
        try chat.expect("视频", within: 120)
        try chat.expect("-2.mp4", within: 120)
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)
        let videos = try home.files().filter { $0.hasSuffix(".mp4") }
        #expect(videos.count == 2)
        for name in videos {
            let facts = try Video(path: home.folder + "/" + name).stream("v:0", "width,height,nb_frames")
            #expect(facts == ["width": "1920", "height": "1080", "nb_frames": "150"], "\(name)")
        }
    }

    @Test func controlCClearsALineAndNeverEndsTheChat() throws {
        let home = try Home()
        let chat = try home.chat()
        try chat.expect("Ready.")
        chat.type("half a thought")
        try chat.expect("half a thought")
        chat.controlC()
        chat.controlC()
        try chat.expect("Ctrl-D")
        chat.enter("what's my balance")
        try chat.expect("unlimited (local studio)")
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)
    }

    @Test func controlCInMidExportCancelsItAndLeavesNoFile() throws {
        let home = try Home()
        let chat = try home.chat(Home.samples[0], Home.samples[1], Home.samples[2])
        try chat.expect(Self.prompt)
        chat.enter("make a 40 second video")
        try chat.expect("Timeline (")
        chat.enter("export")
        try chat.expect("Rendering")
        try chat.expect("%")
        chat.controlC()
        try chat.expect("was stopped")
        chat.enter("credits")
        try chat.expect("unlimited")
        chat.controlD()
        #expect(try chat.waitForEnd() == 0)
        #expect(try home.files().isEmpty)
    }

    @Test func theLatestSessionIsTakenUpAgain() throws {
        let home = try Home()
        let first = try home.chat(Home.samples[0], Home.samples[1])
        try first.expect(Self.prompt)
        first.enter("make a 6 second video without music")
        try first.expect("Timeline (")
        first.controlD()
        #expect(try first.waitForEnd() == 0)
        let second = try home.chat("-c")
        try second.expect("(3-6s)")
        second.enter("make it 8 seconds")
        try second.expect("(4-8s)")
        second.controlD()
        #expect(try second.waitForEnd() == 0)
    }
}
