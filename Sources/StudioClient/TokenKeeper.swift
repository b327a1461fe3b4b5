/// Keeps the tokens of each studio, in a file only the user can read.
public final class TokenKeeper: Sendable {
    /// - Parameter folder: The state folder; made 0700 when it is missing.
    public init(folder: String, environment: [String: String]) {}
}
