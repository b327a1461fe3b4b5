import ArgumentParser
import Foundation
import Renderer
import Studio

/// Running a studio in this process.
enum StudioRun {
    /// - Parameter onReady: Told the address once it can be reached.
    static func run(
        _ configuration: StudioConfiguration,
        onReady: @escaping @Sendable (StudioServer.Address) -> Void = { _ in }
    ) async throws {
        do {
            try await StudioServer(configuration: configuration).run(onReady: onReady)
        } catch let error as StudioStartError {
            Standard.error("kinora: \(error.message)")
            throw ExitCode.failure
        }
    }
}

extension WorkerLaunch {
    /// This program as a worker, one encoder a core.
    static var own: WorkerLaunch {
        WorkerLaunch(
            executable: BuildInfo.executable,
            arguments: ["worker"],
            encoders: ProcessInfo.processInfo.activeProcessorCount
        )
    }
}
