import ServiceLifecycle

/// Ends the studio when it was told to stop, or was idle for long enough: when this service ends, the others
/// are shut down in good order.
struct IdleWatch: Service {
    let activity: Activity
    let idleExit: Double?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await activity.untilOver() }
                if let idleExit {
                    group.addTask { await activity.untilIdle(for: .seconds(idleExit)) }
                }
                await group.next()
                group.cancelAll()
            }
        }
    }
}
