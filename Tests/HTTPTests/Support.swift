import TestKit
import Testing

@testable import HTTP

extension Peer {
    func request(_ path: String = "/", _ method: HTTPRequest.Method = .get) throws -> HTTPRequest {
        HTTPRequest(method, try #require(WebURL(url + path)))
    }
}

/// What a transfer throws, if it is an error of the transport's.
func httpError<Value>(_ transfer: () async throws -> Value) async -> HTTPError? {
    do {
        _ = try await transfer()
        return nil
    } catch {
        return error as? HTTPError
    }
}
