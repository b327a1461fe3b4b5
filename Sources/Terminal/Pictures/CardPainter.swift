/// Turns a row of cards into lines for a terminal.
struct CardPainter: Sendable {
    let layout: CardLayout
    let canvas: PictureCanvas

    /// For the terminal behind a descriptor as it is now.
    init(_ form: PictureForm, descriptor: Int32) {
        layout = CardLayout(
            columns: TerminalTraits.columns(of: descriptor),
            rows: TerminalTraits.rows(of: descriptor)
        )
        canvas = PictureCanvas(form: form, cell: TerminalTraits.cell(of: descriptor))
    }

    /// The lines of the cards, in as many rows as they need; an empty one ends each row.
    func lines(_ cards: [Card]) -> [String] {
        stride(from: 0, to: cards.count, by: layout.perRow).flatMap { start in
            row(Array(cards[start..<min(start + layout.perRow, cards.count)])) + [""]
        }
    }

    /// The lines of cards that have room beside each other.
    ///
    /// Where pictures are drawn by a sequence, empty lines come first: they make room at the bottom of the screen, so
    /// that nothing scrolls while the cursor goes up, draws, and comes back to a place of which it need not be known
    /// where each terminal leaves the cursor after a picture.
    private func row(_ cards: [Card]) -> [String] {
        let area = layout.area(cards, cell: canvas.cell ?? .usual)
        let drawings = cards.map { Drawing($0, in: area, canvas: canvas) }
        let height = drawings.map(\.rows).max() ?? 0
        let captions = captions(cards, width: area.columns)
        var lines = (0..<height).map { row in
            joined(drawings.map { $0.line(row - (height - $0.rows)) }, width: area.columns)
        }
        let sequences = drawings.enumerated().compactMap { index, drawing in
            drawing.sequence.map { sequence in
                let right = index * (area.columns + CardLayout.gap)
                let down = height - drawing.rows
                return (right > 0 ? "\u{1B}[\(right)C" : "") + (down > 0 ? "\u{1B}[\(down)B" : "") + sequence
            }
        }
        guard !sequences.isEmpty else { return lines + captions }
        let drawn = sequences.map { "\u{1B}7" + $0 + "\u{1B}8" }.joined()
        lines.append("\u{1B}[\(height)A" + drawn + "\u{1B}[\(height)B\r" + (captions.first ?? ""))
        return lines + captions.dropFirst()
    }

    private func captions(_ cards: [Card], width: Int) -> [String] {
        let count = cards.map(\.caption.count).max() ?? 0
        return (0..<count).map { row in
            joined(
                cards.map { card in
                    guard card.caption.indices.contains(row) else { return Piece() }
                    return Piece(card.caption[row], columns: width)
                },
                width: width
            )
        }
    }

    /// Pieces beside each other, each in its place.
    private func joined(_ pieces: [Piece], width: Int) -> String {
        var line = ""
        var missing = 0
        var isCertain = true
        for (index, piece) in pieces.enumerated() {
            if index > 0 { missing += CardLayout.gap }
            if piece.columns > 0 {
                // Where terminals differ in the width of what came before, it is not counted on.
                line +=
                    isCertain
                    ? String(repeating: " ", count: missing) : "\r\u{1B}[\(index * (width + CardLayout.gap))C"
                line += piece.text
                missing = 0
                isCertain = isCertain && piece.isCertain
            }
            missing += width - piece.columns
        }
        return line
    }
}

/// A line of a card.
private struct Piece {
    var text = ""
    var columns = 0
    var isCertain = true

    init() {}

    init(text: String, columns: Int) {
        self.text = text
        self.columns = columns
    }

    init(_ words: StyledText, columns most: Int) {
        text = words.line(columns: most, colour: true)
        let plain = words.plain
        columns = min(most, DisplayWidth.of(plain))
        isCertain = plain.allSatisfy(DisplayWidth.isCertain)
    }
}

/// A card's picture as it is drawn.
private struct Drawing {
    let rows: Int
    /// Draws it at the cursor; nil where it is lines of characters.
    var sequence: String?
    private var lines: [Piece] = []

    init(_ card: Card, in area: CellArea, canvas: PictureCanvas) {
        guard let picture = card.picture else {
            rows = 1
            lines = [Piece(card.placeholder, columns: area.columns)]
            return
        }
        let place = area.fitting(picture, cell: canvas.cell ?? .usual)
        rows = place.rows
        let drawn = canvas.drawn(picture, in: place)
        if canvas.kind == .blocks {
            lines = drawn.map { Piece(text: $0, columns: place.columns) }
        } else {
            sequence = drawn.joined()
        }
    }

    /// The characters of a line; none outside.
    func line(_ row: Int) -> Piece {
        lines.indices.contains(row) ? lines[row] : Piece()
    }
}
