public import Foundation
internal import Media
internal import Synchronization
public import Timeline

/// Makes small pictures of media, each once, in the worker that also looks at new files.
public struct MediaThumbnailer: Sendable {
    /// 200 MB: some thousand thumbnails.
    public static let defaultLimit = 200 << 20
    /// What a thumbnail may take. A JPEG of 1024 x 1024 pixels of noise stays below it.
    private static let mostBytes = 4 << 20

    private let crew: WorkerCrew
    private let cache: ChunkCache
    /// One at a time: thumbnails are many and small, and somebody may wait for an upload or an export meanwhile.
    private let turnstile = Turnstile(places: 1)
    private let refusals = Refusals()

    /// - Parameters:
    ///   - folder: Where thumbnails are kept; it is made when the first one is.
    ///   - limit: What they may fill, in bytes; the longest unused go first.
    public init(prober: MediaProber, folder: String, limit: Int = MediaThumbnailer.defaultLimit) {
        crew = prober.crew
        cache = ChunkCache(folder: folder, limit: limit)
    }

    /// A JPEG of a photo, of an animation's first picture, or of a clip at a time: upright, in sRGB, and without
    /// anything else of the file.
    ///
    /// - Parameters:
    ///   - id: Under this the thumbnail is kept, see ``forget(_:)``.
    ///   - name: What the person calls the file, for messages.
    ///   - time: From a clip's start.
    ///   - side: The most it may be wide and high, in pixels. It is never enlarged.
    /// - Throws: ``MediaRefusal`` when the file has no picture or cannot be read, ``RenderError`` when no worker can be
    ///   had.
    public func thumbnail(
        of id: MediaID,
        path: String,
        name: String,
        at time: Milliseconds = .zero,
        side: Int
    ) async throws -> Data {
        let key = "\(id)-\(time.rawValue)-\(side)"
        if let kept = kept(key) { return kept }
        return try await turnstile.pass {
            // Another may have asked for the same one before.
            if let kept = kept(key) { return kept }
            if let refusal = refusals[key] { throw refusal }
            let file = try Self.open(path, name: name)
            do {
                let jpeg = try await make(.thumbnail(name: name, at: time, box: .square(side)), of: file, name: name)
                // What cannot be kept, on a full disk for instance, is made again the next time.
                try? keep(jpeg, as: key)
                return jpeg
            } catch let refusal as MediaRefusal {
                refusals[key] = refusal
                throw refusal
            }
        }
    }

    /// Removes a medium's thumbnails.
    public func forget(_ id: MediaID) {
        cache.remove(beginningWith: "\(id)-")
    }

    private static func open(_ path: String, name: String) throws(MediaRefusal) -> OpenFile {
        do {
            return try OpenFile(path, O_RDONLY | O_NONBLOCK)
        } catch {
            throw MediaRefusal(.unreadable, "\(name) cannot be opened: \(error.reason).")
        }
    }

    private func make(_ task: WorkerTask, of file: OpenFile, name: String) async throws -> Data {
        do {
            guard case .picture(let jpeg) = try await crew.perform(task, files: [file]), Self.isJPEG(jpeg) else {
                throw WorkerFailure(code: .failed, message: "\(name) could not be made small. Try again.")
            }
            return jpeg
        } catch {
            throw MediaRefusal.reason(for: error, name: name)
        }
    }

    /// It goes to browsers, and a worker that a stranger's file has taken over could say anything.
    private static func isJPEG(_ data: Data) -> Bool {
        data.count <= mostBytes && data.starts(with: [0xFF, 0xD8, 0xFF])
    }

    // MARK: - Keeping

    private func kept(_ key: String) -> Data? {
        guard let file = cache.file(named: key) else { return nil }
        return withExtendedLifetime(file) { try? file.handle.readToEnd() }
    }

    private func keep(_ jpeg: Data, as key: String) throws {
        let partial = try cache.makePartial()
        try partial.file.handle.write(contentsOf: jpeg)
        try cache.keep(partial, as: key)
    }
}

/// What has failed before: a file that takes a worker down does so once, not at every look.
private final class Refusals: Sendable {
    private static let limit = 1000
    private let known = Mutex<[String: MediaRefusal]>([:])

    subscript(key: String) -> MediaRefusal? {
        get { known.withLock { $0[key] } }
        set {
            known.withLock { known in
                if known.count >= Self.limit { known = [:] }
                known[key] = newValue
            }
        }
    }
}

extension OpenFile {
    /// For reading and writing from the start on, for as long as the file is held.
    fileprivate var handle: FileHandle { FileHandle(fileDescriptor: descriptor, closeOnDealloc: false) }
}

extension PixelSize {
    fileprivate static func square(_ side: Int) -> PixelSize { PixelSize(width: side, height: side) }
}
