import ServiceLifecycle

/// Ends the work when the studio ends: turns come to their end, exports are put down to be taken up again.
struct Workroom: Service {
    let studio: StudioCore

    func run() async throws {
        // Throws when the whole is cancelled instead; what is to be done is the same.
        try? await gracefulShutdown()
        await studio.queue.stop()
        await studio.turns.untilDone()
    }
}
