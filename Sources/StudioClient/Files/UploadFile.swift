import Glibc
import HTTP

/// A file to be sent, open since it was looked at, so that what is sent is what was meant.
final class UploadFile: BodySource {
    /// Without its folder.
    let name: String
    /// In bytes.
    let size: Int
    private let descriptor: Int32

    /// - Throws: ``StudioError`` with `file` that names the file.
    init(path: String) throws(StudioError) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw StudioError(.file, "\(name) cannot be read: \(words(forSystemError: errno)).")
        }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            let folder = info.st_mode & S_IFMT == S_IFDIR
            close(descriptor)
            throw StudioError(.file, "\(name) is \(folder ? "a folder, not a file" : "not a regular file").")
        }
        self.name = name
        self.size = Int(info.st_size)
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// - Returns: nil when the file has become shorter or cannot be read any more.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        let wanted = min(buffer.count, size - offset)
        guard wanted > 0 else { return 0 }
        let count = pread(descriptor, buffer.baseAddress, wanted, offset)
        return count > 0 ? count : nil
    }
}
