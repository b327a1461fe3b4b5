import Foundation
import NIOCore

/// Takes a multipart/form-data body apart as it arrives, in whatever pieces: headers and content of each part, with no
/// more of the body in memory than the piece at hand and what may yet turn out to be a boundary (RFC 7578, RFC 2046).
///
/// A pure state machine: ``append(_:)`` gives it bytes, ``next()`` takes events until it needs more.
struct MultipartParser {
    enum Event: Equatable {
        case begin(MultipartHeaders)
        /// A piece of the part's content; never empty.
        case content(ByteBuffer)
        case end
    }

    /// Why a body is no multipart/form-data.
    struct Malformed: Error, Equatable {
        var message: String
    }

    private enum State {
        case start, headers, content, finished
    }

    /// The headers of one part, in bytes.
    static let headerLimit = 16 * 1024

    private let delimiter: [UInt8]
    private var buffer = ByteBuffer()
    private var state = State.start

    /// The last boundary was seen; what follows it is of no interest.
    var isFinished: Bool { state == .finished }

    /// - Parameter boundary: 1 to 70 characters, from the Content-Type header.
    init(boundary: String) throws {
        guard (1...70).contains(boundary.utf8.count), !boundary.utf8.contains(where: { $0 < 0x20 || $0 > 0x7e }) else {
            throw Malformed(message: "the boundary is not one")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func append(_ bytes: ByteBuffer) {
        guard state != .finished else { return }
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            buffer.writeImmutableBuffer(bytes)
        }
    }

    /// The next event, or nil when more bytes are needed (or all is over).
    mutating func next() throws -> Event? {
        while true {
            switch state {
            case .start:
                // The first boundary has no line break before it.
                guard let isLast = try passBoundary(Array(delimiter.dropFirst(2))) else { return nil }
                state = isLast ? .finished : .headers
            case .headers:
                guard let headers = try takeHeaders() else { return nil }
                state = .content
                return .begin(headers)
            case .content:
                return try nextContent()
            case .finished:
                buffer.clear()
                return nil
            }
        }
    }

    /// Reads a boundary that must be here, and what follows it: a line break, or two hyphens after the last part.
    private mutating func passBoundary(_ boundary: [UInt8]) throws -> Bool? {
        guard buffer.readableBytes >= boundary.count + 2 else {
            guard boundary.starts(with: buffer.readableBytesView.prefix(boundary.count)) else {
                throw Malformed(message: "it does not begin with its boundary")
            }
            return nil
        }
        guard buffer.readableBytesView.starts(with: boundary), let isLast = ending(at: boundary.count) else {
            throw Malformed(message: "it does not begin with its boundary")
        }
        buffer.moveReaderIndex(forwardBy: boundary.count + 2)
        return isLast
    }

    /// Whether a delimiter ends here, after `offset` readable bytes: true for the last, nil for none at all.
    private func ending(at offset: Int) -> Bool? {
        let index = buffer.readerIndex + offset
        guard let pair: UInt16 = buffer.getInteger(at: index) else { return nil }
        switch pair {
        case 0x0d0a: return false
        case 0x2d2d: return true
        default: return nil
        }
    }

    private mutating func takeHeaders() throws -> MultipartHeaders? {
        var block: [UInt8] = []
        var length = 0
        // A part without headers begins with the empty line itself.
        if buffer.readableBytesView.starts(with: [0x0d, 0x0a]) {
            length = 2
        } else if let end = buffer.readableBytesView.prefix(Self.headerLimit).firstRange(of: [0x0d, 0x0a, 0x0d, 0x0a]) {
            length = end.upperBound - buffer.readerIndex
            block = Array(buffer.readableBytesView[..<end.lowerBound])
        } else if buffer.readableBytes >= Self.headerLimit {
            throw Malformed(message: "the headers of a part are too long")
        } else {
            return nil
        }
        buffer.moveReaderIndex(forwardBy: length)
        return MultipartHeaders(block: block)
    }

    private mutating func nextContent() throws -> Event? {
        let (safe, found) = scan()
        if safe > 0, let piece = buffer.readSlice(length: safe) {
            return .content(piece)
        }
        guard let isLast = found else { return nil }
        buffer.moveReaderIndex(forwardBy: delimiter.count + 2)
        state = isLast ? .finished : .headers
        return .end
    }

    /// How many bytes are content for certain, and whether a delimiter (the last?) follows right after them.
    ///
    /// A line that begins like the boundary and goes on otherwise is content: a file may hold anything.
    private func scan() -> (safe: Int, delimiter: Bool?) {
        let needed = delimiter.count + 2
        return buffer.withUnsafeReadableBytes { bytes in
            guard let start = bytes.baseAddress else { return (0, nil) }
            var position = 0
            // The C functions: all bytes of every upload pass here.
            while let found = memchr(start + position, 0x0d, bytes.count - position) {
                position = UnsafeRawPointer(found) - start
                let present = bytes.count - position
                if memcmp(found, delimiter, min(present, delimiter.count)) == 0 {
                    // Not all of it has come: it stays until it has.
                    guard present >= needed else { return (position, nil) }
                    if let isLast = ending(at: position + delimiter.count) { return (position, isLast) }
                }
                position += 1
            }
            return (bytes.count, nil)
        }
    }
}
