import Foundation
import ProgramKit
import TestKit
import Testing

@testable import Terminal

// What is seen of a line while it is edited.
extension LineEditorTests {
    @Test func wideCharactersMakeRoomForWhatIsInsertedBeforeThem() async throws {
        let fixture = try EditorFixture(columns: 20)
        fixture.type("今天我们去了海边玩耍看见很多鸟")
        fixture.waitFor(lines: ["› 今天我们去了海边玩", "耍看见很多鸟"])
        fixture.type("\u{1}X中")
        fixture.waitFor(lines: ["› X中今天我们去了海", "边玩耍看见很多鸟"])
        #expect(fixture.screen.cursor == (0, 5))
        fixture.type("\u{1B}[3~\u{5}\u{7F}\u{1B}[D\u{7F}")
        fixture.waitFor(lines: ["› X中天我们去了海边", "玩耍看见多"])
        #expect(fixture.screen.cursor == (1, 8))
        await fixture.editor.close()
    }

    @Test func aCharacterOfSeveralPartsIsSteppedOverAndDeletedAsOne() async throws {
        let fixture = try EditorFixture()
        fixture.type("cafe\u{301} 👨‍👩‍👧!")
        fixture.waitFor(lines: ["› cafe\u{301} 👨‍👩‍👧!"])
        fixture.type("\u{1B}[D\u{7F}\u{7F}\u{7F}")
        fixture.waitFor(lines: ["› caf!"])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line("caf!"))
        await fixture.editor.close()
    }

    /// What is seen of a line is what is sent, whatever was done to it.
    @Test(arguments: 1...8) func whatIsSeenIsWhatIsSent(seed: UInt64) async throws {
        let fixture = try EditorFixture(columns: 24)
        var random = Random(seed: seed)
        var line = Edited()
        for _ in 0..<60 { fixture.type(line.edit(&random)) }
        let text = line.text
        // Where terminals differ in a character's room, the most is kept free for it.
        fixture.waitFor("› \(text)") { $0.lines.joined().filter { $0 != " " } == "›" + text }
        #expect(fixture.screen.unknown == [])
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line(text))
        await fixture.editor.close()
    }

    @Test func aLineHigherThanTheScreenShowsWhereTheCursorIs() async throws {
        let fixture = try EditorFixture(columns: 20)
        let rows = (10..<40).map { "row \($0) is twenty wide".prefix(20) }
        fixture.editor.show(["said"])
        fixture.editor.setLive(["10%"])
        fixture.paste(String(rows.joined().dropFirst(2)))
        fixture.waitFor("the end, and what goes on") {
            $0.lines.first == "10%" && $0.lines.last == String(rows[29])
        }
        fixture.type("\u{1}")
        fixture.waitFor("the beginning") { $0.lines[0] == "10%" && $0.lines[1].hasPrefix("› w 10") }
        fixture.type("\r")
        #expect(await fixture.nextEvent() == .line(String(rows.joined().dropFirst(2))))
        fixture.waitFor("all of it, once") { $0.lines.last == "›" && $0.lines.dropLast().last == "10%" }
        #expect(fixture.screen.history.filter { $0.hasPrefix("row 25") }.count == 1)
        #expect(fixture.screen.history.first == "said")
        await fixture.editor.close()
    }

    @Test func aNarrowerTerminalKeepsNoRemains() async throws {
        let fixture = try EditorFixture(columns: 60)
        fixture.editor.show(["said"])
        fixture.editor.setLive(["Rendering 10% of a video that has quite a long name.mp4"])
        fixture.type("a line that is longer than the terminal is going to be wide")
        fixture.waitFor(lines: [
            "said", "Rendering 10% of a video that has quite a long name.mp4",
            "› a line that is longer than the terminal is going to be wid", "e",
        ])
        fixture.resize(columns: 30)
        fixture.waitFor(lines: [
            "said", "Rendering 10% of a video tha…", "› a line that is longer than t", "he terminal is going to be wid",
            "e",
        ])
        fixture.editor.setLive(["Rendering 20%"])
        fixture.type("!")
        fixture.waitFor(lines: [
            "said", "Rendering 20%", "› a line that is longer than t", "he terminal is going to be wid", "e!",
        ])
        fixture.resize(columns: 60)
        fixture.waitFor(lines: [
            "said", "Rendering 20%", "› a line that is longer than the terminal is going to be wid", "e!",
        ])
        await fixture.editor.close()
    }

    @Test func ctrlLClearsTheScreenAndKeepsTheLine() async throws {
        let fixture = try EditorFixture()
        fixture.editor.show(["said"])
        fixture.type("kept")
        fixture.waitFor(lines: ["said", "› kept"])
        fixture.type("\u{C}")
        fixture.waitFor(lines: ["› kept"])
        fixture.type("!\r")
        #expect(await fixture.nextEvent() == .line("kept!"))
        await fixture.editor.close()
    }

    @Test(arguments: [("\u{1B}[1~", "\u{1B}[4~"), ("\u{1B}[H", "\u{1B}[F"), ("\u{1B}OH", "\u{1B}OF")])
    func everyTerminalsHomeAndEndAreKnown(home: String, end: String) async throws {
        let fixture = try EditorFixture()
        fixture.type("b\(home)a\(end)c\u{1B}[5~\u{1B}[15~ d\u{1B}[1;5D\u{1B}[1;5De\r")
        #expect(await fixture.nextEvent() == .line("eabc d"))
        await fixture.editor.close()
    }

    @Test func escapeAloneIsAKeyForWhoeverEditsAsInVi() async throws {
        let folder = TemporaryFolder()
        try folder.write("editrc", "bind -v\n")
        setenv("EDITRC", folder["editrc"], 1)
        defer { unsetenv("EDITRC") }
        let fixture = try EditorFixture { $0.readsEditrc = true }
        fixture.type("xhello 中文")
        fixture.waitFor(lines: ["› xhello 中文"])
        fixture.type("\u{1B}")
        fixture.waitFor("the cursor on the last character") { $0.cursor.column == 11 }
        fixture.type("0xA!\r")
        #expect(await fixture.nextEvent() == .line("hello 中文!"))
        await fixture.editor.close()
    }

    @Test func theSearchBackThroughTheLinesIsSeen() async throws {
        let fixture = try EditorFixture()
        fixture.type("照片 one\rtwo\r")
        for line in ["照片 one", "two"] { #expect(await fixture.nextEvent() == .line(line)) }
        fixture.type("\u{12}on")
        fixture.waitFor(lines: ["› 照片 one", "› two", "› 照片 one", "bck:on"])
        fixture.type("\u{5}!\r")
        #expect(await fixture.nextEvent() == .line("照片 one!"))
        await fixture.editor.close()
    }
}

/// A line as it should be after keys were pressed.
private struct Edited {
    private(set) var text = ""
    /// In Unicode scalars.
    private var position = 0

    private var before: String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(position))) }
    private var after: String { String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(position))) }

    /// Does something.
    ///
    /// - Returns: The keys that do it.
    mutating func edit(_ random: inout Random) -> String {
        let (before, after) = (before, after)
        switch random.number(0...9) {
        case 0:
            position = 0
            return "\u{1}"
        case 1:
            position = text.unicodeScalars.count
            return "\u{5}"
        case 2, 3:
            position -= before.last?.unicodeScalars.count ?? 0
            return "\u{1B}[D"
        case 4:
            position += after.first?.unicodeScalars.count ?? 0
            return "\u{1B}[C"
        case 5:
            set(String(before.dropLast()), after)
            return "\u{7F}"
        case 6:
            set(before, String(after.dropFirst()))
            return "\u{1B}[3~"
        case 7 where random.isTrue(oneIn: 4):
            set(before, "")
            return "\u{B}"
        default:
            let pieces = ["a", "中", "é", "e\u{301}", "文字", "🎉", "👨‍👩‍👧", "❤️", "👍🏽", "ﬁ", "日本語", "xyz"]
            let piece = random.pick(pieces)
            set(before + piece, after)
            return piece
        }
    }

    private mutating func set(_ before: String, _ after: String) {
        position = before.unicodeScalars.count
        text = before + after
    }
}
