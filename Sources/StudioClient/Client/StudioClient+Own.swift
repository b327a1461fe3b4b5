import HTTP
public import StudioAPI

/// What only the user's own studio answers.
extension StudioClient {
    /// What the studio is doing.
    public func status() async throws -> StudioStatus {
        try await perform(Call(.get, APIPath.status)).decode(StudioStatus.self)
    }

    /// Ends the studio, at once or when its work is done.
    @discardableResult
    public func stop(when: StopRequest.When) async throws -> StudioStatus {
        let body = RawJSON(object: ["when": RawJSON(string: when.rawValue)])
        return try await perform(Call(.post, APIPath.stop, json: body.bytes)).decode(StudioStatus.self)
    }

    /// Deletes all sessions, media and chunks.
    ///
    /// - Throws: ``StudioError`` with `conflict` while exports or turns are running.
    @discardableResult
    public func clean() async throws -> StudioStatus {
        try await perform(Call(.post, APIPath.clean)).decode(StudioStatus.self)
    }
}
