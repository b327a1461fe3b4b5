import Foundation
import ProgramKit
import TestKit
import Testing

@testable import Terminal

// The terminal database that libedit reads is one for the process: one editor at a time.
@Suite(.serialized) struct LineEditorTests {
    @Test func aLineIsTypedAndEntered() async throws {
        let fixture = try EditorFixture()
        fixture.type("hello")
        fixture.waitFor(lines: ["› hello"])
        #expect(fixture.screen.pastesAreMarked)
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("hello"))
        fixture.waitFor(lines: ["› hello", "›"])
        await fixture.editor.close()
    }

    @Test func chineseIsEditedByWholeCharacters() async throws {
        let fixture = try EditorFixture()
        fixture.type("做一个视频片")
        fixture.waitFor(lines: ["› 做一个视频片"])
        fixture.type("\u{7F}")
        fixture.waitFor(lines: ["› 做一个视频"])
        #expect(fixture.screen.cursor.column == 12)
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("做一个视频"))
        await fixture.editor.close()
    }

    @Test func aPasteOfSeveralLinesWaitsToBeEntered() async throws {
        let fixture = try EditorFixture()
        fixture.paste("/a b.jpg\r/c.jpg\r")
        fixture.waitFor(lines: ["› /a b.jpg⏎/c.jpg"])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("/a b.jpg\n/c.jpg"))
        await fixture.editor.close()
    }

    @Test func aPasteCannotSmuggleKeysIn() async throws {
        let fixture = try EditorFixture()
        fixture.paste("a\u{1B}[2Jb\u{7}c\td")
        fixture.waitFor(lines: ["› a[2Jbc d"])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("a[2Jbc d"))
        await fixture.editor.close()
    }

    @Test func aPasteWithoutAnEndIsEndedByCtrlC() async throws {
        let fixture = try EditorFixture()
        fixture.type("\u{1B}[200~half a paste\u{3} and on")
        fixture.waitFor(lines: ["› half a paste and on"])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("half a paste and on"))
        await fixture.editor.close()
    }

    @Test func textAppearsAboveWhatIsBeingTyped() async throws {
        let fixture = try EditorFixture()
        fixture.type("half a sen")
        fixture.waitFor(lines: ["› half a sen"])
        fixture.editor.show(["first", "second"])
        fixture.waitFor(lines: ["first", "second", "› half a sen"])
        fixture.type("tence\r")
        #expect(await fixture.nextEvent() == .line("half a sentence"))
        fixture.waitFor(lines: ["first", "second", "› half a sentence", "›"])
        await fixture.editor.close()
    }

    @Test func textAppearsAboveALineThatWraps() async throws {
        let fixture = try EditorFixture(columns: 20)
        fixture.type("照片照片照片照片照片照片abc")
        fixture.waitFor(lines: ["› 照片照片照片照片照", "片照片abc"])
        fixture.editor.show(["above"])
        fixture.waitFor(lines: ["above", "› 照片照片照片照片照", "片照片abc"])
        fixture.type("d")
        fixture.waitFor(lines: ["above", "› 照片照片照片照片照", "片照片abcd"])
        await fixture.editor.close()
    }

    @Test func liveLinesAreRedrawnInPlaceAndLeaveNothingBehind() async throws {
        let fixture = try EditorFixture()
        fixture.type("ab")
        fixture.editor.setLive(["10%"])
        fixture.waitFor(lines: ["10%", "› ab"])
        fixture.editor.setLive(["20%"])
        fixture.waitFor(lines: ["20%", "› ab"])
        fixture.type("c")
        fixture.waitFor(lines: ["20%", "› abc"])
        fixture.editor.show(["said"])
        fixture.waitFor(lines: ["said", "20%", "› abc"])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("abc"))
        fixture.waitFor(lines: ["said", "› abc", "20%", "›"])
        fixture.editor.setLive([])
        fixture.waitFor(lines: ["said", "› abc", "›"])
        await fixture.editor.close()
    }

    @Test func ctrlCClearsALineThenIsTold() async throws {
        let fixture = try EditorFixture()
        fixture.type("never mind")
        fixture.waitFor(lines: ["› never mind"])
        fixture.type("\u{3}")
        fixture.waitFor(lines: ["›"])
        // In the order of the keys, however fast they come.
        fixture.type("\u{3}next\rcleared\u{3}\u{4}")
        #expect(await fixture.nextEvent() == .interrupt)
        #expect(await fixture.nextEvent() == .line("next"))
        #expect(await fixture.nextEvent() == .endOfInput)
        await fixture.editor.close()
    }

    @Test func ctrlDEndsOnAnEmptyLineOnly() async throws {
        let fixture = try EditorFixture()
        fixture.type("ab")
        fixture.waitFor(lines: ["› ab"])
        fixture.type("\u{4}\u{1}\u{4}")
        fixture.waitFor(lines: ["› b"])
        fixture.type("c\r")
        #expect(await fixture.nextEvent() == .line("cb"))
        fixture.waitFor(lines: ["› cb", "›"])
        fixture.type("\u{4}")
        #expect(await fixture.nextEvent() == .endOfInput)
        // There may be something left to say.
        fixture.editor.show(["bye"])
        fixture.waitFor(lines: ["› cb", "›", "bye"])
        #expect(fixture.isCooked)
        await fixture.editor.close()
        #expect(await fixture.nextEvent() == nil)
    }

    @Test func anotherWidthWrapsAnew() async throws {
        let fixture = try EditorFixture()
        fixture.type("some words here")
        fixture.waitFor(lines: ["› some words here"])
        fixture.resize(columns: 60)
        fixture.type("!")
        fixture.waitFor(lines: ["› some words here!"])
        #expect(fixture.editor.columns == 60)
        await fixture.editor.close()
    }

    @Test func theTerminalIsGivenBack() async throws {
        let fixture = try EditorFixture()
        fixture.waitFor(lines: ["›"])
        #expect(!fixture.isCooked)
        fixture.type("left over")
        fixture.waitFor(lines: ["› left over"])
        await fixture.editor.close()
        #expect(fixture.isCooked)
        fixture.waitFor("the mark taken back") { !$0.pastesAreMarked && $0.lines.isEmpty }
    }

    @Test func stoppingAndGoingOnKeepsTheLine() async throws {
        let fixture = try EditorFixture()
        fixture.type("kept")
        fixture.waitFor(lines: ["› kept"])
        fixture.type("\u{1A}")
        fixture.waitFor("the prompt twice") { $0.lines.filter { $0.hasPrefix("› kept") }.count == 2 }
        #expect(fixture.screen.pastesAreMarked)
        fixture.type("!\r")
        #expect(await fixture.nextEvent() == .line("kept!"))
        await fixture.editor.close()
    }

    @Test func theArrowsBringBackEarlierLines() async throws {
        let fixture = try EditorFixture()
        fixture.type("one\rtwo\r secret\r")
        for line in ["one", "two", " secret"] { #expect(await fixture.nextEvent() == .line(line)) }
        fixture.type("\u{1B}[A\u{1B}[A\r")
        #expect(await fixture.nextEvent() == .line("one"))
        await fixture.editor.close()
    }

    @Test func tabCompletesAndListsNames() async throws {
        let folder = TemporaryFolder()
        try folder.write("beach day.jpg")
        try folder.write("beach night.jpg")
        try folder.write("up/x")
        let fixture = try EditorFixture(columns: 100) { $0.commands = ["/help", "/history"] }
        fixture.type("add \(folder.path)/be\t")
        fixture.waitFor(lines: ["› add \(folder.path)/beach\\"])
        fixture.type("\t")
        fixture.waitFor(lines: ["beach day.jpg    beach night.jpg", "› add \(folder.path)/beach\\"])
        fixture.type("d\t\r")
        #expect(await fixture.nextEvent() == .line("add \(folder.path)/beach\\ day.jpg "))
        fixture.type("/he\t\r")
        #expect(await fixture.nextEvent() == .line("/help "))
        await fixture.editor.close()
    }

    @Test func nothingUnknownIsSentToTheTerminal() async throws {
        let fixture = try EditorFixture()
        fixture.type("abc\u{1B}[D\u{1B}[Dx\u{1}y\u{B}\r")
        #expect(await fixture.nextEvent() == .line("y"))
        fixture.editor.show(["done"])
        fixture.waitFor("the text") { $0.lines.contains("done") }
        #expect(fixture.screen.unknown == [])
        await fixture.editor.close()
    }
}
