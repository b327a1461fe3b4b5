internal import Foundation

/// An open file, closed when nobody needs it any more.
final class OpenFile: Sendable {
    let descriptor: Int32

    /// Takes over a descriptor.
    init(taking descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens a file; it is not handed on to other programs.
    /// - Throws: The errno of open(2), as ``FileFailure``.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(FileFailure) {
        descriptor = open(path, flags | O_CLOEXEC, mode)
        if descriptor < 0 { throw FileFailure(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The size of the file in bytes.
    func size() throws(FileFailure) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFailure(code: errno) }
        return Int(status.st_size)
    }

    /// Waits until the file is on the disk.
    func synchronize() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure(code: errno) }
    }
}

/// A call on a file that failed, with its errno.
struct FileFailure: Error, Hashable, Sendable {
    var code: Int32

    /// What the system says about it, "No space left on device" for instance.
    var reason: String { String(cString: strerror(code)) }
}
