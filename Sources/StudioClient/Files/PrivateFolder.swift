import Glibc

/// Folders that are the user's own.
enum PrivateFolder {
    /// Makes the folder, and what is missing above it, for the user alone.
    ///
    /// - Throws: ``StudioError`` with `file` when it cannot be made, or is another user's.
    static func make(_ path: String) throws(StudioError) {
        try create(path)
        guard try isThere(path) else {
            throw StudioError(.file, "The folder \(shown(path)) cannot be used: it is not a folder.")
        }
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else {
            throw StudioError(.file, "The folder \(shown(path)) is open to others and cannot be closed.")
        }
    }

    /// - Returns: False when there is no such folder.
    /// - Throws: ``StudioError`` with `file` when it is another user's.
    static func isThere(_ path: String) throws(StudioError) -> Bool {
        var entry = stat()
        var folder = stat()
        // Both a link and what it leads to: in a folder open to all, anyone can put a link to anywhere.
        guard lstat(path, &entry) == 0, stat(path, &folder) == 0, folder.st_mode & S_IFMT == S_IFDIR else {
            return false
        }
        guard entry.st_uid == geteuid(), folder.st_uid == geteuid() else {
            throw StudioError(.file, "The folder \(shown(path)) belongs to another user, so it is not used.")
        }
        return true
    }

    private static func create(_ path: String) throws(StudioError) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        let code = errno
        if code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try create(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        }
        throw StudioError(.file, "The folder \(shown(path)) cannot be made: \(words(forSystemError: code)).")
    }

    /// The last two parts of a path: enough to find it, and not the whole of where a person keeps things.
    private static func shown(_ path: String) -> String {
        path.split(separator: "/").suffix(2).joined(separator: "/")
    }
}
