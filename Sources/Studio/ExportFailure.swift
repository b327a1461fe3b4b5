import Renderer
import StudioAPI
import Timeline

/// What a person is told of an export that failed.
enum ExportFailure {
    static func sentence(for error: any Error) -> String {
        switch error {
        case let refusal as Refusal:
            refusal.message
        case let error as RenderError where error.code == .diskFull:
            // The renderer's own words name the studio's folder, which is not everyone's business.
            "The studio's disk is full. Free some space and export again: what is finished is not made twice."
        case let error as RenderError where error.code == .notWritable:
            "The studio cannot write its exports. See that its data folder can be written to, then export again."
        case let error as RenderError:
            error.message
        default:
            "The video could not be made. Export again; what is finished is not made twice."
        }
    }
}
