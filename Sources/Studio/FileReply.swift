import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import StudioAPI

/// Sends a file, or the part of it that a broken download still needs.
enum FileReply {
    /// In bytes.
    static let pieceLength = 256 * 1024

    /// - Throws: ``Refusal`` when the file is gone, or the range is none of it.
    static func response(
        to request: Request,
        path: String,
        tag: String,
        name: String,
        activity: Activity
    ) throws -> Response {
        let file = try OpenedFile(path: path)
        var headers: HTTPFields = [
            .contentType: "video/mp4", .acceptRanges: "bytes", .eTag: tag, .xContentTypeOptions: "nosniff",
            .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "private, no-cache",
        ]
        var range = 0..<file.size
        var status = HTTPResponse.Status.ok
        // A range that was asked for another version of the file gets the whole of this one.
        let isSameVersion = request.headers[.ifRange].map { $0 == tag } ?? true
        if isSameVersion, let asked = request.headers[.range].flatMap({ ByteRange($0) }) {
            guard let part = asked.resolved(in: file.size) else {
                headers[.contentRange] = "bytes */\(file.size)"
                var reply = try Reply.refusal(Refusal(APICode(rawValue: 416), "The file has no such part."))
                reply.headers[.contentRange] = headers[.contentRange]
                return reply
            }
            range = part
            status = .partialContent
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
        }
        return Response(status: status, headers: headers, body: body(of: file, range, activity))
    }

    private static func body(of file: OpenedFile, _ range: Range<Int>, _ activity: Activity) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            activity.began(.request)
            defer { activity.ended(.request) }
            var position = range.lowerBound
            while position < range.upperBound {
                let piece = try file.read(at: position, count: min(pieceLength, range.upperBound - position))
                try await writer.write(piece)
                position += piece.readableBytes
            }
            try await writer.finish(nil)
        }
    }
}

/// A file held open, so that it can be read to its end even when its name is gone.
private final class OpenedFile: Sendable {
    let size: Int
    private let descriptor: CInt

    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let end = descriptor < 0 ? -1 : lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else {
            if descriptor >= 0 { close(descriptor) }
            throw Refusal(.notFound, "This export is no longer kept. Export again.")
        }
        size = Int(end)
    }

    deinit {
        close(descriptor)
    }

    /// Up to `count` bytes; at least one.
    func read(at position: Int, count: Int) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { target in
            let length = pread(descriptor, target.baseAddress, count, off_t(position))
            guard length > 0 else { throw Refusal(.serverError, "The file ended early.") }
            return length
        }
        return buffer
    }
}
