/// What a person does at the prompt.
public enum InputEvent: Hashable, Sendable {
    /// A line was entered; newlines inside it were pasted.
    case line(String)
    /// Ctrl-C on an empty line.
    case interrupt
    /// Ctrl-D on an empty line, or the end of what was piped in.
    case endOfInput
    /// The terminal went away.
    case hangUp
}
