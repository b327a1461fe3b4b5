/// What a studio's words come to for somebody who has a prompt and no buttons.
public struct Translation: Hashable, Sendable {
    /// What is shown, in order.
    public enum Piece: Hashable, Sendable {
        case text(String)
        /// The result of something that only shows: it is looked up and takes this place.
        case shown(Shown)
    }

    /// What can be looked up at once, as it costs and changes nothing.
    public enum Shown: Hashable, Sendable {
        /// The timeline: its tracks, or a preview of it.
        case timeline
        case credits
        /// How files are given: in a window there was a button for it.
        case upload
    }

    /// What is done, at once or when the person takes it up.
    public enum Step: Hashable, Sendable {
        case export
        /// An edit, as a message to the agent. It may cost credits.
        case send(String)
    }

    /// Each text is a line, or the part of one that comes before or after what is shown.
    public var pieces: [Piece]
    /// To be done now: the words tell the person to do it, or the person had asked for it.
    public var now: [Step]
    /// Next steps, for the person to take or leave.
    public var offers: [Step]

    public init(pieces: [Piece] = [], now: [Step] = [], offers: [Step] = []) {
        self.pieces = pieces
        self.now = now
        self.offers = offers
    }
}
