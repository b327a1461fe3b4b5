import Foundation
import StudioAPI
import Testing

@testable import Studio

extension TestStudio {
    /// Where a browser finds a studio that listens on TCP: "http://127.0.0.1:4711".
    var origin: String {
        if case .tcp(let host, let port) = address { "http://\(host):\(port)" } else { "" }
    }

    var logPath: String { (folder.path as NSString).deletingLastPathComponent + "/studio.log" }

    /// A claim token of a session.
    func claim(_ session: String, headers: [String: String]) async throws -> String {
        let reply = try await post(APIPath.claimToken, ["session_id": .string(session)], headers: headers)
        return try #require(try reply.decoded(JSONValue.self)["data"]?["claim_token"]?.string)
    }
}
