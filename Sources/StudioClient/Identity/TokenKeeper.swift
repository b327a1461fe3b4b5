import FoundationEssentials
import Glibc

/// Keeps the tokens of each studio, in a file only the user can read. A token goes to the origin it came from and
/// nowhere else.
public final class TokenKeeper: Sendable {
    struct Token: Codable, Hashable, Sendable {
        var text: String
        /// In seconds since 1970.
        var expires: Double
    }

    private let folder: String
    /// NEMO_TOKEN, and the origins it may go to.
    private let given: String?
    private let givenOrigins: Set<String>
    private let now: @Sendable () -> Double

    private var path: String { folder + "/tokens.json" }

    /// - Parameter folder: The state folder; made for the user alone when it is missing.
    public convenience init(folder: String, environment: [String: String]) {
        self.init(folder: folder, environment: environment) { Double(time(nil)) }
    }

    init(folder: String, environment: [String: String], now: @escaping @Sendable () -> Double) {
        self.folder = folder
        self.now = now
        given = environment["NEMO_TOKEN"].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        let custom = environment["NEMO_API_URL"].flatMap { try? StudioAddress(url: $0, insecure: true) }
        givenOrigins = Set([StudioAddress.hosted.origin, custom?.origin].compactMap { $0 })
    }

    /// The token the user gave for the studio themselves.
    func givenToken(for origin: String) -> String? {
        givenOrigins.contains(origin) ? given : nil
    }

    /// The token for a studio, if there is one that is good for a minute more.
    func token(for origin: String) -> String? {
        if let given = givenToken(for: origin) { return given }
        guard let token = read()[origin], token.expires > now() + 60 else { return nil }
        return token.text
    }

    /// How long until the studio gives the next token, as far as the last one tells.
    func untilNextToken(for origin: String) -> Duration? {
        guard let expires = read()[origin]?.expires, expires > now() else { return nil }
        return .seconds(expires - now())
    }

    /// Gets a token for a studio, once for however many want one at a time, in this process and others.
    ///
    /// - Parameters:
    ///   - refused: A token the studio no longer takes.
    ///   - fetch: Asks the studio for a new one; is told the time, and tells until when the token is good, both in
    ///     seconds since 1970.
    func renew(
        for origin: String,
        refused: String?,
        fetch: (_ now: Double) async throws -> (token: String, expires: Double)
    ) async throws -> String {
        try PrivateFolder.make(folder)
        let lock = try await LockFile.take(folder + "/tokens.lock")
        defer { withExtendedLifetime(lock) {} }
        // Another may have got one while this one waited.
        if let token = token(for: origin), token != refused { return token }
        let new = try await fetch(now())
        var tokens = read()
        tokens[origin] = Token(text: new.token, expires: new.expires)
        try write(tokens)
        return new.token
    }

    private func read() -> [String: Token] {
        guard let bytes = AtomicFile.read(path) else { return [:] }
        // A file that makes no sense is as good as none: tokens can be had again.
        return (try? JSONDecoder().decode([String: Token].self, from: Data(bytes))) ?? [:]
    }

    private func write(_ tokens: [String: Token]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try AtomicFile.write(Array(encoder.encode(tokens)), to: path)
    }
}
