/// HTTP over libcurl, on one thread for all requests.
package final class Transport: Sendable {
    /// The process's own.
    package static let shared = Transport()

    private let loop = EventLoop()

    package init() {}

    // Bodies hold their transport: none is cut short by this.
    deinit { loop.stop() }

    /// Sends a request and waits for the head of the answer.
    ///
    /// - Throws: ``HTTPError`` when there is no answer; `CancellationError` when the task is cancelled.
    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        for _ in 0...Redirect.limit {
            let response = try await exchange(request)
            guard let next = try Redirect.request(after: response.head, of: request) else { return response }
            request = next
        }
        throw HTTPError(.redirectLoop, host: request.host, hadHead: true)
    }

    private func exchange(_ request: HTTPRequest) async throws -> HTTPResponse {
        try Task.checkCancellation()
        let exchange = Exchange()
        let body = HTTPBody(exchange, on: self, host: request.host)
        loop.start(request, exchange)
        let head = try await withTaskCancellationHandler {
            try await exchange.head()
        } onCancel: {
            loop.cancel(exchange)
        }
        return HTTPResponse(head: head, url: request.url, body: body)
    }

    func cancel(_ exchange: Exchange) { loop.cancel(exchange) }
    func resume(_ exchange: Exchange) { loop.resume(exchange) }
}
