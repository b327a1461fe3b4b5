import CEditLine
import Foundation

extension EditSession {
    // MARK: By what a person takes for one character, which may be several of Unicode

    func goBack() -> UInt8 {
        guard let before = typedAround.before.last else { return beep() }
        _ = el_cursor(handle, Int32(-before.unicodeScalars.count))
        return UInt8(CC_NORM)
    }

    func goOn() -> UInt8 {
        guard let after = typedAround.after.first else { return beep() }
        _ = el_cursor(handle, Int32(after.unicodeScalars.count))
        return UInt8(CC_NORM)
    }

    func rubOut() -> UInt8 {
        guard let before = typedAround.before.last else { return beep() }
        el_deletestr(handle, Int32(before.unicodeScalars.count))
        return UInt8(CC_NORM)
    }

    func delete() -> UInt8 {
        guard let after = typedAround.after.first else { return beep() }
        _ = goOn()
        el_deletestr(handle, Int32(after.unicodeScalars.count))
        return UInt8(CC_NORM)
    }

    /// What is before the cursor, and what is behind it.
    private var typedAround: (before: String, after: String) {
        guard let line = el_wline(handle)?.pointee else { return ("", "") }
        return (
            WideText.string(line.buffer, count: line.cursor - line.buffer),
            WideText.string(line.cursor, count: line.lastchar - line.cursor)
        )
    }

    /// Inserts what is pasted, up to the mark of its end, as one piece. It never submits the line.
    func paste() -> UInt8 {
        isPasting = true
        defer { isPasting = false }
        let end: [UInt32] = "\u{1B}[201~".unicodeScalars.map(\.value)
        var pasted: [UInt32] = []
        var character: wchar_t = 0
        while !pasted.ends(with: end) {
            // Ctrl-C ends a paste whose end does not come.
            guard el_wgetc(handle, &character) == 1, character != 3 else { return inserted(pasted) }
            pasted.append(UInt32(bitPattern: character))
        }
        return inserted(pasted.dropLast(end.count))
    }

    private func inserted(_ scalars: some Collection<UInt32>) -> UInt8 {
        let text = PasteMark.inserted(for: PasteMark.normalised(scalars))
        guard !text.isEmpty else { return UInt8(CC_NORM) }
        let done = WideText.withScalars(of: text) { el_winsertstr(handle, $0) }
        return UInt8(done == 0 ? CC_REFRESH : CC_ERROR)
    }

    /// Completes the file name in front of the cursor.
    func complete() -> UInt8 {
        guard let line = el_wline(handle)?.pointee else { return UInt8(CC_ERROR) }
        let text = WideText.string(line.buffer, count: line.cursor - line.buffer)
        let outcome = FileCompletion(entries: Self.entries, commands: options.commands).complete(text)
        if !outcome.choices.isEmpty {
            redraw(above: columned(outcome.choices))
            return UInt8(CC_NORM)
        }
        guard outcome != .none else { return beep() }
        el_deletestr(handle, Int32(outcome.removed))
        _ = WideText.withScalars(of: outcome.inserted) { el_winsertstr(handle, $0) }
        return UInt8(CC_REFRESH)
    }

    /// Ctrl-D: ends the input on an empty line, else deletes the character under the cursor. libedit's own says `^D`
    /// on the way out.
    func end() -> UInt8 {
        guard let line = el_wline(handle)?.pointee else { return UInt8(CC_EOF) }
        if line.lastchar == line.buffer { return UInt8(CC_EOF) }
        return delete()
    }

    private func beep() -> UInt8 {
        write("\u{7}")
        fflush(screen)
        return UInt8(CC_NORM)
    }

    /// Names in columns, in rows that fit the screen.
    private func columned(_ names: [String]) -> [String] {
        let shown = names.prefix(200).map(ForeignText.cleanedLine)
        let width = (shown.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        let perRow = max(1, columns / width)
        var rows = stride(from: 0, to: shown.count, by: perRow).map { start in
            shown[start..<min(start + perRow, shown.count)].map { DisplayWidth.padded($0, to: width) }.joined()
        }
        if names.count > shown.count { rows.append("… +\(names.count - shown.count)") }
        return rows
    }

    private static func entries(in folder: String) -> [FileCompletion.Entry] {
        let path = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.map { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
            return FileCompletion.Entry(name: name, isFolder: isFolder.boolValue)
        }
    }
}

extension [UInt32] {
    fileprivate func ends(with tail: [UInt32]) -> Bool {
        count >= tail.count && suffix(tail.count).elementsEqual(tail)
    }
}
