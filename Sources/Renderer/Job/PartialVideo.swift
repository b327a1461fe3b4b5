internal import Foundation

/// A video on its way to its place: a hidden file beside it that takes its name when it is whole and safe on the disk.
/// It is gone when it was not published.
final class PartialVideo: Sendable {
    let file: OpenFile
    private let path: String
    private let destination: String
    /// The folder both are in.
    let folder: String

    /// - Throws: ``FileFailure`` when the folder does not exist or cannot be written to.
    init(for destination: String) throws(FileFailure) {
        let url = URL(fileURLWithPath: destination)
        folder = url.deletingLastPathComponent().path
        self.destination = url.path
        path =
            "\(folder)/.\(url.lastPathComponent.prefix(80)).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part"
        file = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o644)
    }

    deinit {
        unlink(path)
    }

    /// Makes the file empty, to begin anew.
    func rewind() throws(FileFailure) {
        guard ftruncate(file.descriptor, 0) == 0, lseek(file.descriptor, 0, SEEK_SET) == 0 else {
            throw FileFailure(code: errno)
        }
    }

    /// Puts the file in its place, over whatever is there.
    func publish() throws(FileFailure) {
        try file.synchronize()
        guard rename(path, destination) == 0 else { throw FileFailure(code: errno) }
        // The name itself is on the disk only when its folder is.
        try? OpenFile(folder, O_RDONLY).synchronize()
    }
}
