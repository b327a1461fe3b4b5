/// Why the terminal cannot be used, in a sentence for the person.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String

    init(_ message: String) {
        self.message = message
    }

    public var description: String { message }
}
