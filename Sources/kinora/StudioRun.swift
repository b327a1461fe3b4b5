import ArgumentParser
import Foundation
import Renderer
import Studio

/// Running a studio in this process.
enum StudioRun {
    static func run(_ configuration: StudioConfiguration) async throws {
        do {
            try await StudioServer(configuration: configuration).run()
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
