import StudioAPI
import TestKit
import Timeline

@testable import StudioClient

/// Every call of the contract, made by a client, for what holds of all of them.
enum StudioCall: String, CaseIterable, Sendable {
    case info, makeSession, sessions, state, credits, claim, upload, links, message, record, submit, poll, cancel, undo
    case download, preview, estimate

    /// A studio that lacks the call, or answers it in a way nobody understands, is one without additions.
    var isAddition: Bool { [.info, .sessions, .undo, .preview, .estimate].contains(self) }
    /// It asks for something, and changes nothing: a redirect is followed.
    var isQuestion: Bool {
        [.info, .sessions, .state, .credits, .record, .poll, .download, .preview, .estimate].contains(self)
    }
    /// The studio tells what it is to anyone.
    var hasToken: Bool { self != .info }

    /// An answer to it that means yes.
    var answer: String {
        switch self {
        case .message: Streams.text("Hi")
        case .download: "video"
        case .info:
            #"{"name":"N","version":"1","build":"b","local":false,"credits":"metered","qualities":[],"aspects":[]}"#
        case .sessions: #"{"code":0,"data":{"sessions":[]}}"#
        case .upload, .links: #"{"code":0,"data":{"files":[],"refused":[]}}"#
        case .preview: #"{"duration_ms":0,"aspect":"16:9","width":1920,"height":1080,"pictures":[]}"#
        case .estimate: #"{"code":0,"data":{"estimate_ms":1,"measured":true,"waiting_ms":0,"outputs":[]}}"#
        case .undo: #"{"changed":false,"can_undo":false,"can_redo":false,"changes":[],"draft":null}"#
        default:
            #"""
            {"code":0,"data":{"session_id":"s1","available":5,"claim_token":"c","status":"pending","events":[],\#
            "state":{}}}
            """#
        }
    }

    var answerType: String {
        switch self {
        case .message: "text/event-stream"
        case .download: "video/mp4"
        default: "application/json"
        }
    }

    /// Makes the call and reads its answer to the end.
    func make(_ client: StudioClient, _ folder: TemporaryFolder) async throws {
        switch self {
        case .info: _ = try await client.info()
        case .makeSession: _ = try await client.makeSession(language: .english)
        case .sessions: _ = try await client.sessions()
        case .state: _ = try await client.state("s1")
        case .credits: _ = try await client.credits()
        case .claim: _ = try await client.claimToken(StudioSession(id: "s1", taskID: "t1"))
        case .upload: try Self.check(await client.upload(folder.file("a.jpg", [1, 2, 3]), session: "s1"))
        case .links: try Self.check(await client.upload(urls: ["https://a.example/a.jpg"], session: "s1")[0])
        case .message: for try await _ in try await client.run("hi", session: "s1", turn: "t1") {}
        case .record: _ = try await client.turnRecord("t1", session: "s1")
        case .submit: try await client.submitRender(id: "r1", session: "s1", draft: RawJSON(object: [:]))
        case .poll: _ = try await client.poll("r1")
        case .cancel: try await client.cancelRender("r1")
        case .undo: _ = try await client.undo("s1")
        case .preview: _ = try await client.preview("s1")
        case .estimate: _ = try await client.estimate("s1", quality: "high")
        case .download:
            _ = try await client.download("r1", output: nil, to: folder.path + "/v.mp4", existing: .replace)
        }
    }

    /// The refusal of a file, which is an outcome, as an error like any other.
    private static func check(_ result: UploadResult) throws {
        guard case .refused(let refusal) = result.outcome else { return }
        throw StudioError(refusal.code == .fileTooLarge ? .fileTooLarge : .unsupportedFile, refusal.message)
    }
}
