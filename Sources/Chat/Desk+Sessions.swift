import Foundation
import StudioAPI
import StudioClient
import Timeline

// Which session is in use, and which there are.
extension Desk {
    /// The session; made at the first use.
    func openSession(_ language: Language) async throws -> StudioSession {
        if let session { return session }
        let made = try await reached { try await $0.makeSession(language: language) }
        current = OpenSession(made)
        await keepSession()
        return made
    }

    /// A session in place of one that the studio no longer has; what went with that one is told.
    func replaceSession(_ language: Language) async throws -> StudioSession {
        let lost = current?.lost ?? LostSession()
        if let session, let origin = try? await link.studio().origin {
            store.forgetSession(session.id, of: origin)
        }
        current = nil
        let made = try await openSession(language)
        notify(.sessionLost(lost))
        return made
    }

    func keepSession() async {
        guard let current, let origin = try? await link.studio().origin else { return }
        store.keep(
            ChatStore.Session(
                id: current.session.id,
                taskID: current.session.taskID,
                bindID: current.session.bindID,
                updated: Date().timeIntervalSince1970,
                summary: current.summary,
                media: current.mediaCount
            ),
            of: origin
        )
    }

    /// The draft of the session in use, read now.
    func readState() async throws -> RawJSON? {
        guard let session else { return nil }
        let state = try await reached { try await $0.state(of: session.id) }
        guard current?.session.id == session.id else { return state.draft }
        current?.draft = .known(state.draft)
        current?.media.formUnion(state.media.map(\.id))
        return state.draft
    }

    /// The sessions of this studio, the latest first: as the studio lists them, else as they are remembered here.
    func sessionLines() async throws -> [SessionLine] {
        let (listed, origin) = try await reached { (try await $0.sessions(), $0.origin) }
        let known = store.studio(origin).sessions
        if let listed {
            return listed.map { entry in
                let memory = known.first { $0.id == entry.id }
                return SessionLine(
                    session: StudioSession(id: entry.id, taskID: memory?.taskID, bindID: memory?.bindID),
                    updated: entry.updated,
                    summary: entry.summary ?? entry.title,
                    media: entry.media
                )
            }
        }
        // One in which nothing happened is no video to go on with.
        return known.filter { $0.summary != nil || ($0.media ?? 0) > 0 }.map { memory in
            SessionLine(
                session: StudioSession(id: memory.id, taskID: memory.taskID, bindID: memory.bindID),
                updated: memory.updated,
                summary: memory.summary,
                media: memory.media
            )
        }
    }

    /// - Returns: False when there is no such session.
    func takeUp(_ pick: Work.SessionPick) async throws -> Bool {
        // A number means the list the person has seen.
        if listed.isEmpty || pick == .latest { listed = try await sessionLines() }
        let index = if case .number(let number) = pick { number - 1 } else { 0 }
        guard listed.indices.contains(index) else { return false }
        let line = listed[index]
        current = OpenSession(line.session)
        current?.summary = line.summary
        current?.mediaBefore = line.media ?? 0
        return true
    }
}
