import Foundation
import Renderer

/// What a studio with its real rooms needs, and photos for it.
enum RealRooms {
    /// The program beside the test runner that is a worker and nothing else.
    static var worker: WorkerLaunch {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folder = URL(filePath: runner).deletingLastPathComponent().path
        return WorkerLaunch(executable: "\(folder)/RendererWorker", encoders: 2)
    }

    static let samples = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Docs/samples")
}
