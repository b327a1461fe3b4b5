import CEditLine
import Foundation

extension EditSession {
    /// Reads line after line until the editor is closed or the input ends.
    func run() {
        while !isClosing {
            // Before the prompt is seen: what is typed in between would be shown twice.
            kinora_el_prepare_terminal(handle, 1)
            markPastes(true)
            var count: Int32 = 0
            let line = el_wgets(handle, &count)
            markPastes(false)
            fflush(screen)
            if let line, count > 0 {
                // Without a newline it is what was typed when the input ended.
                if !isClosing { accept(WideText.string(line, count: Int(count))) }
            } else if !isClosing {
                leave("")
                emit(inputEnded ? .hangUp : .endOfInput)
                return showLastWords()
            }
        }
    }

    /// Until the editor is closed, what is shown still appears, without a prompt.
    private func showLastWords() {
        while true {
            for request in take() {
                if case .close = request { return }
                guard case .show(let lines) = request else { continue }
                for line in lines { write(line + "\r\n") }
                fflush(screen)
            }
            waitForRequests()
        }
    }

    /// - Parameter milliseconds: How long at most; -1 is for ever.
    func waitForRequests(atMost milliseconds: Int32 = -1) {
        var descriptor = pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0)
        if poll(&descriptor, 1, milliseconds) > 0 { emptyWakePipe() }
    }

    private func emptyWakePipe() {
        var sink = [UInt8](repeating: 0, count: 256)
        while read(wakeReader, &sink, sink.count) == sink.count {}
    }

    private func accept(_ raw: String) {
        let typed = raw.hasSuffix("\n") ? String(raw.dropLast()) : raw
        leave(typed)
        let line = PasteMark.removed(from: typed)
        let known = past.lines.count
        if past.add(line) {
            // One line more is one more; anything else has moved an older one.
            if past.lines.count == known + 1 { enterIntoHistory(line) } else { fillHistory() }
        }
        emit(.line(line))
    }

    /// Has the terminal tell what is pasted from what is typed.
    func markPastes(_ on: Bool) {
        guard options.traits.marksPastes else { return }
        write(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
    }

    /// What libedit calls for the next character. Requests are done while it waits, and what the last key has changed
    /// is drawn; keys that are there already come first.
    ///
    /// - Returns: 1, or 0 at the end of the input.
    func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
        while true {
            for request in take() { perform(request) }
            if isClosing { return 0 }
            if !isPasting, !hasInput() { draw() }
            // libedit waits for what follows Escape, as keys send sequences; twice it is the key alone.
            if isVi, isEscaping, !hasInput(within: 50) {
                isEscaping = false
                character.pointee = 0x1B
                return 1
            }
            var descriptors = [
                pollfd(fd: options.input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&descriptors, 2, -1) > 0 else {
                if errno == EINTR { continue }
                return 0
            }
            if descriptors[1].revents != 0 {
                emptyWakePipe()
                continue
            }
            guard let scalar = readScalar() else {
                inputEnded = true
                return 0
            }
            isEscaping = scalar == 0x1B && !isPasting
            character.pointee = wchar_t(bitPattern: scalar)
            return 1
        }
    }

    private func hasInput(within milliseconds: Int32 = 0) -> Bool {
        var descriptor = pollfd(fd: options.input, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, milliseconds) > 0
    }

    /// One character from the keyboard; bytes that make none are passed over.
    private func readScalar() -> UInt32? {
        while true {
            guard let first = readByte() else { return nil }
            if first < 0x80 || !TextLocale.isUTF8 { return UInt32(first) }
            let following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
            var bytes = [first]
            while bytes.count <= following, following > 0 {
                guard let byte = readByte() else { return nil }
                bytes.append(byte)
            }
            if let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first {
                return scalar.value
            }
        }
    }

    private func readByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(options.input, &byte, 1)
            if count == 1 { return byte }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return nil
        }
    }
}
