internal import Crypto
internal import Foundation
internal import Media
public import Timeline

/// Finds out what files are, in a worker that lives as long as the prober, so that many files go quickly.
public struct MediaProber: Sendable {
    /// The largest file that is accepted, in bytes.
    public static let largestFile = 200_000_000

    private let launch: WorkerLaunch
    private let crew: WorkerCrew
    private let turnstile: Turnstile

    public init(launch: WorkerLaunch) {
        self.launch = launch
        crew = WorkerCrew(launch, restarts: .max)
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
            bytes: size
        )
    }

    private func ask(_ file: OpenFile, name: String) async throws -> MediaReport {
        do {
            let worker = try await crew.worker()
            do {
                return try await Self.ask(worker, file, name: name)
            } catch let death as WorkerDeath {
                await crew.replace(worker)
                if case .notStarted = death.cause { throw death }
            }
            // Another file may have killed the worker under this one: now each gets a worker to itself.
            return try await Self.ask(try await WorkerProcess(launch), file, name: name)
        } catch let failure as WorkerFailure {
            throw MediaRefusal(failure)
        } catch let death as WorkerDeath {
            guard !death.reading.isEmpty else { throw RenderError(.workerDied, death.message) }
            throw MediaRefusal(
                .damaged,
                "\(name) cannot be read: the reader broke down over it. Save it anew in another program."
            )
        }
    }

    private static func ask(_ worker: WorkerProcess, _ file: OpenFile, name: String) async throws -> MediaReport {
        guard case .media(let report) = try await worker.perform(.probe(name: name), files: [file]) else {
            throw WorkerFailure(code: .failed, message: "\(name) could not be looked at. Try again.")
        }
        return report
    }

    private static func digest(of file: OpenFile) throws -> MediaID {
        var hash = SHA256()
        let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
        try handle.seek(toOffset: 0)
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
        return withExtendedLifetime(file) { hash.finalize().hex }
    }
}
