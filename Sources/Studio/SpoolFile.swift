import Crypto
import Foundation
import NIOCore
import StudioAPI

/// A file on its way in: written and hashed piece by piece, and gone again unless it is kept.
final class SpoolFile {
    let path: String
    private(set) var bytes = 0
    private let descriptor: CInt
    private var hash = SHA256()
    private var isKept = false

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.refusal(errno) }
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(path) }
    }

    /// Pieces are some 64 kB and go to the system's cache: no thread waits long here.
    func write(_ piece: ByteBuffer) throws {
        try piece.withUnsafeReadableBytes { all in
            hash.update(bufferPointer: all)
            var rest = all[...]
            while !rest.isEmpty {
                let written = Foundation.write(
                    descriptor,
                    UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                    rest.count
                )
                if written < 0 {
                    if errno == EINTR { continue }
                    throw Self.refusal(errno)
                }
                rest = rest.dropFirst(written)
            }
        }
        bytes += piece.readableBytes
    }

    /// The SHA-256 of all that was written, in lowercase hex.
    func digest() -> String { hash.finalize().hex }

    /// Moves the whole file to its place, where it appears at once and complete.
    func keep(at target: String) throws {
        guard fsync(descriptor) == 0 else { throw Self.refusal(errno) }
        try DataFolder.makePrivate((target as NSString).deletingLastPathComponent)
        guard rename(path, target) == 0 else { throw Self.refusal(errno) }
        isKept = true
    }

    private static func refusal(_ code: CInt) -> Refusal {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        default: Refusal(.serverError, "The file cannot be kept: \(systemMessage(code)).")
        }
    }
}
