import Foundation
import ProgramKit
import TestKit
import Testing

@testable import Terminal

/// A line editor on a terminal of its own, driven like a person would.
final class EditorFixture {
    let editor: LineEditor
    private(set) var screen: VirtualScreen
    private let far: Int32
    private let near: Int32
    private var events: AsyncStream<InputEvent>.Iterator
    private var undecoded: [UInt8] = []

    init(columns: Int = 40, change: (inout LineEditor.Options) -> Void = { _ in }) throws {
        var (far, near): (Int32, Int32) = (-1, -1)
        var size = Self.size(columns)
        try #require(openpty(&far, &near, nil, nil, &size) == 0)
        (self.far, self.near) = (far, near)
        var options = LineEditor.Options()
        options.input = near
        options.output = near
        options.terminal = "xterm"
        options.traits = TerminalTraits(isInteractive: true, hasColour: true, marksPastes: true)
        options.readsEditrc = false
        options.stopsProcess = false
        change(&options)
        editor = try LineEditor(options)
        events = editor.events.makeAsyncIterator()
        screen = VirtualScreen(columns: columns, rows: 12)
        // What is typed before the editor has the terminal is echoed by the terminal itself.
        waitFor(lines: ["›"])
    }

    private static func size(_ columns: Int) -> winsize {
        winsize(
            ws_row: 12,
            ws_col: UInt16(columns),
            ws_xpixel: UInt16(columns * VirtualScreen.cell.width),
            ws_ypixel: UInt16(12 * VirtualScreen.cell.height)
        )
    }

    deinit {
        close(far)
        close(near)
    }

    func type(_ text: String) {
        DescriptorWriter(far).write(text)
    }

    func paste(_ text: String) {
        type("\u{1B}[200~" + text + "\u{1B}[201~")
    }

    func nextEvent() async -> InputEvent? {
        await events.next()
    }

    /// Reads what the editor draws until the screen is as wanted; the test fails if that does not happen.
    func waitFor(
        _ what: Comment? = nil,
        location: SourceLocation = #_sourceLocation,
        _ wanted: (VirtualScreen) -> Bool
    ) {
        while !wanted(screen) {
            var ready = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 10_000) > 0 else {
                let seen = screen.lines.joined(separator: "\n")
                Issue.record("\(what ?? "the screen") is not there; seen:\n\(seen)", sourceLocation: location)
                return
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(far, &buffer, buffer.count)
            guard count > 0 else { return }
            undecoded += buffer[..<count]
            // A character may be cut in two.
            var whole = undecoded.count
            while whole > 0, String(validating: undecoded[..<whole], as: UTF8.self) == nil { whole -= 1 }
            screen.take(String(decoding: undecoded[..<whole], as: UTF8.self))
            undecoded.removeFirst(whole)
        }
    }

    func waitFor(lines: [String], location: SourceLocation = #_sourceLocation) {
        waitFor("\(lines)", location: location) { $0.lines == lines }
    }

    func resize(columns: Int) {
        var size = Self.size(columns)
        _ = ioctl(far, UInt(TIOCSWINSZ), &size)
        screen.resize(columns: columns)
        editor.resize()
    }

    /// Whether the terminal edits lines itself, as it does when no editor has taken it.
    var isCooked: Bool {
        var modes = termios()
        return tcgetattr(near, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) != 0
    }
}
