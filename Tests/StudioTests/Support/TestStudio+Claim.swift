import StudioAPI
import Testing

extension TestStudio {
    /// A claim token of a session.
    func claim(_ session: String, headers: [String: String]) async throws -> String {
        let reply = try await post(APIPath.claimToken, ["session_id": .string(session)], headers: headers)
        return try #require(try reply.decoded(JSONValue.self)["data"]?["claim_token"]?.string)
    }
}
