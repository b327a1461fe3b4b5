internal import Crypto
internal import Foundation
internal import Media
public import Timeline

/// Finds out what files are, in a worker that stays for the next file, so that many files go quickly.
public struct MediaProber: Sendable {
    /// The worker is kept for so long after the last file: it takes some 50 MB, and a tenth of a second to start.
    static let idleLimit: Duration = .seconds(5)

    /// The largest file that is accepted, in bytes.
    public static let largestFile = 200_000_000

    let crew: WorkerCrew
    private let turnstile: Turnstile

    public init(launch: WorkerLaunch) {
        self.init(launch: launch, clock: ContinuousClock())
    }

    init(launch: WorkerLaunch, clock: any Clock<Duration>) {
        crew = WorkerCrew(launch, restarts: .max, idleLimit: Self.idleLimit, clock: clock)
        turnstile = Turnstile(places: launch.encoders)
    }

    /// What the file is. A song's beats are found, too.
    ///
    /// - Parameters:
    ///   - name: What the person calls the file.
    ///   - id: The SHA-256 of the file in lowercase hex; nil has it computed.
    /// - Throws: ``MediaRefusal`` for a file that is not accepted or cannot be read.
    public func probe(path: String, name: String, id: MediaID? = nil) async throws -> MediaItem {
        let file: OpenFile
        let size: Int
        do {
            // A pipe would keep us waiting for somebody to write.
            file = try OpenFile(path, O_RDONLY | O_NONBLOCK)
            size = try file.size()
        } catch {
            throw MediaRefusal(.unreadable, "\(name) cannot be opened: \(error.reason).")
        }
        guard size <= Self.largestFile else {
            throw MediaRefusal(.tooLarge, "\(name) is larger than 200 MB. Compress or trim it first.")
        }
        let report = try await turnstile.pass { try await ask(file, name: name) }
        let facts = report.facts
        return MediaItem(
            id: try id ?? Self.digest(of: file),
            name: name,
            kind: facts.kind,
            size: facts.size,
            duration: facts.duration,
            hasSound: facts.hasSound,
            beats: report.beats,
            // A worker that a stranger's file has taken over could say anything.
            subject: facts.subject.flatMap { $0.isWithinPicture ? $0 : nil },
            bytes: size
        )
    }

    /// Ends the worker if it has nothing to do, and gives back what uploads have left of this process's own memory: the
    /// next file starts another worker.
    public func rest() async {
        await crew.endIfIdle()
        FreedMemory.giveBack()
    }

    private func ask(_ file: OpenFile, name: String) async throws -> MediaReport {
        do {
            guard case .media(let report) = try await crew.perform(.probe(name: name), files: [file]) else {
                throw WorkerFailure(code: .failed, message: "\(name) could not be looked at. Try again.")
            }
            return report
        } catch {
            throw MediaRefusal.reason(for: error, name: name)
        }
    }

    private static func digest(of file: OpenFile) throws -> MediaID {
        var hash = SHA256()
        let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
        try handle.seek(toOffset: 0)
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
        return withExtendedLifetime(file) { hash.finalize().hex }
    }
}
