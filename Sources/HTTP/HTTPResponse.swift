/// The head of an answer, and its body still to come.
package struct HTTPResponse: Sendable {
    package var head: HTTPHead
    /// Where the answer came from, after redirects.
    package var url: WebURL
    package var body: HTTPBody

    package var status: Int { head.status }
}

package struct HTTPHead: Hashable, Sendable {
    package var status: Int
    /// Names in lowercase; of a name that comes twice the last counts.
    package var headers: [String: String]

    package init(status: Int, headers: [String: String] = [:]) {
        self.status = status
        self.headers = headers
    }

    package subscript(name: String) -> String? { headers[name] }

    /// In bytes, of the body as it is sent.
    package var contentLength: Int? { self["content-length"].flatMap { Int($0) } }
    package var contentType: String { (self["content-type"] ?? "").lowercased() }
}

/// The body of an answer, in pieces as they arrive. The server is held back while nobody reads.
///
/// Dropping the last reference ends the transfer.
package final class HTTPBody: Sendable {
    private let exchange: Exchange
    private let transport: Transport
    private let host: String?

    init(_ exchange: Exchange, on transport: Transport, host: String?) {
        self.exchange = exchange
        self.transport = transport
        self.host = host
    }

    deinit { transport.cancel(exchange) }

    /// The bytes that have come since the last call, or nil at the end.
    ///
    /// - Throws: ``HTTPError`` when the body is cut; `CancellationError` when the task is cancelled, which ends the
    ///   transfer.
    package func next() async throws -> [UInt8]? {
        let bytes = try await withTaskCancellationHandler {
            try await exchange.nextPiece()
        } onCancel: {
            transport.cancel(exchange)
        }
        if exchange.shouldResume() { transport.resume(exchange) }
        return bytes
    }

    /// The whole body.
    ///
    /// - Throws: ``HTTPError`` with `tooLong` when it is longer than `limit` bytes.
    package func collect(limit: Int) async throws -> [UInt8] {
        var whole: [UInt8] = []
        while let piece = try await next() {
            guard whole.count + piece.count <= limit else {
                throw HTTPError(.tooLong, host: host, hadHead: true)
            }
            if whole.isEmpty { whole = piece } else { whole += piece }
        }
        return whole
    }
}
