import Glibc

/// What to do when the file to be written is there already.
public enum ExistingFile: Hashable, Sendable {
    /// Throw ``StudioError`` with `fileExists`.
    case refuse
    case replace
    /// Write "name (2).mp4" beside it, or the next number that is free.
    case anotherName
}

/// A file that is arriving: written beside its place under a name of its own, and put there when it is whole.
final class DownloadFile {
    private let path: String
    private let existing: ExistingFile
    private let temporary: String
    private let descriptor: Int32
    private var isPlaced = false
    /// The bytes written so far.
    private(set) var size = 0

    private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// - Throws: ``StudioError`` with `file` when nothing can be written there, or `fileExists`.
    init(path: String, existing: ExistingFile) throws(StudioError) {
        self.path = path
        self.existing = existing
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        temporary = path[..<slash] + ".kinora-" + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(errno) }
        // Before anything is fetched; it is looked at again when the file is put there.
        if existing == .refuse, access(path, F_OK) == 0 { throw alreadyThere }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isPlaced { unlink(temporary) }
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
            guard rename(temporary, path) == 0 else { throw failure(errno) }
            isPlaced = true
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
        if link(temporary, candidate) == 0 {
            unlink(temporary)
            isPlaced = true
            return true
        }
        guard errno != EEXIST else { return false }
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
        isPlaced = true
        return true
    }

    /// "holiday.mp4" as "holiday (2).mp4".
    static func numbered(_ path: String, _ number: Int) -> String {
        let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot != nameStart else { return "\(path) (\(number))" }
        return path[..<dot] + " (\(number))" + path[dot...]
    }
}
