import StudioAPI
import StudioClient
import Timeline

/// What the chat wants of a studio, and no more.
protocol StudioService: Sendable {
    /// By which sessions and jobs are told apart from those of other studios.
    var origin: String { get }
    /// Its name for a person.
    var host: String { get }
    var isLocal: Bool { get }
    /// The user's own, which wants no account and has no pages.
    var isOwn: Bool { get }
    /// The person gave a token for it themselves.
    var usesGivenToken: Bool { get }

    /// Nil for a hosted studio, which has no such call.
    func info() async throws -> StudioInfo?
    func makeSession(language: Language) async throws -> StudioSession
    /// Nil for a studio that keeps no list.
    func sessions() async throws -> [SessionSummary]?
    /// - Parameters:
    ///   - position: Files that are sent side by side are kept in the order of these.
    ///   - progress: Gets 0…1.
    func upload(
        _ path: String,
        session: String,
        position: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> UploadOutcome
    /// Lets the studio fetch what is at an address.
    func upload(url: String, session: String) async throws -> UploadOutcome
    func turn(_ text: String, session: String, turn: String) async throws -> AsyncThrowingStream<TurnItem, any Error>
    func record(of turn: String, session: String) async throws -> TurnReplay?
    func state(of session: String) async throws -> StudioState
    /// The timeline as pictures; nil for a studio that makes none.
    func preview(_ session: String, aspect: String?) async throws -> PreviewReply?
    /// One of the pictures, as pixels; nil when there is none to be had.
    ///
    /// - Parameter side: The most it is wide and high.
    func picture(_ url: String, side: Int) async throws -> PlainPicture?
    /// How long an export would take; nil for a studio that does not say.
    ///
    /// - Parameter aspect: "9:16"; nil: the video's own shape.
    func estimate(_ session: String, quality: String, aspect: String?) async throws -> RenderEstimate?
    func credits() async throws -> CreditsReply
    func submit(_ id: String, session: String, draft: RawJSON, output: RenderOutput) async throws
    func poll(_ id: String) async throws -> RenderStatus
    func cancel(_ id: String) async throws
    /// - Returns: The size of the file in bytes.
    func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        replacing: Bool,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int
    /// Nil for a studio that has no such call.
    func undo(_ session: String) async throws -> HistoryReply?
    func redo(_ session: String) async throws -> HistoryReply?
    /// Where a browser shows the session; nil for a studio without pages.
    func page(of session: StudioSession) async throws -> String?
    /// Where an account can be had; nil for a studio without pages.
    ///
    /// - Parameter bind: The id that brings what was made without an account into it.
    func registration(bind: String?) -> String?
}

/// What the chat reads of a session's state.
struct StudioState: Sendable {
    /// As the studio keeps it; nil when there is none yet.
    var draft: RawJSON?
    /// Empty where the studio tells its media in a form of its own.
    var media: [MediaItem] = []
    var bindID: String?
}

/// What became of a file or an address.
struct UploadOutcome: Hashable, Sendable {
    var path: String
    /// What the studio took it for, where it says so.
    var item: MediaItem?
    /// Why it was not taken.
    var refusal: StudioError?
    /// The session had it before.
    var isRepeat = false

    var name: String { WebAddress.isOne(path) ? WebAddress.name(of: path) : MediaName.last(of: path) }
}
