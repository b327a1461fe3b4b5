import Testing

@testable import Chat

/// Words on their way to the screen.
@Suite struct TurnReplyTests {
    @Test func linesComeWholeHoweverTheTextIsCut() {
        let text = "First line.\n\n\nSecond line,\nthird line."
        let whole = ["First line.", "", "Second line,", "third line."]
        for size in 1...text.count {
            var reply = TurnReply()
            var lines: [String] = []
            var rest = text[...]
            while !rest.isEmpty {
                lines += reply.take(String(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(lines + reply.end() == whole, "in pieces of \(size)")
        }
    }

    @Test func blankLinesAroundWhatIsShownAreDropped() {
        var reply = TurnReply()
        #expect(reply.take("\n \nHello.\n\n") == ["Hello."])
        #expect(reply.end() == [])
        #expect(reply.take("\nMore.") + reply.end() == ["", "More."])
    }

    @Test func whatIsOnlySpaceIsNoText() {
        var reply = TurnReply()
        #expect(reply.take(" \n\n\t") + reply.end() == [])
        #expect(!reply.hasWords && !reply.hasLines)
    }
}
