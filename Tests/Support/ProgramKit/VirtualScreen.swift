import Foundation
import Terminal

/// Enough of a terminal to know what a person sees: cells, a cursor, and the sequences a line editor uses.
public struct VirtualScreen: Sendable {
    /// The cells; nil is the second half of a wide character.
    private var rows: [[Character?]]
    /// Lines that have left the screen at its top.
    private var past: [String] = []
    private var columns: Int
    private let height: Int
    private var row = 0
    private var column = 0
    private var saved = (row: 0, column: 0)
    private var pending: [Unicode.Scalar] = []
    /// Sequences it does not know: a test can tell that there are none.
    public private(set) var unknown: [String] = []
    public private(set) var pastesAreMarked = false
    /// The pictures it was given, in their order.
    public private(set) var pictures: [ScreenPicture] = []
    /// What has come of a picture in pieces.
    private var kitty: (keys: Substring, data: Data)?
    /// How wide and high a character is, in pixels.
    public static let cell = (width: 10, height: 20)

    public init(columns: Int = 40, rows: Int = 12) {
        self.columns = columns
        height = rows
        self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The lines of the screen, without what is blank at their ends and below them.
    public var lines: [String] {
        var lines = rows.map(Self.text)
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Everything there is to see when one scrolls back to the beginning.
    public var history: [String] { past + lines }

    private static func text(of row: [Character?]) -> String {
        var row = row[...]
        while let last = row.last, last == " " { row.removeLast() }
        return String(row.compactMap { $0 })
    }

    public var cursor: (row: Int, column: Int) { (row, column) }

    /// Another width, as most terminals take it: a row that has become too long goes on in the next.
    public mutating func resize(columns: Int) {
        var wrapped: [[Character?]] = []
        var place = (row: row, column: column)
        for (index, cells) in rows.enumerated() {
            let used = max(cells.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0, index == row ? column : 0, 1)
            if index == row { place = (wrapped.count + column / columns, column % columns) }
            for start in stride(from: 0, to: used, by: columns) {
                let piece = Array(cells[start..<min(start + columns, used, cells.count)])
                wrapped.append(piece + Array(repeating: " ", count: columns - piece.count))
            }
        }
        // What is blank below the cursor gives way first, then what is at the top.
        while wrapped.count > height, wrapped.count - 1 > place.row, wrapped.last?.allSatisfy({ $0 == " " }) == true {
            wrapped.removeLast()
        }
        while wrapped.count > height {
            past.append(Self.text(of: wrapped.removeFirst()))
            place.row -= 1
        }
        rows = wrapped + Array(repeating: Array(repeating: " ", count: columns), count: height - wrapped.count)
        (row, column) = place
        self.columns = columns
    }

    public mutating func take(_ text: String) {
        for scalar in text.unicodeScalars {
            if pending.isEmpty {
                if scalar == "\u{1B}" { pending = [scalar] } else { plain(scalar) }
                continue
            }
            pending.append(scalar)
            if pending.count > 1, pending[1] == "_" || pending[1] == "]" || pending[1] == "P" {
                if scalar == "\u{7}" || scalar == "\\" && pending[pending.count - 2] == "\u{1B}" {
                    string(String(String.UnicodeScalarView(pending.dropFirst(1).dropLast(scalar == "\u{7}" ? 1 : 2))))
                    pending = []
                }
                continue
            }
            let isControlSequence = pending.count > 1 && pending[1] == "["
            if isControlSequence ? pending.count > 2 && (0x40..<0x7F).contains(scalar.value) : true,
                isControlSequence || scalar != "["
            {
                sequence(String(String.UnicodeScalarView(pending.dropFirst())))
                pending = []
            }
        }
    }

    private mutating func plain(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r": column = 0
        case "\n": lineFeed()
        case "\u{8}": column = max(0, column - 1)
        case "\u{7}": break
        default:
            let width = DisplayWidth.of(scalar)
            if width == 0 { return combine(scalar) }
            if column + width > columns {
                column = 0
                lineFeed()
            }
            rows[row][column] = Character(scalar)
            if width == 2 { rows[row][column + 1] = nil }
            column += width
        }
    }

    /// Adds to the character before the cursor.
    private mutating func combine(_ scalar: Unicode.Scalar) {
        guard let at = (0..<column).last(where: { rows[row][$0] != nil }), let base = rows[row][at] else { return }
        var scalars = base.unicodeScalars
        scalars.append(scalar)
        rows[row][at] = Character(String(scalars))
    }

    private mutating func lineFeed() {
        if row + 1 < height {
            row += 1
        } else {
            past.append(Self.text(of: rows.removeFirst()))
            rows.append(Array(repeating: " ", count: columns))
        }
    }

    /// A sequence that holds text: a picture, or nothing that is known.
    private mutating func string(_ text: String) {
        switch text.first {
        case "_" where text.hasPrefix("_G"):
            let parts = text.dropFirst(2).split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            // Each chunk is padded by itself.
            guard let chunk = Data(base64Encoded: parts.count > 1 ? String(parts[1]) : "") else {
                return unknown.append(String(text.prefix(40)))
            }
            kitty = kitty.map { ($0.keys, $0.data + chunk) } ?? (parts[0], chunk)
            guard let whole = kitty, parts[0].contains("m=0") else { return }
            kitty = nil
            place(ScreenPicture(kitty: whole.keys, data: whole.data), text)
        case "]" where text.hasPrefix("]1337;File="): place(ScreenPicture(iTerm2: text.dropFirst()), text)
        case "P": place(ScreenPicture(sixel: text.dropFirst()), text)
        default: unknown.append(text)
        }
    }

    /// Puts a picture at the cursor, and the cursor where such a terminal leaves it.
    private mutating func place(_ picture: ScreenPicture?, _ text: String) {
        guard var picture else { return unknown.append(String(text.prefix(40))) }
        (picture.row, picture.column) = (past.count + row, column)
        pictures.append(picture)
        guard let cells = picture.cells else {
            for _ in 0..<(picture.height + Self.cell.height - 1) / Self.cell.height { lineFeed() }
            return
        }
        for _ in 1..<max(2, cells.rows) { lineFeed() }
        column = min(columns - 1, column + cells.columns)
    }

    private mutating func sequence(_ text: String) {
        if text == "7" {
            saved = (row, column)
            return
        }
        if text == "8" {
            (row, column) = saved
            return
        }
        guard text.hasPrefix("["), let final = text.last else {
            unknown.append(text)
            return
        }
        let parameters = text.dropFirst().dropLast()
        let count = Int(parameters) ?? 1
        switch final {
        case "A": row = max(0, row - count)
        case "B": row = min(height - 1, row + count)
        case "C": column = min(columns - 1, column + count)
        case "D": column = max(0, column - count)
        case "G": column = min(columns, count) - 1
        case "H" where parameters.isEmpty: (row, column) = (0, 0)
        case "J" where parameters == "2":
            rows = Array(repeating: Array(repeating: " ", count: columns), count: height)
        case "J":
            rows[row].replaceSubrange(column..., with: Array(repeating: " ", count: columns - column))
            for below in rows.indices where below > row { rows[below] = Array(repeating: " ", count: columns) }
        case "K":
            rows[row].replaceSubrange(column..., with: Array(repeating: " ", count: columns - column))
        case "P":
            rows[row].removeSubrange(column..<min(columns, column + count))
            rows[row] += Array(repeating: " ", count: columns - rows[row].count)
        case "@":
            rows[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
            rows[row].removeLast(count)
        case "m": break
        case "h" where parameters == "?2004": pastesAreMarked = true
        case "l" where parameters == "?2004": pastesAreMarked = false
        default: unknown.append(text)
        }
    }
}
