import Foundation
import ProgramKit
import Synchronization
import Testing

@testable import Terminal

@Suite struct ScreenTests {
    @Test func foreignTextIsHarmless() {
        #expect(ForeignText.cleaned("a\u{1B}[31;1mb\u{1B}[0mc") == "abc")
        #expect(ForeignText.cleaned("a\u{1B}]0;title\u{7}b\u{1B}]8;;http://x\u{1B}\\c") == "abc")
        #expect(ForeignText.cleaned("a\u{9B}31mb\u{7F}c\u{0}d\u{8}e") == "abcde")
        #expect(ForeignText.cleaned("invoice\u{202E}gpj.exe") == "invoicegpj.exe")
        #expect(ForeignText.cleaned("a\tb\r\nc") == "a b\nc")
        #expect(ForeignText.cleaned("a\u{1B}]never ended\nb") == "a\nb")
        #expect(ForeignText.cleaned("a\u{1B}[1\nb") == "a\nb")
        #expect(ForeignText.cleaned("a\u{1B}") == "a")
        #expect(ForeignText.cleaned("照片 👨‍👩‍👧 ✅") == "照片 👨‍👩‍👧 ✅")
    }

    @Test func onlyOurOwnColoursReachTheTerminal() {
        let text = StyledText("bad\u{1B}[2J\nnews", .error) + StyledText(" fine")
        #expect(text.lines(colour: true) == ["\u{1B}[31mbad\u{1B}[0m", "\u{1B}[31mnews\u{1B}[0m fine"])
        #expect(text.lines(colour: false) == ["bad", "news fine"])
    }

    @Test func widthsAreThoseOfATerminal() {
        #expect(DisplayWidth.of("abc") == 3)
        #expect(DisplayWidth.of("照片") == 4)
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.truncated("照片照片", to: 5) == "照片…")
        #expect(DisplayWidth.truncated("abc", to: 3) == "abc")
        #expect(DisplayWidth.truncated("abc", to: 0) == "")
        #expect(DisplayWidth.padded("照片", to: 6) == "照片  ")
    }

    @Test func linesBreakBetweenWords() {
        func wrapped(_ text: StyledText, _ columns: Int) -> [String] {
            text.wrapped(columns: columns).lines(colour: false)
        }
        #expect(wrapped("one two three", 7) == ["one two", "three"])
        #expect(wrapped("one two three", 13) == ["one two three"])
        #expect(wrapped("one\ntwo three", 5) == ["one", "two", "three"])
        #expect(wrapped("  1. one two", 9) == ["  1. one", "  two"])
        // Between wide characters, never before the point that ends a sentence.
        #expect(wrapped("照片照片照片", 8) == ["照片照片", "照片"])
        #expect(wrapped("照片照片。照片", 8) == ["照片照", "片。照片"])
        #expect(wrapped("改 photo.jpg 好", 9) == ["改", "photo.jpg", "好"])
        // An address stays whole: broken lines cannot be copied. Behind it is room for one word more.
        let address = "https://a.example/long"
        #expect(wrapped(StyledText("see \(address) now again"), 10) == ["see", "\(address) now", "again"])
        // So does a path, whatever is written in it.
        #expect(
            wrapped("已保存到 /home/安娜/我的视频/夏天.mp4 了", 12) == ["已保存到", "/home/安娜/我的视频/夏天.mp4 了"]
        )
        let styled = StyledText("Ready! ", .success) + StyledText("a file")
        #expect(styled.wrapped(columns: 8).lines(colour: true) == ["\u{1B}[32mReady! \u{1B}[0ma", "file"])
    }

    @Test func aBarIsAsLongAsItsShare() {
        #expect(ProgressBar.drawn(0, columns: 4) == "▕    ▏")
        #expect(ProgressBar.drawn(0.5, columns: 4) == "▕██  ▏")
        #expect(ProgressBar.drawn(0.55, columns: 5) == "▕██▊  ▏")
        #expect(ProgressBar.drawn(1, columns: 4) == "▕████▏")
        #expect(ProgressBar.drawn(7, columns: 2) == "▕██▏")
        #expect(ProgressBar.drawn(.nan, columns: 2) == "▕  ▏")
    }

    @Test func traitsFollowTheTerminalsNameAndNoColour() throws {
        var (far, near): (Int32, Int32) = (-1, -1)
        try #require(openpty(&far, &near, nil, nil, nil) == 0)
        defer {
            close(far)
            close(near)
        }
        func traits(_ environment: [String: String]) -> TerminalTraits {
            TerminalTraits(descriptor: near, environment: environment)
        }
        #expect(
            traits(["TERM": "xterm-256color"])
                == TerminalTraits(isInteractive: true, hasColour: true, marksPastes: true)
        )
        #expect(!traits(["TERM": "xterm", "NO_COLOR": "1"]).hasColour)
        #expect(traits(["TERM": "xterm", "NO_COLOR": ""]).hasColour)
        #expect(!traits(["TERM": "vt100"]).marksPastes)
        #expect(!traits(["TERM": "dumb"]).isInteractive)
        #expect(!traits([:]).isInteractive)
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        #expect(!TerminalTraits(descriptor: ends[1], environment: ["TERM": "xterm"]).isInteractive)
        for end in ends { close(end) }
    }

    @Test func progressInAFileIsALineNowAndThen() throws {
        let pipe = Pipe()
        let time = Mutex(ContinuousClock.now)
        let progress = ProgressLine(
            descriptor: pipe.fileHandleForWriting.fileDescriptor,
            traits: TerminalTraits(isInteractive: false, hasColour: false, marksPastes: false),
            interval: .seconds(5),
            now: { time.withLock { $0 } }
        )
        progress.update(["10%"])
        progress.update(["11%"])
        time.withLock { $0 += .seconds(6) }
        progress.update(["60%"])
        time.withLock { $0 += .seconds(6) }
        progress.update(["60%"])
        progress.note("done")
        try pipe.fileHandleForWriting.close()
        let written = try pipe.fileHandleForReading.readToEnd() ?? Data()
        #expect(String(decoding: written, as: UTF8.self) == "10%\n60%\ndone\n")
    }

    @Test func progressOnATerminalIsRedrawnInPlace() throws {
        let pipe = Pipe()
        let progress = ProgressLine(
            descriptor: pipe.fileHandleForWriting.fileDescriptor,
            traits: TerminalTraits(isInteractive: true, hasColour: false, marksPastes: false)
        )
        var screen = VirtualScreen()
        progress.update(["⏳ 10%"])
        progress.update(["⏳ 20% and more"])
        progress.note("said")
        progress.update(["⏳ 30%"])
        progress.update([])
        progress.note("end")
        try pipe.fileHandleForWriting.close()
        let written = try pipe.fileHandleForReading.readToEnd() ?? Data()
        screen.take(String(decoding: written, as: UTF8.self).replacing("\n", with: "\r\n"))
        #expect(screen.lines == ["said", "end"])
        #expect(screen.unknown == [])
    }

    @Test func linesOfAPipeAreEventsAndTheLastNeedsNoNewline() async throws {
        let pipe = Pipe()
        let input = LineInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
        try pipe.fileHandleForWriting.write(contentsOf: Data("one\r\n照片\n\nlast".utf8))
        try pipe.fileHandleForWriting.close()
        var events: [InputEvent] = []
        for await event in input.events { events.append(event) }
        #expect(events == [.line("one"), .line("照片"), .line(""), .line("last"), .endOfInput])
    }
}
