/// Which studio to speak to.
public enum StudioChoice: Hashable, Sendable {
    /// The user's own, found or started.
    case own
    case at(StudioAddress)

    /// By --studio, else --cloud, else NEMO_API_URL, else the user's own.
    ///
    /// - Throws: ``StudioError`` with `badAddress` or `insecure`.
    public static func resolve(
        studio: String?,
        cloud: Bool,
        insecure: Bool = false,
        environment: [String: String]
    ) throws(StudioError) -> StudioChoice {
        throw StudioError(.failed, "")
    }
}
