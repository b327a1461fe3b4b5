/// What is done about what the agent's words ask for.
public enum ActionMode: String, CaseIterable, Sendable {
    /// What shows something is looked up, what the person asked for is done; the rest is offered.
    case auto
    /// Everything is offered.
    case ask
    /// Nothing: the words are shown as they came.
    case off
}
