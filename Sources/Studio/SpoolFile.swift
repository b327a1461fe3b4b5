import Crypto
import Foundation
import StudioAPI
import Synchronization

/// A file on its way in: written and hashed piece by piece, and gone again unless it is moved.
final class SpoolFile: Sendable {
    private struct Content {
        var bytes = 0
        var hash = SHA256()
    }

    let path: String
    private let descriptor: CInt
    private let content = Mutex(Content())

    var bytes: Int { content.withLock { $0.bytes } }

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.refusal(errno) }
    }

    deinit {
        close(descriptor)
        // Nothing is there any more when the file was moved to its place.
        unlink(path)
    }

    /// Pieces are some 64 kB and go to the system's cache: no thread waits long here.
    func write(_ piece: UnsafeRawBufferPointer) throws {
        try content.withLock { content in
            content.hash.update(bufferPointer: piece)
            var rest = piece[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let written = Foundation.write(descriptor, part.baseAddress, part.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    throw Self.refusal(errno)
                }
                rest = rest.dropFirst(written)
            }
            content.bytes += piece.count
        }
    }

    /// The first bytes, so many at most; none where they cannot be read.
    func head(_ count: Int) -> [UInt8] {
        let reading = open(path, O_RDONLY | O_CLOEXEC)
        guard reading >= 0 else { return [] }
        defer { close(reading) }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, read(reading, buffer.baseAddress, count))
        }
    }

    /// The SHA-256 of all that was written, in lowercase hex.
    func digest() -> String { content.withLock { $0.hash.finalize().hex } }

    /// Puts the file on the disk for good, under its present name still.
    func flush() throws {
        guard fsync(descriptor) == 0 else { throw Self.refusal(errno) }
    }

    static func refusal(_ code: CInt) -> Refusal {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        default: Refusal(.serverError, "The file cannot be kept: \(systemMessage(code)).")
        }
    }
}
