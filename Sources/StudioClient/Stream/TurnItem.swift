public import StudioAPI

/// What a turn of the agent has to show, in the order it came. Control characters are gone from every text.
public enum TurnItem: Hashable, Sendable {
    /// A piece of a text that is being written. The texts of a turn are paragraphs of their own.
    case delta(String)
    /// What came in deltas is complete.
    case textEnded
    /// A text that came whole.
    case text(String)
    /// The agent began some work; the name and the arguments are for a status line at most.
    case toolStarted(name: String, arguments: JSONValue?)
    case toolFinished(name: String)
    /// An edit was made: the state has another draft.
    case draftChanged
    /// The turn met trouble. Told once, however often the stream says it.
    case trouble(TurnTrouble)
    /// The studio is alive and has nothing to say.
    case heartbeat
    /// The stream has ended. Always the last item.
    case ended(TurnSummary)
}

/// A turn that the agent could not finish as meant.
public struct TurnTrouble: Hashable, Sendable {
    /// What the agent's server calls it: "RuntimeError", "SAFETY", "MAX_TOKENS", …; "error" when it gave no code.
    public var code: String
    /// In the server's words; empty when it gave none.
    public var message: String
    /// An edit had been made before: the state tells what became of it.
    public var followsEdit: Bool

    public init(code: String, message: String, followsEdit: Bool) {
        self.code = code
        self.message = message
        self.followsEdit = followsEdit
    }
}

/// A turn as a whole.
public struct TurnSummary: Hashable, Sendable {
    /// There was text for the person: not blank, and not the agent's own thoughts.
    public var hadText: Bool
    /// A state with another draft was announced.
    public var draftChanged: Bool
    /// The tools that gave an answer, in order.
    public var tools: [String]
    /// The first trouble of the turn.
    public var trouble: TurnTrouble?

    public init(
        hadText: Bool = false,
        draftChanged: Bool = false,
        tools: [String] = [],
        trouble: TurnTrouble? = nil
    ) {
        self.hadText = hadText
        self.draftChanged = draftChanged
        self.tools = tools
        self.trouble = trouble
    }
}
