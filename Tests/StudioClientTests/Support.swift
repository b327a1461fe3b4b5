import HTTP
import StudioAPI
import TestKit

@testable import StudioClient

extension Peer {
    /// A client of this peer.
    func client(
        tokens: TokenKeeper? = nil,
        environment: [String: String] = ["NEMO_CLIENT_ID": "client-1"],
        clock: any Clock<Duration> = SteppedClock.flowing(),
        callLimit: Duration? = nil,
        isThere: Bool = true,
        onWait: @escaping @Sendable (Duration) -> Void = { _ in }
    ) throws -> StudioClient {
        let address =
            if let socketPath {
                StudioAddress(
                    origin: "http://localhost",
                    base: "http://localhost",
                    socketPath: socketPath,
                    isLocal: true
                )
            } else {
                // A port that no system hands out: nobody is there, and nobody will be.
                try StudioAddress(url: isThere ? url : "http://127.0.0.1:1")
            }
        return StudioClient(
            address: address,
            identity: ClientIdentity(environment: environment, executable: "/opt/kinora", version: "9.9"),
            tokens: tokens,
            clock: clock,
            onWait: onWait,
            callLimit: callLimit,
            transport: Transport()
        )
    }
}

extension SteppedClock {
    /// On which five minutes pass as fast as those who wait let them: enough for every wait, and for no limit of a turn.
    static func flowing() -> SteppedClock {
        let clock = SteppedClock()
        clock.flow(for: .seconds(300))
        return clock
    }
}

/// What a call throws, if it is an error of a studio's.
func studioError<Value>(_ call: () async throws -> Value) async -> StudioError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? StudioError
    }
}
