import HTTP
import StudioAPI

/// Who calls: the client id, and the words every request carries.
public struct ClientIdentity: Sendable {
    private let environment: [String: String]
    private let platform: String
    private let version: String
    private let skillVersion: String

    /// - Parameters:
    ///   - executable: The path of the program, from which the platform is told.
    ///   - version: The program's version, for the User-Agent.
    public init(environment: [String: String], executable: String, version: String) {
        self.environment = environment
        self.version = version
        self.skillVersion = Self.text("SKILL_VERSION", environment) ?? APIHeader.defaultVersion
        self.platform = Self.text("SKILL_SOURCE", environment) ?? Self.platform(installedAt: executable)
    }

    private static func text(_ name: String, _ environment: [String: String]) -> String? {
        environment[name].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func platform(installedAt path: String) -> String {
        if path.contains("/.clawhub/") { return "clawhub" }
        if path.contains("/.cursor/skills/") { return "cursor" }
        return "unknown"
    }

    /// The headers of every request.
    var headers: [HTTPRequest.Header] {
        [
            .init(name: "User-Agent", value: "kinora/\(version)"),
            .init(name: APIHeader.source, value: APIHeader.sourceValue),
            .init(name: APIHeader.version, value: skillVersion),
            .init(name: APIHeader.platform, value: platform),
        ]
    }

    /// The id of this user's client, which stays the same: NEMO_CLIENT_ID, else the one in
    /// `~/.config/nemovideo/client_id`, made when it is first wanted.
    ///
    /// - Throws: ``StudioError`` with `file` when it cannot be kept. A new one at every start would be taken for
    ///   many clients.
    func clientID() throws(StudioError) -> String {
        if let given = Self.text("NEMO_CLIENT_ID", environment) { return given }
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw StudioError(.file, "There is no home folder to keep the client id in. Set HOME or NEMO_CLIENT_ID.")
        }
        let folder = home + "/.config/nemovideo"
        let path = folder + "/client_id"
        if let kept = Self.read(path) { return kept }
        try PrivateFolder.make(folder)
        let new = Array((Self.makeID() + "\n").utf8)
        // The first of two that start at once wins; only a file with nothing in it is replaced.
        try AtomicFile.writeNew(new, to: path)
        if Self.read(path) == nil { try AtomicFile.write(new, to: path) }
        guard let kept = Self.read(path) else {
            throw StudioError(.file, "The client id in ~/.config/nemovideo cannot be read. Check who owns the folder.")
        }
        return kept
    }

    private static func read(_ path: String) -> String? {
        guard let bytes = AtomicFile.read(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).trimmed
        return text.isEmpty ? nil : text
    }

    /// A random UUID (RFC 9562, version 4), in lowercase.
    private static func makeID() -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
            .map { $0.joined() }.joined(separator: "-")
    }
}
