internal import Crypto
internal import Foundation
internal import Synchronization

/// Finished chunks and sounds on disk, named by the hash of what they were made from, so that nothing is made twice.
///
/// The least recently used are removed when all together grow past the limit, but none that a job has pinned. Any number
/// of jobs, and of processes, may use one folder: a file appears whole, by a rename, and is never changed. Its name
/// also holds the hash of its bytes, by which one that was damaged on the disk is found out and made anew.
public final class ChunkCache: Sendable {
    /// 5 GB: some hours of finished video.
    public static let defaultLimit = 5 << 30

    private struct State {
        /// The bytes of all files, once they have been counted.
        var total: Int?
        /// How many jobs use each name.
        var pins: [String: Int] = [:]
        var lastPartial = 0
    }

    let folder: String
    private let limit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: Is made when something is first stored.
    ///   - limit: In bytes.
    public init(folder: String, limit: Int = ChunkCache.defaultLimit) {
        self.folder = folder
        self.limit = limit
        removeAbandoned()
    }

    // MARK: - Reading

    /// The file of a name, checked to be whole; nil when there is none. It counts as used now.
    func file(named name: String) -> OpenFile? {
        guard let path = path(of: name) else { return nil }
        guard let file = try? OpenFile(path, O_RDONLY) else { return nil }
        guard let digest = try? Self.digest(of: file), path.hasSuffix(".\(digest)") else {
            unlink(path)
            return nil
        }
        utimes(path, nil)
        return file
    }

    /// The file of a name as it was found by ``file(named:)`` before, opened without reading it again.
    func reopen(_ name: String) -> OpenFile? {
        path(of: name).flatMap { try? OpenFile($0, O_RDONLY) }
    }

    /// There is a file of this name, whole or not: the quick question, for a guess of what there is to do.
    func contains(_ name: String) -> Bool { path(of: name) != nil }

    private func path(of name: String) -> String? {
        let shelf = shelf(of: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
        return names.first { $0.hasPrefix("\(name).") }.map { "\(shelf)/\($0)" }
    }

    /// Files lie in 256 folders by their first two digits, so that no folder gets long.
    private func shelf(of name: String) -> String {
        "\(folder)/\(name.prefix(2))"
    }

    /// Removes all files whose names begin like this, with two characters at least.
    func remove(beginningWith prefix: String) {
        let shelf = shelf(of: prefix)
        for file in (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? [] where file.hasPrefix(prefix) {
            unlink("\(shelf)/\(file)")
        }
    }

    // MARK: - Writing

    /// A file that is being made, out of everyone's sight; it is gone when it was not kept.
    final class Partial: Sendable {
        let file: OpenFile
        fileprivate let path: String

        fileprivate init(path: String) throws(FileFailure) {
            file = try OpenFile(path, O_RDWR | O_CREAT | O_EXCL)
            self.path = path
        }

        deinit {
            unlink(path)
        }
    }

    func makePartial() throws -> Partial {
        let partials = "\(folder)/partial"
        try Self.makeFolder(partials)
        let number = state.withLock { state in
            state.lastPartial += 1
            return state.lastPartial
        }
        return try Partial(path: "\(partials)/\(getpid()).\(UInt64.random(in: 0...UInt64.max)).\(number)")
    }

    /// Makes a folder for its owner alone, and those that it is in.
    private static func makeFolder(_ path: String) throws(FileFailure) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard errno == ENOENT, parent != path else { throw FileFailure(code: errno) }
        try makeFolder(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileFailure(code: errno) }
    }

    /// Gives a finished file its name, once it is safe on the disk.
    func keep(_ partial: Partial, as name: String) throws {
        try partial.file.synchronize()
        let digest = try Self.digest(of: partial.file)
        let shelf = shelf(of: name)
        if mkdir(shelf, 0o700) != 0, errno != EEXIST { throw FileFailure(code: errno) }
        guard rename(partial.path, "\(shelf)/\(name).\(digest)") == 0 else { throw FileFailure(code: errno) }
        let size = try partial.file.size()
        let total = state.withLock { state in
            state.total = state.total.map { $0 + size }
            return state.total
        }
        if total == nil || total.map({ $0 > limit }) == true { evict() }
    }

    private static func digest(of file: OpenFile) throws -> String {
        let size = try file.size()
        guard size > 0 else { return "" }
        guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file.descriptor, 0), start != MAP_FAILED else {
            throw FileFailure(code: errno)
        }
        defer { munmap(start, size) }
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(start: start, count: size))
        return hash.finalize().hex
    }

    // MARK: - Room

    /// Keeps files of these names from being removed until they are unpinned.
    func pin(_ names: some Sequence<String>) {
        state.withLock { state in
            for name in names { state.pins[name, default: 0] += 1 }
        }
    }

    func unpin(_ names: some Sequence<String>) {
        state.withLock { state in
            for name in names {
                let pins = state.pins[name, default: 1] - 1
                state.pins[name] = pins > 0 ? pins : nil
            }
        }
    }

    /// Counts all files and removes the longest unused until there is a tenth of the limit free.
    private func evict() {
        var found: [(path: String, name: String, size: Int, used: timespec)] = []
        for shelf in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where shelf.count == 2 {
            for file in (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf)")) ?? [] {
                var status = stat()
                let path = "\(folder)/\(shelf)/\(file)"
                guard stat(path, &status) == 0 else { continue }
                found.append((path, String(file.prefix { $0 != "." }), Int(status.st_size), status.st_mtim))
            }
        }
        var total = found.reduce(0) { $0 + $1.size }
        if total > limit {
            let pins = state.withLock { $0.pins }
            found.sort { ($0.used.tv_sec, $0.used.tv_nsec) < ($1.used.tv_sec, $1.used.tv_nsec) }
            for file in found where pins[file.name] == nil && total > limit - limit / 10 {
                if unlink(file.path) == 0 { total -= file.size }
            }
        }
        state.withLock { [total] in $0.total = total }
    }

    /// Removes what processes that are gone have left half done.
    private func removeAbandoned() {
        let partials = "\(folder)/partial"
        for file in (try? FileManager.default.contentsOfDirectory(atPath: partials)) ?? [] {
            guard let owner = file.split(separator: ".").first.flatMap({ pid_t($0) }) else { continue }
            if kill(owner, 0) != 0, errno == ESRCH { unlink("\(partials)/\(file)") }
        }
    }
}
