import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// Photos leave the machine when the person knows where to, and not before.
@Suite struct ConsentTests {
    private func talk(isInteractive: Bool = true, assumesYes: Bool = false, mayUpload: Bool = false) throws -> Talk {
        try Talk(isLocal: false, mayUpload: mayUpload, isInteractive: isInteractive, assumesYes: assumesYes)
    }

    private static let question =
        "The photo will be sent to studio.example, a studio that is not on this machine. Send it? (yes / no)"

    @Test func itIsAskedOnceAndRemembered() throws {
        var talk = try talk()
        let file = talk.folder + "/a.jpg"
        #expect(talk.says(file) == [Self.question])
        #expect(
            talk.does("yes") == [.allowUploads(origin: "https://studio.example"), .start(.upload([file]))]
        )
        _ = talk.does(.workEnded(.uploaded([UploadOutcome(path: file)])))
        let other = talk.folder + "/b c.jpg"
        #expect(talk.does("'\(other)'") == [.start(.upload([other]))])
    }

    @Test func severalAreCountedInBothLanguages() {
        let paths = ["/p/a.jpg", "/p/b.jpg", "/p/c.mp3"]
        #expect(
            ChatPhrases(language: .english).askConsent(paths, "s.example")
                == "The 2 photos and 1 song will be sent to s.example, a studio that is not on this machine. Send them? (yes / no)"
        )
        #expect(
            ChatPhrases(language: .chinese).askConsent(["/p/a.jpg"], "s.example")
                == "1 张照片将发送到 s.example，这个工作室不在本机。要发送吗？（是 / 否）"
        )
    }

    @Test func noSendsNothingAndLosesNothing() throws {
        var talk = try talk()
        _ = talk.does("make a video of \(talk.folder)/a.jpg")
        let actions = talk.chat.handle(.user(.line("no")))
        #expect(actions.started == [])
        #expect(
            actions.said == [
                "Fine, nothing was sent.", "“make a video of this photo” was not sent; ↑ brings it back.",
            ]
        )
        // It is asked again, for nobody has agreed.
        #expect(talk.says(talk.folder + "/a.jpg") == [Self.question])
    }

    @Test func anotherLineIsNoYes() throws {
        var talk = try talk()
        _ = talk.does(talk.folder + "/a.jpg")
        let actions = talk.chat.handle(.user(.line("hello there")))
        #expect(actions.said.first == "Fine, nothing was sent.")
        #expect(actions.started == [.turn("hello there")])
    }

    @Test func ctrlCIsANo() throws {
        var talk = try talk()
        _ = talk.does(talk.folder + "/a.jpg")
        #expect(talk.says(.user(.interrupt)) == ["Fine, nothing was sent."])
        #expect(talk.does("yes") == [.start(.turn("yes"))])
    }

    @Test func whereNobodyIsAskedItIsSaid() throws {
        let statement = "The photo will be sent to studio.example, a studio that is not on this machine."
        for var talk in [try talk(isInteractive: false), try talk(assumesYes: true)] {
            let actions = talk.chat.handle(.user(.line(talk.folder + "/a.jpg")))
            #expect(actions.said == [statement])
            #expect(actions.started == [.upload([talk.folder + "/a.jpg"])])
            #expect(!actions.contains(.allowUploads(origin: "https://studio.example")))
        }
    }

    @Test func aStudioOnThisMachineAndOneThatIsKnownAreNotAskedAbout() throws {
        for var talk in [try Talk(), try talk(mayUpload: true)] {
            let file = talk.folder + "/a.jpg"
            #expect(talk.does(file) == [.start(.upload([file]))])
        }
    }

    @Test func theAnswerIsKeptForTheStudioAlone() throws {
        let folder = TemporaryFolder()
        let store = ChatStore(folder: folder.path)
        store.allowUploads(to: "https://studio.example")
        #expect(store.studio("https://studio.example").mayUpload == true)
        #expect(store.studio("https://other.example").mayUpload != true)
    }
}
