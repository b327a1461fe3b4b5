/// Why a studio cannot start.
public struct StudioStartError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// Another studio has the socket or the data folder.
        case alreadyRunning
        case folder
        case address
        case store
        case configuration
    }

    public var code: Code
    /// A sentence for the person.
    public var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension StudioStartError: CustomStringConvertible {
    public var description: String { message }
}
