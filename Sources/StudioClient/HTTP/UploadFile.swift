import Glibc

/// A file to be sent, open since it was looked at, so that what is sent is what was meant.
final class UploadFile: Sendable {
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

    /// Reads up to `buffer.count` bytes at `offset`.
    ///
    /// - Returns: The number of bytes read; nil when the file has become shorter or cannot be read any more.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        let wanted = min(buffer.count, size - offset)
        guard wanted > 0 else { return 0 }
        let count = pread(descriptor, buffer.baseAddress, wanted, offset)
        return count > 0 ? count : nil
    }
}

/// What an `errno` says, as words for the middle of a sentence.
func words(forSystemError code: Int32) -> String {
    switch code {
    case ENOENT: return "it does not exist"
    case EACCES, EPERM: return "permission is denied"
    case ENOSPC, EDQUOT: return "the disk is full"
    case EROFS: return "the disk is read-only"
    case EISDIR: return "it is a folder"
    case ENOTDIR: return "a part of its path is not a folder"
    case ENAMETOOLONG: return "its name is too long"
    default:
        var buffer = [CChar](repeating: 0, count: 256)
        // strerror is not safe with threads.
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        let text = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}
