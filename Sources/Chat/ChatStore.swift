import Foundation
import StudioClient

/// What a chat remembers from one start to the next: sessions, and exports that are not fetched yet. One file for all
/// chats of the user; none of them keeps it open.
struct ChatStore: Sendable {
    struct Session: Codable, Hashable, Sendable {
        var id: String
        var taskID: String?
        var bindID: String?
        /// Seconds since 1970.
        var updated: Double
        var summary: String?
        /// How many photos, clips and songs it has.
        var media: Int?
    }

    struct Job: Codable, Hashable, Sendable {
        var id: String
        var session: String
        /// What the file is to be called, without its ending.
        var name: String
        var folder: String
        /// The process that waits for it.
        var owner: Int32
    }

    struct Studio: Codable, Hashable, Sendable {
        var sessions: [Session] = []
        var jobs: [Job] = []
        /// The person agreed that files go there; nil: they were not asked yet.
        var mayUpload: Bool?
    }

    private let path: String
    private static let mostSessions = 50

    /// - Parameter folder: The state folder; made when it is missing.
    init(folder: String) {
        path = folder + "/chat.json"
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    func studio(_ origin: String) -> Studio {
        read()[origin] ?? Studio()
    }

    func keep(_ session: Session, of origin: String) {
        change(origin) { studio in
            var session = session
            if let known = studio.sessions.first(where: { $0.id == session.id }) {
                session.summary = session.summary ?? known.summary
                session.media = session.media.map { max($0, known.media ?? 0) } ?? known.media
            }
            studio.sessions.removeAll { $0.id == session.id }
            studio.sessions.insert(session, at: 0)
            studio.sessions = Array(studio.sessions.prefix(Self.mostSessions))
        }
    }

    /// Remembers that the person agreed to files going to this studio.
    func allowUploads(to origin: String) {
        change(origin) { $0.mayUpload = true }
    }

    func forgetSession(_ id: String, of origin: String) {
        change(origin) { $0.sessions.removeAll { $0.id == id } }
    }

    func keep(_ job: Job, of origin: String) {
        change(origin) { studio in
            studio.jobs.removeAll { $0.id == job.id }
            studio.jobs.append(job)
        }
    }

    func forgetJob(_ id: String, of origin: String) {
        change(origin) { $0.jobs.removeAll { $0.id == id } }
    }

    /// Takes over the jobs nobody waits for any more.
    func takeUpJobs(of origin: String) -> [Job] {
        var taken: [Job] = []
        change(origin) { studio in
            for index in studio.jobs.indices {
                let owner = studio.jobs[index].owner
                if owner != getpid(), kill(owner, 0) == 0 || errno == EPERM { continue }
                studio.jobs[index].owner = getpid()
                taken.append(studio.jobs[index])
            }
        }
        return taken
    }

    private func read() -> [String: Studio] {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        return (try? JSONDecoder().decode([String: Studio].self, from: data)) ?? [:]
    }

    /// Reads, changes and writes under a lock; the file is replaced as a whole.
    private func change(_ origin: String, _ body: (inout Studio) -> Void) {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        defer { if lock >= 0 { close(lock) } }
        if lock >= 0 { flock(lock, LOCK_EX) }
        var studios = read()
        body(&studios[origin, default: Studio()])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(studios) else { return }
        let temporary = path + ".\(getpid())"
        let made = FileManager.default.createFile(
            atPath: temporary,
            contents: data,
            attributes: [.posixPermissions: 0o600]
        )
        if made { rename(temporary, path) }
    }
}
