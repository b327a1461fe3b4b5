import Foundation
import StudioAPI
import StudioClient
import Timeline

/// Does the work: the only place that speaks to the studio, but for exports.
actor Desk {
    /// What is told while a piece of work runs.
    enum Notice: Sendable {
        case uploading(path: String, fraction: Double)
        case turn(TurnItem)
        /// The stream broke off. The studio is looked at after this time, at once when it is zero; told before every
        /// look.
        case turnLost(lookIn: Duration)
        /// The session was gone and a new one was made.
        case sessionLost(LostSession)
    }

    private let link: StudioLink
    private let store: ChatStore
    private let notify: @Sendable (Notice) -> Void
    private(set) var session: StudioSession?
    private var info: StudioInfo?
    private var listed: [SessionLine] = []
    private let pause: Duration
    private let clock: any Clock<Duration>

    /// - Parameter pause: Between two looks at a turn's record.
    init(
        link: StudioLink,
        store: ChatStore,
        pause: Duration = .milliseconds(500),
        clock: any Clock<Duration> = ContinuousClock(),
        notify: @escaping @Sendable (Notice) -> Void
    ) {
        self.link = link
        self.store = store
        self.pause = pause
        self.clock = clock
        self.notify = notify
    }

    func perform(_ work: Work, language: Language) async -> WorkResult {
        do {
            return try await result(of: work, language: language)
        } catch is CancellationError {
            return .cancelled
        } catch let error as StudioError {
            return Task.isCancelled ? .cancelled : .failed(error, nil)
        } catch {
            return Task.isCancelled ? .cancelled : .failed(StudioError(.failed, "\(error)"), nil)
        }
    }

    private func result(of work: Work, language: Language) async throws -> WorkResult {
        switch work {
        case .connect(let pick):
            let studio = try await link.studio()
            info = try await studio.info()
            if let pick {
                guard try await takeUp(pick) else { return .noSession }
            }
            return .connected(
                Connection(
                    info: info,
                    origin: studio.origin,
                    host: studio.host,
                    isLocal: studio.isLocal,
                    mayUpload: studio.isLocal || store.studio(studio.origin).mayUpload == true,
                    jobs: store.takeUpJobs(of: studio.origin)
                )
            )
        case .upload(let paths):
            return .uploaded(try await upload(paths, language: language))
        case .turn(let text):
            return .turnEnded(try await turn(text, language: language), .whole)
        case .readDraft:
            return try await readDraft()
        case .credits:
            if info?.credits == "unlimited" { return .credits(nil) }
            return .credits(try await reached { try await $0.credits() })
        case .undo:
            guard let session else { return .undone(Self.nothingDone) }
            // Not repeated when the answer is lost: it might be taken back twice.
            return .undone(try await link.studio().undo(session.id))
        case .redo:
            guard let session else { return .undone(Self.nothingDone) }
            return .undone(try await link.studio().redo(session.id))
        case .newSession:
            session = nil
            return .newSession
        case .listSessions:
            listed = try await sessionLines()
            return .sessions(listed)
        case .replaceSession(let id):
            if session?.id == id { _ = try await replaceSession(language) }
            return .sessionReplaced
        case .takeUp(let number):
            return try await takeUp(.number(number)) ? .takenUp : .noSession
        }
    }

    private static let nothingDone = HistoryReply(
        changed: false,
        canUndo: false,
        canRedo: false,
        changes: [],
        draft: Draft(t: [], d: 0, m: [:])
    )

    // MARK: Sessions

    /// The session; made at the first use.
    private func openSession(_ language: Language) async throws -> StudioSession {
        if let session { return session }
        let made = try await reached { try await $0.makeSession(language: language) }
        session = made
        await keepSession(summary: nil)
        return made
    }

    private func keepSession(summary: String?) async {
        guard let session, let origin = try? await link.studio().origin else { return }
        store.keep(
            ChatStore.Session(
                id: session.id,
                taskID: session.taskID,
                bindID: session.bindID,
                updated: Date().timeIntervalSince1970,
                summary: summary
            ),
            of: origin
        )
    }

    /// The sessions of this studio, the latest first: as the studio lists them, else as they are remembered here.
    private func sessionLines() async throws -> [SessionLine] {
        let studio = try await link.studio()
        let known = store.studio(studio.origin).sessions
        if let listed = try await studio.sessions() {
            return listed.map { entry in
                let memory = known.first { $0.id == entry.id }
                return SessionLine(
                    session: StudioSession(id: entry.id, taskID: memory?.taskID, bindID: memory?.bindID),
                    updated: entry.updated,
                    summary: entry.summary ?? entry.title
                )
            }
        }
        return known.map { memory in
            let session = StudioSession(id: memory.id, taskID: memory.taskID, bindID: memory.bindID)
            return SessionLine(session: session, updated: memory.updated, summary: memory.summary)
        }
    }

    private func takeUp(_ pick: Work.SessionPick) async throws -> Bool {
        // A number means the list the person has seen.
        if listed.isEmpty || pick == .latest { listed = try await sessionLines() }
        let index = if case .number(let number) = pick { number - 1 } else { 0 }
        guard listed.indices.contains(index) else { return false }
        session = listed[index].session
        return true
    }

    private func readDraft() async throws -> WorkResult {
        guard let session else { return .draft(nil, session: nil) }
        let raw = try await reached { try await $0.draft(of: session.id) }
        let view = raw.flatMap(DraftView.init)
        await keepSession(summary: view?.isReady == true ? view?.digest.summary : nil)
        return .draft(view, session: session.id)
    }

    // MARK: Uploads

    private func upload(_ paths: [String], language: Language) async throws -> [UploadOutcome] {
        var session = try await openSession(language)
        var outcomes: [UploadOutcome] = []
        for path in paths {
            try Task.checkCancellation()
            notify(.uploading(path: path, fraction: 0))
            do {
                outcomes.append(try await send(path, to: session))
            } catch let error as StudioError where error.code == .sessionNotFound && outcomes.isEmpty {
                session = try await replaceSession(language)
                outcomes.append(try await send(path, to: session))
            } catch let error as StudioError where Self.concernsFile(error) {
                outcomes.append(UploadOutcome(path: path, refusal: error.message))
            }
            notify(.uploading(path: path, fraction: 1))
        }
        return outcomes
    }

    private func send(_ path: String, to session: StudioSession) async throws -> UploadOutcome {
        try await reached { [notify] studio in
            try await studio.upload(path, session: session.id) { notify(.uploading(path: path, fraction: $0)) }
        }
    }

    private static func concernsFile(_ error: StudioError) -> Bool {
        [.file, .unsupportedFile, .fileTooLarge, .badRequest].contains(error.code)
    }

    private func replaceSession(_ language: Language) async throws -> StudioSession {
        if let session, let origin = try? await link.studio().origin {
            store.forgetSession(session.id, of: origin)
        }
        session = nil
        notify(.sessionLost(LostSession()))
        return try await openSession(language)
    }

    // MARK: Turns

    private func turn(_ text: String, language: Language) async throws -> TurnSummary {
        do {
            return try await stream(text, in: try await openSession(language))
        } catch let error as StudioError where error.code == .sessionNotFound {
            return try await stream(text, in: try await replaceSession(language))
        }
    }

    private func stream(_ text: String, in session: StudioSession) async throws -> TurnSummary {
        let name = UUID().uuidString.lowercased()
        var seen = 0
        do {
            let studio = try await link.studio()
            for try await item in try await studio.turn(text, session: session.id, turn: name) {
                if case .ended(let summary) = item { return summary }
                if item != .heartbeat { seen += 1 }
                notify(.turn(item))
            }
            throw StudioError(.interrupted, "The answer broke off.")
        } catch let error as StudioError where error.isLoss {
            if Task.isCancelled { throw CancellationError() }
            return try await recorded(name, of: session, showing: seen == 0, lostBy: error)
        }
    }

    /// Waits for the end of a turn whose stream was lost, by the record of a studio that was found again. The
    /// message is never sent again: it might take effect twice.
    private func recorded(
        _ turn: String,
        of session: StudioSession,
        showing: Bool,
        lostBy error: StudioError
    ) async throws -> TurnSummary {
        notify(.turnLost(lookIn: .zero))
        // Whatever comes of it, the draft tells what was done.
        var summary = TurnSummary(hadText: true, draftChanged: true)
        summary.trouble = TurnTrouble(code: error.code.rawValue, message: error.message, followsEdit: false)
        while true {
            try Task.checkCancellation()
            await link.lose()
            guard let replay = try? await link.studio().record(of: turn, session: session.id) else { break }
            if replay.finished {
                summary.trouble = nil
                if showing { for item in replay.items { notify(.turn(item)) } }
                return summary
            }
            try await clock.sleep(for: pause)
        }
        if let trouble = summary.trouble { notify(.turn(.trouble(trouble))) }
        return summary
    }

    /// A call that may be repeated: once more with a studio found or started anew, when the first was lost.
    private func reached<Value: Sendable>(
        _ call: @Sendable (any StudioService) async throws -> Value
    ) async throws -> Value {
        do {
            return try await call(try await link.studio())
        } catch let error as StudioError where error.isLoss {
            try Task.checkCancellation()
            await link.lose()
            return try await call(try await link.studio())
        }
    }
}
