#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An untrusted file, open and mapped into memory. It is never opened by its name, and reading it moves no file offset,
/// so that any number of threads may read it at once.
//
// @unchecked: the mapping is read-only and lives until deinit.
public final class MediaFile: @unchecked Sendable {
    /// The size in bytes, at least 1.
    public let size: Int
    /// What the person calls the file; used in messages alone.
    public let name: String

    let bytes: UnsafeRawBufferPointer

    /// Maps the file. The descriptor stays the caller's, who may close it at once.
    ///
    /// - Throws: ``MediaError/Code/empty`` for a file of 0 bytes, ``MediaError/Code/unreadable`` for a folder, a pipe
    ///   or a file that cannot be mapped.
    public init(descriptor: Int32, name: String = "This file") throws(MediaError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw MediaError(.unreadable, "\(name) cannot be read: it is not an ordinary file.")
        }
        guard status.st_size > 0 else {
            throw MediaError(.empty, "\(name) is empty (0 bytes). Give it again from where it came from.")
        }
        size = Int(status.st_size)
        self.name = name
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw MediaError(.unreadable, "\(name) cannot be read from the disk.")
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    /// Gives back the memory of what was read so far; it is read from the file again when it is wanted.
    public func letGo() {
        madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), size, MADV_DONTNEED)
    }

    /// The same, now and then while it is read from its beginning to its end: a long file is larger than memory.
    ///
    /// - Parameter read: What was read last, in bytes.
    func letGo(after read: Range<Int>) {
        if read.lowerBound / Self.windowSize != read.upperBound / Self.windowSize { letGo() }
    }

    /// So much is read before it is given back, in bytes.
    private static let windowSize = 1 << 20

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), size)
    }
}
