import CEditLine
import Foundation

extension EditSession {
    func perform(_ request: LineEditor.Request) {
        switch request {
        case .show(let lines):
            redraw(above: lines)
        case .live(let lines):
            setLive(lines)
        case .interrupt:
            interrupt()
        case .resize:
            resize()
        case .suspend:
            suspend()
        case .resume:
            // Our own stop has ended already when its signal is told.
            if let resumedAt, resumedAt.duration(to: .now) < .seconds(2) { return }
            resume()
        case .close:
            // The prompt that nobody will answer goes; the shell's takes its place.
            wipe()
            live = []
            isClosing = true
            fflush(screen)
        }
    }

    /// Draws everything from the live lines down anew, with `lines` above.
    func redraw(above lines: [String] = []) {
        wipe()
        let live = fittedLive
        for line in lines + live { write(line + "\r\n") }
        liveWidths = live.map(Self.width)
        draw()
        fflush(screen)
    }

    /// Draws what is being typed, if it is not there already, and the live lines that have been taken off the screen.
    func draw() {
        guard let line = el_wline(handle)?.pointee else { return }
        guard drawn != nil || liveWidths.count == fittedLive.count else { return redraw() }
        let layout = layout(of: line)
        defer { drawn = layout }
        if let drawn {
            if layout == drawn { return }
            if let added = layout.added(to: drawn) {
                write(added)
                fflush(screen)
                return
            }
            moveUp(drawn.cursor.row)
            write("\u{1B}[J")
        }
        write(layout.rows.joined(separator: "\r\n"))
        moveUp(layout.rows.count - 1 - layout.cursor.row)
        if layout.cursor.column > 0 { write("\u{1B}[\(layout.cursor.column)C") }
        fflush(screen)
    }

    private func layout(of line: LineInfoW) -> PromptLayout {
        PromptLayout(
            prompt: prompt,
            promptWidth: promptWidth,
            text: Self.text(of: line),
            position: line.cursor - line.buffer,
            columns: columns,
            most: screenRows - liveWidths.count
        )
    }

    /// Leaves a line behind as it was entered: all of it, wrapped by the terminal, so that it can be copied.
    func leave(_ text: String) {
        wipe()
        write(prompt + text.replacing("\n", with: "\r\n") + "\r\n")
        fflush(screen)
    }

    /// What is being typed.
    var typed: String {
        guard let line = el_wline(handle)?.pointee else { return "" }
        return Self.text(of: line)
    }

    private static func text(of line: LineInfoW) -> String {
        WideText.string(line.buffer, count: line.lastchar - line.buffer)
    }

    /// Takes the live lines and the prompt off the screen.
    private func wipe() {
        moveUp(liveWidths.count + (drawn?.cursor.row ?? 0))
        write("\u{1B}[J")
        forget()
    }

    /// Nothing of ours is on the screen any more.
    func forget() {
        liveWidths = []
        drawn = nil
    }

    /// The live lines as they fit the screen as it is now: each in a row, and the prompt is seen below them.
    private var fittedLive: [String] {
        live.prefix(max(0, screenRows - 2)).map { line in
            Self.width(line) < columns ? line : DisplayWidth.truncated(ForeignText.cleaned(line), to: columns - 1)
        }
    }

    private static func width(_ line: String) -> Int { DisplayWidth.of(ForeignText.cleaned(line)) }

    private var screenRows: Int { TerminalTraits.rows(of: options.output) }

    /// As many lines as before are written over in their place, and the prompt is not touched.
    private func setLive(_ lines: [String]) {
        live = lines
        let fitted = fittedLive
        guard let drawn, fitted.count == liveWidths.count, !fitted.isEmpty else { return redraw() }
        write("\u{1B}7")
        moveUp(drawn.cursor.row + fitted.count)
        for line in fitted { write(line + "\u{1B}[K\r\n") }
        write("\u{1B}8")
        liveWidths = fitted.map(Self.width)
        fflush(screen)
    }

    private func interrupt() {
        guard let line = el_wline(handle)?.pointee, line.lastchar > line.buffer else { return emit(.interrupt) }
        _ = el_cursor(handle, Int32(line.lastchar - line.cursor))
        el_deletestr(handle, Int32(line.lastchar - line.buffer))
    }

    private func resize() {
        columns = TerminalTraits.columns(of: options.output)
        if options.traits.wrapsAnew, let drawn {
            // A row that has become too long goes on in the next ones.
            let above = liveWidths + drawn.widths.prefix(drawn.cursor.row)
            moveUp(above.reduce(drawn.cursor.column / columns) { $0 + max(1, ($1 + columns - 1) / columns) })
            forget()
        }
        redraw()
    }

    /// Clears the screen but for what is redrawn.
    func clear() {
        write("\u{1B}[H\u{1B}[2J")
        forget()
        redraw()
    }

    /// To the first column, so many rows above.
    private func moveUp(_ rows: Int) {
        write(rows > 0 ? "\r\u{1B}[\(rows)A" : "\r")
    }

    func write(_ text: String) {
        fputs(text, screen)
    }
}
