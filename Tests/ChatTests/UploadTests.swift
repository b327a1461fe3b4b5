import StudioAPI
import StudioClient
import Terminal
import TestKit
import Testing

@testable import Chat

/// Files on their way, several at once.
@Suite struct UploadTests {
    private var talk: Talk
    private let paths: [String]

    init() throws {
        talk = try Talk()
        paths = [talk.folder + "/a.jpg", talk.folder + "/b c.jpg"]
        _ = talk.does(paths.map { "'\($0)'" }.joined(separator: " "))
    }

    @Test mutating func oneThatIsRefusedIsNamedWhileTheRestGoesOn() {
        let refused = UploadOutcome(path: paths[0], refusal: StudioError(.unsupportedFile, "a.jpg is damaged."))
        #expect(talk.says(.notice(.uploaded(refused))) == ["a.jpg is damaged."])
        #expect(talk.live(.notice(.uploading(path: paths[1], fraction: 0.5))).count == 1)
        // And not once more at the end.
        #expect(
            talk.says(.workEnded(.uploaded([refused, UploadOutcome(path: paths[1])]))) == [
                "Added 1 photo.", "Go on with the other photo, without it? (yes / no)",
            ]
        )
    }

    @Test mutating func theGoodOnesAreAddedAndAllThatAreMissingNamed() {
        _ = talk.does(.workEnded(.uploaded(paths.map { UploadOutcome(path: $0) })))
        let actions = talk.chat.handle(
            .user(.line("turn '\(paths[0])' '\(talk.folder)/gone.jpg' ~/lost.jpg into a video"))
        )
        #expect(
            actions.said == [
                "There are no files \(talk.folder)/gone.jpg and ~/lost.jpg. Check the names, or drop the files here."
            ]
        )
        #expect(actions.started == [.upload([paths[0]])])
        // Whether the words are still meant is asked, as after files that are refused.
        #expect(
            talk.says(.workEnded(.uploaded([UploadOutcome(path: paths[0])]))) == [
                "Added 1 photo.", "Go on with the other photo, without them? (yes / no)",
            ]
        )
        #expect(talk.does("yes") == [.start(.turn("turn these photos into a video"))])
    }

    @Test mutating func aFileOfTheCommandLineThatHasGoneIsMissing() {
        var fresh = talk.fixture.conversation()
        _ = fresh.handle(.began(continuing: nil, files: [talk.folder + "/gone.jpg", paths[0]]))
        let actions = fresh.handle(.workEnded(.connected(.fake())))
        #expect(
            actions.said.last
                == "There is no file \(talk.folder)/gone.jpg. Check the name, or drop the file here."
        )
        #expect(actions.started == [.upload([paths[0]])])
    }

    @Test mutating func whatIsThereAlreadyIsSaid() {
        let outcomes = [UploadOutcome(path: paths[0], isRepeat: true), UploadOutcome(path: paths[1])]
        #expect(talk.says(.workEnded(.uploaded(outcomes))).prefix(2) == ["a.jpg is already there.", "Added 1 photo."])
        _ = talk.does("make a video of '\(paths[0])'")
        let again = talk.chat.handle(.workEnded(.uploaded([UploadOutcome(path: paths[0], isRepeat: true)])))
        #expect(again.said == ["a.jpg is already there."])
        #expect(again.started == [.turn("make a video of this photo")])
    }

    @Test mutating func aPhotoIsAddedToTheVideoThatIsThere() {
        let one = UploadOutcome(path: paths[0])
        _ = talk.does(.workEnded(.uploaded([one])))
        // There is no video yet: with the upload all is done.
        _ = talk.does("add '\(paths[0])'")
        #expect(talk.chat.handle(.workEnded(.uploaded([one]))).started.isEmpty)
        talk.chat.draft = Talk.ready()
        _ = talk.does("add '\(paths[0])'")
        #expect(talk.chat.handle(.workEnded(.uploaded([one]))).started == [.turn("add this photo")])
    }

    @Test mutating func wordsWithFilesMayBeForTheChatItself() {
        _ = talk.does(.workEnded(.uploaded(paths.map { UploadOutcome(path: $0) })))
        talk.chat.upload.words = "export"
        _ = talk.does("'\(paths[0])'")
        talk.chat.upload.words = "export it please"
        #expect(
            talk.does(.workEnded(.uploaded([UploadOutcome(path: paths[0])]))) == [
                .start(.readDraft(.export(ExportWish())))
            ]
        )
    }
}
