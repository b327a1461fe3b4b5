import Foundation
import StudioAPI
import StudioClient
import Timeline

/// The session in use, and what this chat knows of it.
struct OpenSession: Sendable {
    /// The draft as it was read last.
    enum KnownDraft: Sendable {
        /// Something happened since, or it was never read.
        case unknown
        /// Nil: the session had none.
        case known(RawJSON?)

        /// Whether a draft that was read now is another; a studio may write the same one in another order.
        func differs(from now: RawJSON?) -> Bool {
            guard case .known(let before) = self, before != now else { return false }
            return before.flatMap { JSONValue($0) } != now.flatMap { JSONValue($0) }
        }
    }

    let session: StudioSession
    var draft = KnownDraft.unknown
    /// Its timeline in a line.
    var summary: String?
    /// What was given to it here, in order.
    var paths: [String] = []
    var marks: Set<FileMark> = []
    /// The media it has, where the studio tells them by their content.
    var media: Set<MediaID> = []
    /// How many it had when it was taken up again.
    var mediaBefore = 0

    init(_ session: StudioSession) {
        self.session = session
    }

    var mediaCount: Int { max(mediaBefore + paths.count, media.count) }

    var lost: LostSession { LostSession(paths: paths, media: mediaCount, summary: summary) }
}

/// By what a file that was sent before is known again: one that was changed since, or an address that was not sent
/// yet, has another.
enum FileMark: Hashable, Sendable {
    case address(String)
    case file(device: UInt64, node: UInt64, size: Int64, seconds: Int, nanoseconds: Int)

    /// Nil where there is no such file.
    init?(_ path: String) {
        if WebAddress.isOne(path) {
            self = .address(path)
            return
        }
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        self = .file(
            device: UInt64(info.st_dev),
            node: UInt64(info.st_ino),
            size: Int64(info.st_size),
            seconds: info.st_mtim.tv_sec,
            nanoseconds: info.st_mtim.tv_nsec
        )
    }
}
