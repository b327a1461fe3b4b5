import StudioAPI
import StudioClient

/// What is to be exported, and where to.
struct ExportOrder: Hashable, Sendable {
    enum Target: Hashable, Sendable {
        /// A free name in a folder.
        case anyName(base: String, folder: String)
        /// This very file.
        case file(String, replacing: Bool)
    }

    var id: String
    var session: String
    /// The draft exactly as the studio gave it; nil for a job that was submitted before.
    var draft: RawJSON?
    var output: RenderOutput
    var target: Target

    /// What a person would call it.
    var name: String {
        switch target {
        case .anyName(let base, _): base
        case .file(let path, _): MediaName.last(of: path)
        }
    }
}

struct ExportResult: Hashable, Sendable {
    var path: String
    var bytes: Int
    var durationMS: Int?
    var width: Int?
    var height: Int?
    var renderMS: Int?
    /// Where a browser shows it.
    var link: String?
}

/// How an export goes on.
enum ExportUpdate: Hashable, Sendable {
    /// It is about to be submitted. How long it will take, where the studio says.
    case begins(estimateMS: Int?)
    /// Waits for so many others.
    case waiting(Int)
    case rendering(fraction: Double?, etaMS: Int?)
    case downloading(Double)
    /// The studio no longer has the session of this id. The run goes on as far as it can.
    case sessionLost(String)
    case finished(ExportResult)
    case failed(StudioError)
    /// The job was called off; what is finished of it is kept.
    case cancelled
    /// The job goes on without us.
    case left
}
