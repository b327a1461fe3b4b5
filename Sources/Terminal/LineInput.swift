import Foundation

/// Lines from a pipe, a file, or a terminal that can only print.
public final class LineInput: Sendable {
    /// The lines, then the end of the input. Control-C is the process's matter here.
    public let events: AsyncStream<InputEvent>

    /// Starts reading on a thread of its own.
    public init(descriptor: Int32 = 0) {
        let (events, sink) = AsyncStream.makeStream(of: InputEvent.self)
        self.events = events
        let thread = Thread {
            var pending: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                pending += buffer[..<count]
                var lines = pending.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                pending = Array(lines.removeLast())
                for line in lines { sink.yield(.line(Self.line(line))) }
            }
            if !pending.isEmpty { sink.yield(.line(Self.line(pending[...]))) }
            sink.yield(.endOfInput)
            sink.finish()
        }
        thread.name = "line input"
        thread.start()
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
    }
}
