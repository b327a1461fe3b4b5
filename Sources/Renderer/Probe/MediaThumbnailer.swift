public import Foundation
internal import Media
internal import Synchronization
public import Timeline

/// Makes small pictures of media, each once, in the worker that also looks at new files.
public struct MediaThumbnailer: Sendable {
    /// 200 MB: some thousand thumbnails.
    public static let defaultLimit = 200 << 20
    let crew: WorkerCrew
    private let cache: ChunkCache
    /// Two at a time, however many cores there are: somebody may wait for an upload or an export meanwhile.
    private let turnstile = Turnstile(places: 2)
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
        try await once("\(id)-\(time.rawValue)-\(side)") {
            let file = try Self.open(path, name: name)
            let task = WorkerTask.thumbnail(name: name, at: time, box: .square(side))
            return try await make(task, of: [file], name: name, form: .jpeg)
        }
    }

    /// The picture of a key, made if it was not made before and did not fail before.
    func once(_ key: String, make: @Sendable () async throws -> Data) async throws -> Data {
        if let kept = kept(key) { return kept }
        return try await turnstile.pass {
            // Another may have asked for the same one before.
            if let kept = kept(key) { return kept }
            if let refusal = refusals[key] { throw refusal }
            do {
                let picture = try await make()
                // What cannot be kept, on a full disk for instance, is made again the next time.
                try? keep(picture, as: key)
                return picture
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

    static func open(_ path: String, name: String) throws(MediaRefusal) -> OpenFile {
        do {
            return try OpenFile(path, O_RDONLY | O_NONBLOCK)
        } catch {
            throw MediaRefusal(.unreadable, "\(name) cannot be opened: \(error.reason).")
        }
    }

    func make(_ task: WorkerTask, of files: [OpenFile], name: String, form: PictureForm) async throws -> Data {
        do {
            guard case .picture(let picture) = try await crew.perform(task, files: files), picture.isWhole(form) else {
                throw WorkerFailure(code: .failed, message: "\(name) could not be made small. Try again.")
            }
            return picture
        } catch {
            throw MediaRefusal.reason(for: error, name: name)
        }
    }

    // MARK: - Keeping

    private func kept(_ key: String) -> Data? {
        guard let file = cache.file(named: key) else { return nil }
        return withExtendedLifetime(file) { try? file.handle.readToEnd() }
    }

    private func keep(_ picture: Data, as key: String) throws {
        let partial = try cache.makePartial()
        try partial.file.handle.write(contentsOf: picture)
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

extension Data {
    /// What a picture may take. A JPEG of 1024 x 1024 pixels of noise stays below it.
    private static let mostPictureBytes = 4 << 20

    /// It goes to other programs, and a worker that a stranger's file has taken over could say anything.
    fileprivate func isWhole(_ form: PictureForm) -> Bool {
        let head: [UInt8] =
            switch form {
            case .jpeg: [0xFF, 0xD8, 0xFF]
            case .ppm: Array("P6\n".utf8)
            }
        return count <= Self.mostPictureBytes && starts(with: head)
    }
}

extension OpenFile {
    /// For reading and writing from the start on, for as long as the file is held.
    fileprivate var handle: FileHandle { FileHandle(fileDescriptor: descriptor, closeOnDealloc: false) }
}

extension PixelSize {
    fileprivate static func square(_ side: Int) -> PixelSize { PixelSize(width: side, height: side) }
}
