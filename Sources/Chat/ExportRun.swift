import Foundation
import StudioAPI
import StudioClient

/// What is to be exported, and where to.
struct ExportOrder: Hashable, Sendable {
    enum Target: Hashable, Sendable {
        /// A free name in a folder.
        case anyName(base: String, folder: String)
        /// This very file.
        case file(String, replacing: Bool)
    }

    var id: String
    var session: String
    /// The draft exactly as the studio gave it; nil for a job that was submitted before.
    var draft: RawJSON?
    var output: RenderOutput
    var target: Target

    /// What a person would call it.
    var name: String {
        switch target {
        case .anyName(let base, _): base
        case .file(let path, _): MediaName.last(of: path)
        }
    }
}

struct ExportResult: Hashable, Sendable {
    var path: String
    var bytes: Int
    var durationMS: Int?
    var width: Int?
    var height: Int?
    var renderMS: Int?
    /// Where a browser shows it.
    var link: String?
}

/// How an export goes on.
enum ExportUpdate: Hashable, Sendable {
    /// Waits for so many others.
    case waiting(Int)
    case rendering(fraction: Double?, etaMS: Int?)
    case downloading(Double)
    /// The studio no longer has the session of this id. The run goes on as far as it can.
    case sessionLost(String)
    case finished(ExportResult)
    case failed(StudioError)
    /// The job was called off; what is finished of it is kept.
    case cancelled
    /// The job goes on without us.
    case left
}

/// One export from the order to the file.
struct ExportRun: Sendable {
    let link: StudioLink
    let store: ChatStore
    /// How often a studio that tells progress is asked.
    var quickPoll: Duration = .milliseconds(500)
    /// How often another is asked.
    var slowPoll: Duration = .seconds(30)
    /// How often a studio that is lost is looked for in a row.
    var mostLosses = 5
    var clock: any Clock<Duration> = ContinuousClock()
    var exists: @Sendable (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }

    /// Runs to the end, which is returned and not given to `update`. A task that is cancelled calls off the job of
    /// a studio on this machine and leaves one of another alone.
    func run(_ order: ExportOrder, update: @escaping @Sendable (ExportUpdate) -> Void) async -> ExportUpdate {
        var order = order
        do {
            var isSecondTry = false
            while true {
                let status = try await rendered(&order, update: update)
                switch status.status {
                case .completed:
                    let result = try await fetched(order, status, update: update)
                    await forget(order)
                    return .finished(result)
                case .cancelled:
                    await forget(order)
                    return .cancelled
                default:
                    let message = status.message ?? ""
                    await forget(order)
                    // A studio that says why it failed will fail again.
                    if isSecondTry || !message.isEmpty || order.draft == nil { return .failed(StudioError(.failed, message)) }
                    isSecondTry = true
                    order.id = Self.newID()
                }
            }
        } catch is CancellationError {
            return await calledOff(order)
        } catch let error as StudioError {
            if Task.isCancelled { return await calledOff(order) }
            // A lost studio may still have the job; it is asked for again at the next start.
            if !error.isLoss { await forget(order) }
            return .failed(error)
        } catch {
            await forget(order)
            return .failed(StudioError(.failed, ""))
        }
    }

    static func newID() -> String {
        "render_\(UInt64(Date().timeIntervalSince1970 * 1000))\(UInt32.random(in: 100...999))"
    }

    /// Submits if need be and waits for the end of the rendering.
    private func rendered(
        _ order: inout ExportOrder,
        update: @Sendable (ExportUpdate) -> Void
    ) async throws -> RenderStatus {
        var isSubmitted = order.draft == nil
        var losses = 0
        var hasNewID = false
        while true {
            try Task.checkCancellation()
            do {
                let studio = try await link.studio()
                if !isSubmitted, let draft = order.draft {
                    // On disk before it is sent: an answer that is lost must not lose the job.
                    remember(order, origin: studio.origin)
                    try await studio.submit(order.id, session: order.session, draft: draft, output: order.output)
                    isSubmitted = true
                    update(.rendering(fraction: nil, etaMS: nil))
                }
                let status = try await studio.poll(order.id)
                losses = 0
                switch status.status {
                case .completed, .failed, .cancelled:
                    return status
                case .pending:
                    update(
                        (status.queuePosition ?? 0) > 0
                            ? .waiting(status.queuePosition ?? 0)
                            : .rendering(
                                fraction: status.progress,
                                etaMS: status.etaMS
                            )
                    )
                case .processing:
                    update(.rendering(fraction: status.progress, etaMS: status.etaMS))
                }
                try await clock.sleep(for: status.progress != nil || studio.isLocal ? quickPoll : slowPoll)
            } catch let error as StudioError where error.isLoss && losses < mostLosses {
                losses += 1
                await link.lose()
                try await clock.sleep(for: quickPoll)
            } catch let error as StudioError where error.code == .notFound && isSubmitted && order.draft != nil {
                // The studio that came back does not know the job: it gets a new one, once.
                if hasNewID { throw error }
                hasNewID = true
                await forget(order)
                order.id = Self.newID()
                isSubmitted = false
            }
        }
    }

    private func fetched(
        _ order: ExportOrder,
        _ status: RenderStatus,
        update: @escaping @Sendable (ExportUpdate) -> Void
    ) async throws -> ExportResult {
        let studio = try await link.studio()
        var attempts = 0
        while true {
            let (path, replacing) = target(of: order)
            do {
                let bytes = try await studio.download(
                    order.id,
                    output: status.output,
                    to: path,
                    replacing: replacing
                ) { update(.downloading($0)) }
                return ExportResult(
                    path: path,
                    bytes: bytes,
                    durationMS: status.output?.durationMS,
                    width: status.output?.width,
                    height: status.output?.height,
                    renderMS: status.renderMS
                )
            } catch let error as StudioError where error.code == .fileExists && attempts < 100 {
                // Somebody took the name in the meantime.
                guard case .anyName = order.target else { throw error }
                attempts += 1
            }
        }
    }

    private func target(of order: ExportOrder) -> (path: String, replacing: Bool) {
        switch order.target {
        case .anyName(let base, let folder): (OutputName.free(base, in: folder, exists: exists), false)
        case .file(let path, let replacing): (path, replacing)
        }
    }

    private func calledOff(_ order: ExportOrder) async -> ExportUpdate {
        // The task is cancelled, and so would be every call it makes.
        await Task {
            guard let studio = try? await link.studio() else { return ExportUpdate.left }
            guard studio.isLocal else { return .left }
            do {
                try await studio.cancel(order.id)
            } catch let error as StudioError where error.code == .notFound {
                // It was never submitted.
            } catch {
                return .left
            }
            store.forgetJob(order.id, of: studio.origin)
            return .cancelled
        }.value
    }

    private func remember(_ order: ExportOrder, origin: String) {
        guard case .anyName(let base, let folder) = order.target else { return }
        store.keep(
            ChatStore.Job(id: order.id, session: order.session, name: base, folder: folder, owner: getpid()),
            of: origin
        )
    }

    private func forget(_ order: ExportOrder) async {
        guard let origin = try? await link.studio().origin else { return }
        store.forgetJob(order.id, of: origin)
    }
}
