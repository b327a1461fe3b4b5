/// Which studio to speak to.
public enum StudioChoice: Hashable, Sendable {
    /// The user's own, found or started.
    case own
    case at(StudioAddress)

    /// By --studio, else --cloud, else NEMO_API_URL, else the user's own.
    ///
    /// - Parameter insecure: Plain http is allowed to another machine, too.
    /// - Throws: ``StudioError`` with `badAddress` or `insecure`.
    public static func resolve(
        studio: String?,
        cloud: Bool,
        insecure: Bool = false,
        environment: [String: String]
    ) throws(StudioError) -> StudioChoice {
        if let studio {
            guard !cloud else {
                throw StudioError(.badAddress, "--studio and --cloud name two studios. Give one of them.")
            }
            return .at(try StudioAddress(url: studio, insecure: insecure))
        }
        if cloud { return .at(.hosted) }
        if let url = environment["NEMO_API_URL"], !url.isBlank {
            do {
                return .at(try StudioAddress(url: url, insecure: insecure))
            } catch {
                throw StudioError(error.code, "NEMO_API_URL: " + error.message)
            }
        }
        return .own
    }
}
