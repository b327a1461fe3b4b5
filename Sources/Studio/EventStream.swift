import HTTPTypes
import Hummingbird
import NIOCore

/// Server-sent events over a reply: a frame a line, and a comment now and then that tells the connection is alive.
enum EventStream {
    static let keepAlive = Duration.seconds(15)

    static func response(_ lines: AsyncStream<String>, keepAlive: Duration = EventStream.keepAlive) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody { writer in
                let (frames, continuation) = AsyncStream<ByteBuffer>.makeStream()
                let pump = Task {
                    for await line in lines { continuation.yield(frame(line)) }
                    continuation.finish()
                }
                let pulse = Task {
                    while true {
                        try await Task.sleep(for: keepAlive)
                        continuation.yield(ByteBuffer(string: ": keepalive\n\n"))
                    }
                }
                defer {
                    pump.cancel()
                    pulse.cancel()
                }
                for await frame in frames { try await writer.write(frame) }
                try await writer.finish(nil)
            }
        )
    }

    static func frame(_ line: String) -> ByteBuffer {
        ByteBuffer(string: "data: \(line)\n\n")
    }
}
