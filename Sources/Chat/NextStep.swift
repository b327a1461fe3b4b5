import Translator

/// What the person can have done by its number.
enum NextStep: Hashable, Sendable {
    case export
    /// A message to the agent. It may cost credits, and so it is never sent by itself.
    case send(String)
    case look(Translation.Shown)
    /// Files and addresses, once more.
    case add([String])
    /// An export that went on without us.
    case fetch(ExportOrder)

    init(_ step: Translation.Step) {
        switch step {
        case .export: self = .export
        case .send(let text): self = .send(text)
        }
    }
}
