import HTTPTypes
import Hummingbird
import NIOCore

/// Sees that no connection is held for ever by one who sends or takes too slowly. While a request is not whole the
/// server's own idle timeout watches; this watches the whole request, and the reply as it is taken.
struct StallMiddleware: RouterMiddleware {
    typealias Context = StudioContext

    /// In seconds.
    let requestTime: Int
    /// In seconds, for each piece of a reply.
    let idleTime: Int

    /// A reply without pieces fits into the system's buffers.
    private static let smallReply = 64 * 1024

    func handle(
        _ request: Request,
        context: StudioContext,
        next: (Request, StudioContext) async throws -> Response
    ) async throws -> Response {
        let stallGuard = context.stallGuard
        var response = try await stallGuard.within(requestTime) { try await next(request, context) }
        let body = response.body
        if (body.contentLength ?? .max) > Self.smallReply {
            let idleTime = idleTime
            response.body = ResponseBody(contentLength: body.contentLength) { writer in
                try await body.write(GuardedWriter(writer: writer, stallGuard: stallGuard, idleTime: idleTime))
            }
        }
        return response
    }
}

private struct GuardedWriter: ResponseBodyWriter {
    var writer: any ResponseBodyWriter
    let stallGuard: StallGuard
    let idleTime: Int

    mutating func write(_ buffer: ByteBuffer) async throws {
        var writer = writer
        defer { self.writer = writer }
        try await stallGuard.within(idleTime) { try await writer.write(buffer) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await writer.finish(trailingHeaders)
    }
}
