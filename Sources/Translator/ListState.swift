/// Where we are in a list, so that its numbers stay in order when items go.
struct ListState: Hashable, Sendable {
    private struct Level: Hashable, Sendable {
        var indent: Int
        /// How many of its numbered items went.
        var gone = 0
        /// The item before was talk of a window and nothing else.
        var followsWindow = false
    }

    private var levels: [Level] = []

    var followsWindow: Bool { levels.last?.followsWindow ?? false }

    mutating func enter(_ line: Line) {
        guard line.kind == .item else {
            if line.indent == 0 { levels = [] }
            return
        }
        levels.removeAll { $0.indent > line.indent }
        if levels.last?.indent != line.indent || line.number == 1 {
            levels.removeAll { $0.indent == line.indent }
            levels.append(Level(indent: line.indent))
        }
    }

    /// - Parameter isGone: Nothing of the item is left.
    mutating func leave(_ line: Line, isGone: Bool) {
        guard line.kind == .item, !levels.isEmpty else { return }
        levels[levels.count - 1].followsWindow = isGone
        if isGone, line.number != nil { levels[levels.count - 1].gone += 1 }
    }

    /// The item with the number it has now.
    func renumbered(_ words: String, _ line: Line) -> String {
        guard let number = line.number, let range = line.numberRange, let gone = levels.last?.gone, gone > 0 else {
            return words
        }
        let text = Array(words)
        guard text.count >= range.upperBound, number > gone else { return words }
        let isKeycap = text[range.lowerBound].unicodeScalars.contains(Line.keycap)
        let digits = isKeycap ? "\(number - gone)\u{FE0F}\u{20E3}" : "\(number - gone)"
        return String(text[..<range.lowerBound]) + digits + String(text[range.upperBound...])
    }
}
