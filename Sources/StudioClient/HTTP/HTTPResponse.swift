/// The head of an answer, and its body still to come.
struct HTTPResponse: Sendable {
    var head: HTTPHead
    /// Where the answer came from, after redirects.
    var url: WebURL
    var body: HTTPBody

    var status: Int { head.status }
}

struct HTTPHead: Hashable, Sendable {
    var status: Int
    /// Names in lowercase; of a name that comes twice the last counts.
    var headers: [String: String] = [:]

    subscript(name: String) -> String? { headers[name] }

    /// In bytes, of the body as it is sent.
    var contentLength: Int? { self["content-length"].flatMap { Int($0) } }
    var contentType: String { (self["content-type"] ?? "").lowercased() }
}

/// The body of an answer, in pieces as they arrive. The studio is held back while nobody reads.
///
/// Dropping the last reference ends the transfer.
final class HTTPBody: Sendable {
    private let exchange: Exchange
    private let transport: Transport

    init(_ exchange: Exchange, on transport: Transport) {
        self.exchange = exchange
        self.transport = transport
    }

    deinit { transport.cancel(exchange) }

    /// The bytes that have come since the last call, or nil at the end.
    ///
    /// - Throws: ``StudioError`` when the body is cut; `CancellationError` when the task is cancelled, which ends the
    ///   transfer.
    func next() async throws -> [UInt8]? {
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
    /// - Throws: ``StudioError`` with `badReply` when it is longer than `limit` bytes.
    func collect(limit: Int) async throws -> [UInt8] {
        var whole: [UInt8] = []
        while let piece = try await next() {
            guard whole.count + piece.count <= limit else {
                throw StudioError(.badReply, "The studio's answer is longer than any answer should be.")
            }
            if whole.isEmpty { whole = piece } else { whole += piece }
        }
        return whole
    }
}
