import StudioAPI
import StudioClient
import Timeline

// What became of a turn whose stream was lost. The message is not sent again: nobody knows whether it took effect.
extension Desk {
    /// How long to wait before each look at a studio. After the last one the turn has failed.
    static let looks: [Duration] = [.seconds(30), .seconds(60), .seconds(60), .seconds(60), .seconds(60)]
    /// Between two looks at the record of a turn that goes on.
    static let recordInterval = Duration.milliseconds(500)

    func recover(
        _ turn: LiveTurn,
        from error: StudioError,
        _ language: Language
    ) async throws -> (TurnSummary, TurnFate) {
        try await link.info() == nil
            ? try await watchState(after: turn, error, language)
            : try await readBack(turn, error)
    }

    /// Reads the record of a turn to its end, at once and with a studio that was found or started again.
    private func readBack(_ turn: LiveTurn, _ error: StudioError) async throws -> (TurnSummary, TurnFate) {
        notify(.turnLost(lookIn: .zero, isTimeout: error.code == .timedOut))
        var isLost = true
        var failures = Self.looks[...]
        while true {
            do {
                if isLost { await link.lose() }
                guard let replay = try await link.studio().record(of: turn.name, session: turn.session.id) else {
                    // The message never arrived.
                    return (TurnSummary(trouble: error.asTrouble), .lost)
                }
                isLost = false
                failures = Self.looks[...]
                if replay.finished { return (show(replay, from: turn.seen), .whole) }
                try await clock.sleep(for: Self.recordInterval)
            } catch let failure as StudioError {
                try Task.checkCancellation()
                guard failure.isLoss || failure.code == .serverError, let wait = failures.popFirst() else {
                    return (TurnSummary(trouble: failure.asTrouble), .lost)
                }
                isLost = true
                notify(.turnLost(lookIn: wait, isTimeout: error.code == .timedOut))
                try await clock.sleep(for: wait)
            }
        }
    }

    /// Shows what of a turn was not shown before.
    private func show(_ replay: TurnReplay, from seen: Int) -> TurnSummary {
        var summary = TurnSummary(hadText: true, draftChanged: true)
        for item in replay.items.filter({ $0 != .heartbeat }).dropFirst(seen) {
            if case .ended(let told) = item { summary = told } else { notify(.turn(item)) }
        }
        return summary
    }

    /// Looks at the state until it is another than before the turn.
    private func watchState(
        after turn: LiveTurn,
        _ error: StudioError,
        _ language: Language
    ) async throws -> (TurnSummary, TurnFate) {
        var before = turn.before
        for wait in Self.looks {
            notify(.turnLost(lookIn: wait, isTimeout: error.code == .timedOut))
            try await clock.sleep(for: wait)
            do {
                let now = try await readState()
                if before.differs(from: now) { return (TurnSummary(draftChanged: true), .recovered) }
                if case .unknown = before { before = .known(now) }
            } catch let failure as StudioError where failure.code == .sessionNotFound {
                _ = try await replaceSession(language)
                break
            } catch is StudioError {
                // No look at the state is none that shows a change.
                try Task.checkCancellation()
            }
        }
        return (TurnSummary(trouble: error.asTrouble), .lost)
    }
}
