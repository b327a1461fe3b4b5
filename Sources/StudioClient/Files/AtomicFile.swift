import Glibc

/// Small private files that are always whole: written beside their place and then put there.
enum AtomicFile {
    /// The whole file; nil when it is not there or cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }

    /// Writes a file only the user can read, over whatever was there.
    static func write(_ bytes: [UInt8], to path: String) throws(StudioError) {
        let temporary = try writeBeside(path, bytes)
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw failure(path, code)
        }
    }

    /// Writes a file only the user can read, unless one is there already.
    static func writeNew(_ bytes: [UInt8], to path: String) throws(StudioError) {
        let temporary = try writeBeside(path, bytes)
        defer { unlink(temporary) }
        guard link(temporary, path) == 0 || errno == EEXIST else { throw failure(path, errno) }
    }

    private static func writeBeside(_ path: String, _ bytes: [UInt8]) throws(StudioError) -> String {
        let temporary = path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        guard writeAll(descriptor, bytes), fsync(descriptor) == 0 else {
            let code = errno
            unlink(temporary)
            throw failure(path, code)
        }
        return temporary
    }

    private static func failure(_ path: String, _ code: Int32) -> StudioError {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return StudioError(.file, "\(name) cannot be written: \(words(forSystemError: code)).")
    }
}

/// Writes all of the bytes; false with `errno` set when the system takes no more.
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = write(descriptor, rest.base.baseAddress?.advanced(by: rest.startIndex), rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
