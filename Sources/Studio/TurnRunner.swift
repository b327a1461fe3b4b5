import Director
import Foundation
import Logging
import StudioAPI
import Synchronization
import Timeline

/// Runs the agent's turns, each apart from the connection that asked for it, and keeps what they did.
final class TurnRunner: Sendable {
    struct Message: Sendable {
        var session: String
        var turn: String
        var text: String
        var streaming: Bool
    }

    private struct Key: Hashable {
        var session: String
        var turn: String
    }

    private let store: Store
    private let parts: StudioParts
    private let line: SessionLine
    private let activity: Activity
    private let logger: Logger
    /// Of an edit, in credits.
    private let price: Int
    /// Told the session when its timeline has become another.
    private let edited: @Sendable (String) async -> Void
    private let live = Mutex<[Key: LiveTurn]>([:])

    init(
        store: Store,
        parts: StudioParts,
        line: SessionLine,
        activity: Activity,
        logger: Logger,
        price: Int,
        edited: @escaping @Sendable (String) async -> Void
    ) {
        self.store = store
        self.parts = parts
        self.line = line
        self.activity = activity
        self.logger = logger
        self.price = price
        self.edited = edited
    }

    /// The events of a turn that is waiting, running or done; nil when the session knows none of that name.
    func lines(of turn: String, session: String) async throws -> AsyncStream<String>? {
        if let running = running(turn, session) { return running.lines() }
        guard let entry = try await store.turn(turn, session: session) else { return nil }
        // It may have come up, or ended, since the first look.
        if !entry.finished, let running = running(turn, session) { return running.lines() }
        let kept = try await entry.finished ? entry : store.turn(turn, session: session) ?? entry
        return AsyncStream { continuation in
            for line in kept.events { continuation.yield(line) }
            continuation.finish()
        }
    }

    private func running(_ turn: String, _ session: String) -> LiveTurn? {
        live.withLock { $0[Key(session: session, turn: turn)] }
    }

    /// Begins a turn, or finds the one of this name: it is never run twice.
    ///
    /// - Throws: ``Refusal`` 2001 when too few credits are left for it.
    func run(_ message: Message, account: String?) async throws -> AsyncStream<String> {
        let key = Key(session: message.session, turn: message.turn)
        let fresh = LiveTurn()
        let known = live.withLock { live in
            if let known = live[key] { return known as LiveTurn? }
            live[key] = fresh
            return nil
        }
        if let known { return known.lines() }
        do {
            let isNew = try await store.open(
                turn: message.turn,
                text: message.text,
                session: message.session,
                account: account,
                price: price
            )
            guard isNew else {
                let entry = try await store.turn(message.turn, session: message.session)
                forget(key, finishing: fresh, with: entry?.events ?? [])
                return fresh.lines()
            }
        } catch {
            forget(key, finishing: fresh, with: [])
            throw error
        }
        activity.began(.turn)
        line.perform(on: message.session) { [self] in
            let lines = await perform(message)
            forget(key, finishing: fresh, with: lines)
            activity.ended(.turn)
        }
        return fresh.lines()
    }

    /// Returns when all turns are done.
    func untilDone() async { await line.untilEmpty() }

    private func forget(_ key: Key, finishing turn: LiveTurn, with lines: [String]) {
        live.withLock { $0[key] = nil }
        turn.finish(lines)
    }

    /// Does the turn and keeps it, in one transaction with its edit.
    private func perform(_ message: Message) async -> [String] {
        let events = TurnEvents(time: Double(store.now()) / 1000, streaming: message.streaming)
        do {
            let session = try await store.session(message.session, for: .local)
            let reply = try await parts.respond(
                TurnInput(
                    text: message.text,
                    history: session.history,
                    media: try await store.media(of: message.session),
                    language: session.language
                )
            )
            let edited = reply.history != session.history
            let lines = try events.events(for: reply, edited: edited).map(Store.text)
            try await store.close(
                turn: message.turn,
                session: message.session,
                events: lines,
                history: edited ? reply.history : nil,
                title: session.title == nil ? Self.title(of: message.text) : nil
            )
            if reply.history.timeline != session.history.timeline { await self.edited(message.session) }
            return lines
        } catch {
            logger.error("A turn failed: \(type(of: error))")
            return await fail(message, events)
        }
    }

    private func fail(_ message: Message, _ events: TurnEvents) async -> [String] {
        let event = events.failure(
            code: "STUDIO_ERROR",
            message: "Something went wrong in the studio; the timeline is as it was. Try again."
        )
        let lines = (try? Store.text(event)).map { [$0] } ?? []
        do {
            try await store.close(
                turn: message.turn,
                session: message.session,
                events: lines,
                history: nil,
                title: nil
            )
        } catch {
            // It is closed at the next start.
            logger.error("A turn's end could not be kept: \(type(of: error))")
        }
        return lines
    }

    /// The beginning of what was said first, for the list of sessions.
    static func title(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count <= 60 ? line : line.prefix(59) + "…"
    }

    /// Takes the session's last edit back, or does it again, after the turns that were asked for before.
    func step(_ session: String, _ step: @escaping @Sendable (inout History) -> Bool) async throws -> HistoryReply {
        activity.began(.turn)
        defer { activity.ended(.turn) }
        let (store, edited) = (store, edited)
        return try await line.perform(on: session) {
            let record = try await store.session(session, for: .local)
            var history = record.history
            let changed = step(&history)
            if changed {
                try await store.save(history: history, of: session)
                await edited(session)
            }
            return HistoryReply(
                changed: changed,
                canUndo: history.canUndo,
                canRedo: history.canRedo,
                changes: TimelineDiff.sentences(
                    from: record.history.timeline,
                    to: history.timeline,
                    language: record.language
                ),
                draft: Draft(history.timeline)
            )
        }.value
    }
}
