import Foundation
import StudioAPI
import StudioClient
import Timeline

/// Does the work: the only place that speaks to the studio, but for exports.
actor Desk {
    /// What is told while a piece of work runs.
    enum Notice: Sendable {
        case uploading(path: String, fraction: Double)
        /// A file is through, one way or the other.
        case uploaded(UploadOutcome)
        case turn(TurnItem)
        /// The stream broke off, or was too long in coming. The studio is looked at after this time, at once when it
        /// is zero; told before every look.
        case turnLost(lookIn: Duration, isTimeout: Bool)
        /// What is on the timeline, before its pictures.
        case sheet(PreviewSheet)
        /// A picture of it, in its order; nil when there is none to be had.
        case picture(PreviewSheet.Entry, PlainPicture?, isLarge: Bool)
        /// The session was gone and a new one was made.
        case sessionLost(LostSession)
    }

    let link: StudioLink
    let store: ChatStore
    let clock: any Clock<Duration>
    let notify: @Sendable (Notice) -> Void
    /// The session in use and what is known of it; nil until it is first wanted.
    var current: OpenSession?
    var listed: [SessionLine] = []

    var session: StudioSession? { current?.session }

    /// - Parameter clock: Counts the waits between looks at a studio whose stream was lost.
    init(
        link: StudioLink,
        store: ChatStore,
        clock: any Clock<Duration> = ContinuousClock(),
        notify: @escaping @Sendable (Notice) -> Void
    ) {
        self.link = link
        self.store = store
        self.clock = clock
        self.notify = notify
    }

    func perform(_ work: Work, language: Language) async -> WorkResult {
        do {
            return try await result(of: work, language: language)
        } catch is CancellationError {
            return .cancelled
        } catch let error as StudioError {
            return Task.isCancelled ? .cancelled : .failed(error, await remedy(for: error))
        } catch {
            return Task.isCancelled ? .cancelled : .failed(StudioError(.failed, "\(error)"), nil)
        }
    }

    private func result(of work: Work, language: Language) async throws -> WorkResult {
        switch work {
        case .connect(let pick): return try await connect(pick, language: language)
        case .upload(let paths): return .uploaded(try await upload(paths, language: language))
        case .turn(let text):
            let (summary, fate) = try await turn(text, language: language)
            return .turnEnded(summary, fate)
        case .preview(let wish, let withPictures):
            return try await preview(wish, withPictures: withPictures, language: language)
        case .readDraft: return try await readDraft(language: language)
        case .credits:
            if try await link.info()?.credits == "unlimited" { return .credits(nil) }
            return .credits(try await reached { try await $0.credits() })
        case .undo: return .undone(try await step(language) { try await $0.undo($1) })
        case .redo: return .undone(try await step(language) { try await $0.redo($1) })
        case .newSession:
            current = nil
            return .newSession
        case .replaceSession(let id):
            if session?.id == id { _ = try await replaceSession(language) }
            return .sessionReplaced
        case .listSessions:
            listed = try await sessionLines()
            return .sessions(listed)
        case .takeUp(let number): return try await takeUp(.number(number)) ? .takenUp : .noSession
        }
    }

    // MARK: Small work

    private func connect(_ pick: Work.SessionPick?, language: Language) async throws -> WorkResult {
        let studio = try await link.studio()
        if let pick {
            guard try await takeUp(pick) else { return .noSession }
        } else if !studio.isOwn {
            // With a studio elsewhere "ready" means that a session is there. The user's own makes one in no time.
            _ = try await openSession(language)
        }
        return .connected(
            Connection(
                info: try await link.info(),
                origin: studio.origin,
                host: studio.host,
                isLocal: studio.isLocal,
                mayUpload: studio.isLocal || store.studio(studio.origin).mayUpload == true,
                jobs: store.takeUpJobs(of: studio.origin)
            )
        )
    }

    private func readDraft(language: Language) async throws -> WorkResult {
        guard let session else { return .draft(nil, session: nil) }
        do {
            let view = try await readState().flatMap(DraftView.init)
            current?.summary = view?.isReady == true ? view?.digest.summary(in: language) : nil
            await keepSession()
            return .draft(view, session: session.id)
        } catch let error as StudioError where error.code == .sessionNotFound {
            return .draft(nil, session: try await replaceSession(language).id)
        }
    }

    /// Goes a step back or forth in the history.
    private func step(
        _ language: Language,
        _ call: (any StudioService, String) async throws -> HistoryReply?
    ) async throws -> HistoryReply? {
        let nothing = HistoryReply(
            changed: false,
            canUndo: false,
            canRedo: false,
            changes: [],
            draft: Draft(t: [], d: 0, m: [:])
        )
        guard let session else { return nothing }
        current?.draft = .unknown
        do {
            // Not repeated when the answer is lost: it might be taken back twice.
            return try await sentOnce { try await call($0, session.id) }
        } catch let error as StudioError where error.code == .sessionNotFound {
            _ = try await replaceSession(language)
            return nothing
        }
    }

    /// What somebody can do who has no credits left.
    private func remedy(for error: StudioError) async -> Remedy? {
        guard error.code == .noCredits, let studio = try? await link.studio() else { return nil }
        if studio.usesGivenToken { return .topUp }
        // A studio of ours has nobody to register with.
        if (try? await link.info()) != nil { return nil }
        var bind = error.bindID ?? session?.bindID
        if bind == nil, let session { bind = try? await studio.state(of: session.id).bindID }
        return studio.registration(bind: bind).map(Remedy.register)
    }

    // MARK: Calls

    /// A call that may be repeated: once more with a studio found or started anew, when the first was lost.
    func reached<Value: Sendable>(
        _ call: (any StudioService) async throws -> Value
    ) async throws -> Value {
        do {
            return try await call(try await link.studio())
        } catch let error as StudioError where error.isLoss {
            try Task.checkCancellation()
            await link.lose()
            return try await call(try await link.studio())
        }
    }

    /// A call that must not take effect twice: once more only when the first was never sent, as no studio was there.
    func sentOnce<Value: Sendable>(
        _ call: (any StudioService) async throws -> Value
    ) async throws -> Value {
        do {
            return try await call(try await link.studio())
        } catch let error as StudioError where error.code == .unreachable {
            try Task.checkCancellation()
            await link.lose()
            return try await call(try await link.studio())
        }
    }
}
