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

    public init(_ picture: Picture?, placeholder: StyledText = "", caption: [StyledText], isLarge: Bool = false) {
        self.picture = picture
        self.placeholder = placeholder
        self.caption = caption
        self.isLarge = isLarge
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

    /// How many stand in a row.
    var perRow: Int { max(1, (usable + Self.gap) / (Self.leastWidth + Self.gap)) }

    /// The room of a card's picture.
    func area(isLarge: Bool) -> CellArea {
        // The prompt, what goes on above it, and the caption have to be seen along with the picture.
        let mostRows = max(2, rows - 6)
        if isLarge { return CellArea(columns: usable, rows: mostRows) }
        let width = min(Self.mostWidth, (usable - Self.gap * (perRow - 1)) / perRow)
        // Photos are three wide and two high for the most part, and a character is twice as high as it is wide.
        return CellArea(columns: width, rows: min(mostRows, max(2, width / 3)))
    }

    /// The last column stays free: a character there may or may not wrap.
    private var usable: Int { max(1, columns - 1) }
}
