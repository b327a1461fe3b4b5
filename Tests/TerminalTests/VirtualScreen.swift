@testable import Terminal

/// Enough of a terminal to know what a person sees: cells, a cursor, and the sequences a line editor uses.
struct VirtualScreen {
    private(set) var rows: [[Character?]]
    let columns: Int
    private let height: Int
    private var row = 0
    private var column = 0
    private var saved = (row: 0, column: 0)
    private var pending: [Unicode.Scalar] = []
    /// Sequences it does not know: a test can tell that there are none.
    private(set) var unknown: [String] = []
    private(set) var pastesAreMarked = false

    init(columns: Int = 40, rows: Int = 12) {
        self.columns = columns
        height = rows
        self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The lines that are not blank, without what is blank at their ends.
    var lines: [String] {
        var lines = rows.map { row in
            String(row.compactMap { $0 }).replacing(/[ ]+$/, with: "")
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    var cursor: (row: Int, column: Int) { (row, column) }

    mutating func take(_ text: String) {
        for scalar in text.unicodeScalars {
            if pending.isEmpty {
                if scalar == "\u{1B}" { pending = [scalar] } else { plain(scalar) }
                continue
            }
            pending.append(scalar)
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
            if column + width > columns {
                column = 0
                lineFeed()
            }
            rows[row][column] = Character(scalar)
            if width == 2 { rows[row][column + 1] = nil }
            column += width
        }
    }

    private mutating func lineFeed() {
        if row + 1 < height {
            row += 1
        } else {
            rows.removeFirst()
            rows.append(Array(repeating: " ", count: columns))
        }
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
