import Glibc

/// What to do when the file to be written is there already.
public enum ExistingFile: Hashable, Sendable {
    /// Throw ``StudioError`` with `fileExists`.
    case refuse
    case replace
    /// Write "name (2).mp4" beside it, or the next number that is free.
    case anotherName
}

/// A file that is arriving: written in the folder it is for, without a name, and put in its place when it is whole.
///
/// What has no name is gone with the program, however that ends. Where a file system knows only files with names, it has
/// a hidden one.
final class DownloadFile {
    /// O_TMPFILE, which the C library shows with its extensions only.
    private static let unnamed = O_DIRECTORY | 0o20_000_000

    private let path: String
    private let existing: ExistingFile
    /// A name for the time before it is in its place.
    private let temporary: String
    /// It bears that name now.
    private var isNamed: Bool
    private let descriptor: Int32
    /// The bytes written so far.
    private(set) var size = 0

    private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// - Throws: ``StudioError`` with `file` when nothing can be written there, or `fileExists`.
    init(path: String, existing: ExistingFile) throws(StudioError) {
        self.path = path
        self.existing = existing
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        temporary = path[..<slash] + ".kinora-" + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".part"
        let folder = slash == path.startIndex ? "." : String(path[..<slash])
        // It gets its name through /proc.
        let nameless =
            access("/proc/self/fd", X_OK) == 0 ? open(folder, Self.unnamed | O_WRONLY | O_CLOEXEC, 0o666) : -1
        isNamed = nameless < 0
        descriptor = nameless >= 0 ? nameless : open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            let code = errno
            guard code == ENOENT else { throw failure(code) }
            throw StudioError(.file, "\(name) cannot be written: its folder does not exist.")
        }
        // Before anything is fetched; it is looked at again when the file is put there.
        if existing == .refuse, access(path, F_OK) == 0 { throw alreadyThere }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if isNamed { unlink(temporary) }
    }

    private var alreadyThere: StudioError {
        StudioError(.fileExists, "\(name) exists already. Give another name, or allow it to be replaced.")
    }

    private func failure(_ code: Int32) -> StudioError {
        StudioError(.file, "\(name) cannot be written: \(words(forSystemError: code)).")
    }

    func append(_ bytes: [UInt8]) throws(StudioError) {
        guard writeAll(descriptor, bytes) else { throw failure(errno) }
        size += bytes.count
    }

    /// Begins again.
    func restart() throws(StudioError) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure(errno) }
        size = 0
    }

    /// Puts the file in its place.
    ///
    /// - Returns: The path it has now.
    func place() throws(StudioError) -> String {
        guard fsync(descriptor) == 0 else { throw failure(errno) }
        guard existing != .replace else {
            // A link replaces nothing, a renaming does.
            if !isNamed {
                guard link(to: temporary) else { throw failure(errno) }
                isNamed = true
            }
            guard rename(temporary, path) == 0 else { throw failure(errno) }
            isNamed = false
            return path
        }
        for number in 1... {
            let candidate = number == 1 ? path : Self.numbered(path, number)
            if try moveNew(to: candidate) { return candidate }
            guard existing == .anotherName else { break }
        }
        throw alreadyThere
    }

    /// - Returns: False when there is a file of this name.
    private func moveNew(to candidate: String) throws(StudioError) -> Bool {
        // A link is made or refused in one step, so that no file is ever written over.
        if link(to: candidate) {
            if isNamed { unlink(temporary) }
            isNamed = false
            return true
        }
        let code = errno
        guard code != EEXIST else { return false }
        guard isNamed else { throw failure(code) }
        // A file system without links: take the name first, then move over it.
        let reserved = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard reserved >= 0 else {
            if errno == EEXIST { return false }
            throw failure(errno)
        }
        close(reserved)
        guard rename(temporary, candidate) == 0 else {
            let code = errno
            unlink(candidate)
            throw failure(code)
        }
        isNamed = false
        return true
    }

    private func link(to place: String) -> Bool {
        isNamed
            ? Glibc.link(temporary, place) == 0
            : linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, place, AT_SYMLINK_FOLLOW) == 0
    }

    /// "holiday.mp4" as "holiday (2).mp4".
    static func numbered(_ path: String, _ number: Int) -> String {
        let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot != nameStart else { return "\(path) (\(number))" }
        return path[..<dot] + " (\(number))" + path[dot...]
    }
}
