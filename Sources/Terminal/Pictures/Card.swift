/// A picture with words below it, one of several beside each other.
public struct Card: Hashable, Sendable {
    /// Nil: there is none to show.
    public var picture: Picture?
    /// Stands in a picture's place.
    public var placeholder: StyledText
    /// The lines below; each is shortened to the picture's room.
    public var caption: [StyledText]
    /// It has a row of its own, as large as the screen allows.
    public var isLarge: Bool
    /// How many cards are shown in all: few of them get more room each.
    public var total: Int

    public init(
        _ picture: Picture?,
        placeholder: StyledText = "",
        caption: [StyledText],
        isLarge: Bool = false,
        of total: Int = .max
    ) {
        self.picture = picture
        self.placeholder = placeholder
        self.caption = caption
        self.isLarge = isLarge
        self.total = total
    }
}

/// How cards stand beside each other on a screen.
struct CardLayout: Hashable, Sendable {
    /// Of the whole screen.
    let columns: Int
    let rows: Int

    static let gap = 2
    /// Narrower, neither a picture nor a name can be recognised.
    private static let leastWidth = 18
    private static let mostWidth = 36
    /// So many rows for pictures that are higher than wide.
    private static let mostOfHigh = 10

    /// How many stand in a row.
    var perRow: Int { max(1, (usable + Self.gap) / (Self.leastWidth + Self.gap)) }

    /// The room of the pictures of cards that stand beside each other.
    ///
    /// - Parameter cell: Of a character.
    func area(_ cards: [Card], cell: CellSize = .usual) -> CellArea {
        // The prompt, what goes on above it, and the caption have to be seen along with the picture.
        let mostRows = max(2, rows - 6)
        if cards.count == 1, cards[0].isLarge { return CellArea(columns: usable, rows: mostRows) }
        // All rows of a sheet are alike, also a last one that is not full.
        let count = max(1, min(perRow, cards.map(\.total).max() ?? .max))
        let width = min(Self.mostWidth, (usable - Self.gap * (count - 1)) / count)
        // Photos are three wide and two high for the most part, and a character is twice as high as it is wide. What is
        // higher gets somewhat more, or there would be little to see of it.
        let heights = cards.compactMap(\.picture).map { width * cell.width * $0.height / $0.width / cell.height }
        let wanted = max(width / 3, min(heights.max() ?? 0, max(width / 2, Self.mostOfHigh)))
        return CellArea(columns: width, rows: min(mostRows, max(2, wanted)))
    }

    /// The last column stays free: a character there may or may not wrap.
    private var usable: Int { max(1, columns - 1) }
}
