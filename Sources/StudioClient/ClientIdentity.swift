/// Who calls: the client id and the words every request carries.
public struct ClientIdentity: Sendable {
    let environment: [String: String]

    /// - Parameters:
    ///   - executable: The path of the program, from which the platform is told.
    ///   - version: The program's version, for the User-Agent.
    public init(environment: [String: String], executable: String, version: String) {
        self.environment = environment
    }
}
