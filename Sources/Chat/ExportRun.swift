import Foundation
import StudioAPI
import StudioClient

/// One export from the order to the file.
struct ExportRun: Sendable {
    let link: StudioLink
    let store: ChatStore
    /// How often a studio that tells progress is asked.
    var quickPoll: Duration = .milliseconds(500)
    /// How often another is asked.
    var slowPoll: Duration = .seconds(30)
    /// How often one that tells no progress is asked, in all.
    var mostSlowPolls = 10
    /// How often a studio that is lost is looked for in a row.
    var mostLosses = 5
    var clock: any Clock<Duration> = ContinuousClock()
    var exists: @Sendable (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }

    /// Runs to the end, which is returned and not given to `update`. A task that is cancelled calls off the job of
    /// a studio on this machine and leaves one of another alone.
    func run(_ order: ExportOrder, update: @escaping @Sendable (ExportUpdate) -> Void) async -> ExportUpdate {
        var order = order
        do {
            if order.draft != nil, !order.output.background, try await link.info() != nil {
                update(.begins(estimateMS: await estimate(of: order)))
            }
            return try await carryOut(&order, update: update)
        } catch is CancellationError {
            return await calledOff(order)
        } catch let error as StudioError {
            if Task.isCancelled { return await calledOff(order) }
            // A lost studio may still have the job, and a folder that takes no file may do so later: the job is taken
            // up again at the next start. One that fails then, too, is given up.
            let mayStillBe = error.isLoss || error.isOdd || error.code == .file && order.draft != nil
            if !mayStillBe { await forget(order) }
            return .failed(error)
        } catch {
            await forget(order)
            return .failed(StudioError(.failed, ""))
        }
    }

    static func newID() -> String {
        "render_\(UInt64(Date().timeIntervalSince1970 * 1000))\(UInt32.random(in: 100...999))"
    }

    /// Nil where the studio does not say, or does not say it at once: no export waits for this.
    private func estimate(of order: ExportOrder) async -> Int? {
        guard let studio = try? await link.studio() else { return nil }
        let estimate = try? await studio.estimate(
            order.session,
            quality: order.output.quality,
            aspect: order.output.aspect
        )
        return estimate?.estimateMS
    }

    private func carryOut(
        _ order: inout ExportOrder,
        update: @escaping @Sendable (ExportUpdate) -> Void
    ) async throws -> ExportUpdate {
        var isSecondTry = false
        while true {
            guard let status = try await rendered(&order, update: update) else { return .left }
            switch status.status {
            case .completed:
                var result = try await fetched(order, status, update: update)
                await forget(order)
                // A draft is looked at here.
                if !order.output.background { result.link = await page(of: order, update: update) }
                return .finished(result)
            case .cancelled:
                await forget(order)
                return .cancelled
            default:
                await forget(order)
                let isLast = try await isFinal(status)
                if isSecondTry || order.draft == nil || isLast { return .failed(Self.failure(status)) }
                isSecondTry = true
                order.id = Self.newID()
            }
        }
    }

    /// The export would fail again: a studio of ours says why, and what is not allowed stays so.
    private func isFinal(_ status: RenderStatus) async throws -> Bool {
        if status.code == .exportBlocked || status.code == .noCredits { return true }
        return try await link.info() != nil && status.message?.isEmpty == false
    }

    private static func failure(_ status: RenderStatus) -> StudioError {
        let code: StudioError.Code =
            switch status.code {
            case .exportBlocked: .exportBlocked
            case .noCredits: .noCredits
            default: .failed
            }
        return StudioError(code, status.message ?? "")
    }

    // MARK: Rendering

    /// Submits if need be and waits for the end of the rendering.
    ///
    /// - Returns: Nil when it takes longer than a studio is asked.
    private func rendered(
        _ order: inout ExportOrder,
        update: @Sendable (ExportUpdate) -> Void
    ) async throws -> RenderStatus? {
        var isSubmitted = order.draft == nil
        var losses = 0
        var slowPolls = 0
        var hasNewID = false
        var tellsProgress = false
        while true {
            try Task.checkCancellation()
            do {
                tellsProgress = try await link.info() != nil
                let studio = try await link.studio()
                if !isSubmitted, let draft = order.draft {
                    try await submit(order, draft, to: studio, isSubmitted: &isSubmitted, update: update)
                    // One that tells progress is asked for it at once: till then its estimate stands.
                    if !tellsProgress {
                        update(.rendering(fraction: nil, etaMS: nil))
                        try await clock.sleep(for: slowPoll)
                    }
                }
                let status = try await studio.poll(order.id)
                losses = 0
                guard let going = Self.update(status, tellsProgress: tellsProgress) else { return status }
                update(going)
                if tellsProgress || status.progress != nil {
                    try await clock.sleep(for: quickPoll)
                } else {
                    slowPolls += 1
                    guard slowPolls < mostSlowPolls else { return nil }
                    try await clock.sleep(for: slowPoll)
                }
            } catch let error as StudioError where losses < mostLosses && (error.isLoss || isSubmitted && error.isOdd) {
                // The job goes on, whatever the answer was.
                losses += 1
                if error.isLoss { await link.lose() }
                try await clock.sleep(for: tellsProgress ? quickPoll : slowPoll)
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

    private func submit(
        _ order: ExportOrder,
        _ draft: RawJSON,
        to studio: any StudioService,
        isSubmitted: inout Bool,
        update: @Sendable (ExportUpdate) -> Void
    ) async throws {
        // On disk before it is sent: an answer that is lost must not lose the job.
        remember(order, origin: studio.origin)
        do {
            try await studio.submit(order.id, session: order.session, draft: draft, output: order.output)
            isSubmitted = true
        } catch let error as StudioError {
            // It may have arrived: the studio is asked for it before it is sent another time.
            isSubmitted = error.isLoss && error.code != .unreachable || error.isOdd && error.code != .rateLimited
            if error.code == .sessionNotFound { update(.sessionLost(order.session)) }
            throw error
        }
    }

    /// Nil when the rendering has ended.
    private static func update(_ status: RenderStatus, tellsProgress: Bool) -> ExportUpdate? {
        switch status.status {
        case .completed, .failed, .cancelled:
            return nil
        case .pending:
            if let before = status.queuePosition, before > 0 { return .waiting(before) }
            return .rendering(fraction: status.progress, etaMS: status.etaMS)
        case .processing:
            // Of a hosted studio no more is known than that it is at work: that counts as half.
            return .rendering(fraction: status.progress ?? (tellsProgress ? nil : 0.5), etaMS: status.etaMS)
        }
    }
}

extension StudioError {
    /// An answer that says nothing of the job: the studio, or something on the way to it, is out of order.
    fileprivate var isOdd: Bool { code == .serverError || code == .badReply || code == .rateLimited }
}
