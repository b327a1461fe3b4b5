import Testing

@testable import Terminal

@Suite struct FileCompletionTests {
    private let completion = FileCompletion(
        entries: { folder in
            switch folder {
            case "": [.init(name: "it's me.jpg", isFolder: false), .init(name: "photos", isFolder: true)]
            case "photos/", "~/":
                [
                    .init(name: "beach 1.jpg", isFolder: false), .init(name: "beach 2.jpg", isFolder: false),
                    .init(name: "照片 (1).jpg", isFolder: false), .init(name: ".hidden", isFolder: false),
                ]
            default: []
            }
        },
        commands: ["/status", "/sessions", "/help"]
    )

    /// The text after Tab, with the cursor at its end.
    private func tab(_ text: String) -> String {
        let outcome = completion.complete(text)
        return String(text.unicodeScalars.dropLast(outcome.removed)) + outcome.inserted
    }

    @Test func namesAreWrittenSoThatTheyMeanTheSame() {
        #expect(tab("add it") == "add it\\'s\\ me.jpg ")
        #expect(tab("add 'it") == "add 'it'\\''s me.jpg' ")
        #expect(tab("add \"it") == "add \"it's me.jpg\" ")
        #expect(tab("photos/照") == "photos/照片\\ \\(1\\).jpg ")
        #expect(tab("'photos/照") == "'photos/照片 (1).jpg' ")
    }

    @Test func foldersAreOpenedAndHomeIsKept() {
        #expect(tab("look at ph") == "look at photos/")
        #expect(tab("~/照") == "~/照片\\ \\(1\\).jpg ")
    }

    @Test func severalNamesAreCompletedAsFarAsTheyAgreeThenListed() {
        #expect(tab("photos/b") == "photos/beach\\ ")
        #expect(completion.complete("photos/beach\\ ").choices == ["beach 1.jpg", "beach 2.jpg"])
        #expect(tab("photos/beach\\ 2") == "photos/beach\\ 2.jpg ")
        #expect(completion.complete("~/").choices == ["beach 1.jpg", "beach 2.jpg", "照片 (1).jpg"])
    }

    @Test func commandsStandAtTheBeginning() {
        #expect(tab("/h") == "/help ")
        #expect(completion.complete("/s").choices == ["/status", "/sessions"])
        #expect(completion.complete("see /h") == .none)
    }

    @Test func anApostropheIsNoQuote() {
        #expect(tab("don't use ph") == "don't use photos/")
        #expect(completion.complete("nothing like th") == .none)
    }
}
