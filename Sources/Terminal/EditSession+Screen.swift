import CEditLine
import Foundation

extension EditSession {
    func perform(_ request: LineEditor.Request) {
        switch request {
        case .show(let lines):
            redraw(live: live, above: lines)
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
            redraw(live: [])
            live = []
            isClosing = true
            // The prompt that nobody will answer goes; the shell's takes its place.
            write("\r\u{1B}[J")
            fflush(screen)
        }
    }

    /// Draws everything from the live lines down anew, with `lines` above.
    func redraw(live: [String], above lines: [String] = []) {
        moveToTop()
        write("\u{1B}[J")
        for line in lines + live { write(line + "\r\n") }
        liveRows = live.count
        redrawPrompt()
    }

    /// Takes the live lines off the screen; they come back with the next prompt.
    func wipeLive() {
        if liveRows > 0 { redraw(live: []) }
    }

    /// As many lines as before are written over in their place, and the prompt is not touched.
    private func setLive(_ lines: [String]) {
        live = lines
        guard lines.count == liveRows, !lines.isEmpty else { return redraw(live: lines) }
        let up = cursorRow + liveRows
        guard up < TerminalTraits.rows(of: options.output) else { return }
        write("\u{1B}7\r\u{1B}[\(up)A")
        for line in lines { write(line + "\u{1B}[K\r\n") }
        write("\u{1B}8")
        fflush(screen)
    }

    private func interrupt() {
        guard let line = el_wline(handle)?.pointee, line.lastchar > line.buffer else { return emit(.interrupt) }
        _ = el_cursor(handle, Int32(line.lastchar - line.cursor))
        moveToTop()
        write("\u{1B}[J")
        liveRows = 0
        el_deletestr(handle, Int32(line.lastchar - line.buffer))
        redraw(live: live)
    }

    private func resize() {
        moveToTop()
        write("\u{1B}[J")
        liveRows = 0
        fflush(screen)
        el_resize(handle)
        columns = TerminalTraits.columns(of: options.output)
        redraw(live: live)
    }

    private func suspend() {
        redraw(live: [])
        prepareTerminal(false)
        write("\r\n")
        fflush(screen)
        let missed = options.stopsProcess ? stopped() : []
        resume()
        for request in missed { perform(request) }
    }

    /// Stops the process.
    ///
    /// - Returns: What was asked for until it went on.
    private func stopped() -> [LineEditor.Request] {
        var missed: [LineEditor.Request] = []
        var hasResumed = false
        SignalRelay.stopProcess()
        // Where nobody could make the process go on again, it is not stopped at all.
        let end = ContinuousClock.now + .seconds(1)
        while !hasResumed, .now < end {
            waitForRequests(atMost: 100)
            for request in take() {
                if case .resume = request { hasResumed = true } else { missed.append(request) }
            }
        }
        SignalRelay.take(SIGTSTP)
        if !hasResumed { resumedAt = .now }
        return missed
    }

    /// The process goes on, below whatever the shell has written in the meantime.
    private func resume() {
        prepareTerminal(true)
        write("\r\u{1B}[J")
        for line in live { write(line + "\r\n") }
        liveRows = live.count
        redrawPrompt()
    }

    private func prepareTerminal(_ on: Bool) {
        if options.traits.marksPastes { write(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }
        fflush(screen)
        kinora_el_prepare_terminal(handle, on ? 1 : 0)
    }

    private func redrawPrompt() {
        fflush(screen)
        kinora_el_refresh(handle)
        fflush(screen)
    }

    /// To the first column of the first live line, or of the prompt where there is none.
    private func moveToTop() {
        let up = min(cursorRow + liveRows, TerminalTraits.rows(of: options.output) - 1)
        write(up > 0 ? "\r\u{1B}[\(up)A" : "\r")
    }

    /// How many rows below the prompt's first one the cursor is.
    private var cursorRow: Int {
        guard let line = el_wline(handle)?.pointee else { return 0 }
        var row = 0
        var column = promptWidth
        for position in 0..<max(0, line.cursor - line.buffer) {
            guard let scalar = Unicode.Scalar(UInt32(bitPattern: line.buffer[position])) else { continue }
            if scalar == "\n" {
                (row, column) = (row + 1, 0)
                continue
            }
            // A control character is shown as a caret and a letter; a wide one does not hang over the edge.
            let width = scalar.value < 0x20 ? 2 : DisplayWidth.of(scalar)
            if column + width > columns { (row, column) = (row + 1, 0) }
            column += width
        }
        return column >= columns ? row + 1 : row
    }

    func write(_ text: String) {
        fputs(text, screen)
    }
}
