import HTTP
import StudioAPI
import TestKit

@testable import StudioClient

extension Peer {
    /// A client of this peer.
    func client(
        tokens: TokenKeeper? = nil,
        environment: [String: String] = ["NEMO_CLIENT_ID": "client-1"],
        clock: InstantClock = InstantClock(),
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
                try StudioAddress(url: url)
            }
        return StudioClient(
            address: address,
            identity: ClientIdentity(environment: environment, executable: "/opt/kinora", version: "9.9"),
            tokens: tokens,
            clock: clock,
            onWait: onWait,
            transport: Transport()
        )
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
