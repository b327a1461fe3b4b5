import Foundation
import StudioAPI
import StudioClient
import Timeline

// Messages to the agent. Each takes effect once at most: a second time it would edit and charge again.
extension Desk {
    func turn(_ text: String, language: Language) async throws -> (TurnSummary, TurnFate) {
        do {
            return try await converse(text, in: try await openSession(language), language)
        } catch let error as StudioError where error.code == .sessionNotFound {
            // It was refused before it began.
            return try await converse(text, in: try await replaceSession(language), language)
        }
    }

    private func converse(
        _ text: String,
        in session: StudioSession,
        _ language: Language
    ) async throws -> (TurnSummary, TurnFate) {
        let before = try await draftBefore()
        var turn = LiveTurn(session: session, before: before)
        var hasBegun = false
        do {
            let items = try await sentOnce { try await $0.turn(text, session: session.id, turn: turn.name) }
            hasBegun = true
            current?.draft = .unknown
            for try await item in items {
                if case .ended(let summary) = item { return (summary, .whole) }
                if item != .heartbeat { turn.seen += 1 }
                notify(.turn(item))
            }
            throw StudioError(.interrupted, "The answer broke off.")
        } catch let error as StudioError where error.isLoss {
            try Task.checkCancellation()
            // Where no studio was there, nothing was sent.
            if error.code == .unreachable, !hasBegun { throw error }
            return try await recover(turn, from: error, language)
        } catch let error as StudioError where error.code == .sessionNotFound && turn.seen > 0 {
            _ = try await replaceSession(language)
            return (TurnSummary(trouble: error.asTrouble), .lost)
        }
    }

    /// The draft to compare with, should the stream be lost; not asked for where the studio keeps records of turns.
    private func draftBefore() async throws -> OpenSession.KnownDraft {
        guard try await link.info() == nil else { return .unknown }
        if case .known(let draft)? = current?.draft { return .known(draft) }
        do {
            return .known(try await readState())
        } catch let error as StudioError where error.code != .sessionNotFound && error.code != .unreachable {
            try Task.checkCancellation()
            // The state is out of order; the agent may not be.
            return .unknown
        }
    }
}

/// A turn under way.
struct LiveTurn: Sendable {
    let name = UUID().uuidString.lowercased()
    let session: StudioSession
    let before: OpenSession.KnownDraft
    /// How many of its items were shown.
    var seen = 0
}

extension StudioError {
    /// The studio may have gone, and its answer with it.
    var isLoss: Bool { code == .unreachable || code == .interrupted || code == .timedOut }

    var asTrouble: TurnTrouble { TurnTrouble(code: code.rawValue, message: message, followsEdit: false) }
}
