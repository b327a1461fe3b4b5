import HTTPTypes
import Hummingbird
import NIOCore

/// Takes a reply's body without a connection.
struct CollectingWriter: ResponseBodyWriter {
    private let pieces: AsyncStream<String>.Continuation

    static func make() -> (AsyncStream<String>, CollectingWriter) {
        let (stream, continuation) = AsyncStream<String>.makeStream()
        return (stream, CollectingWriter(pieces: continuation))
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        pieces.yield(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        pieces.finish()
    }
}
