import StudioAPI
import Timeline

/// A draft as the chat needs it: to read, and to hand back.
struct DraftView: Hashable, Sendable {
    /// As the studio gave it.
    var raw: RawJSON
    var digest: DraftDigest

    init(_ raw: RawJSON) {
        self.raw = raw
        digest = DraftDigest(raw)
    }

    var isReady: Bool { digest.isReady }

    /// The words of the first title, by which a video is called. A caption or an end card is no name.
    var title: String? {
        digest.timeline?.texts.filter { $0.kind == .title }.min { $0.start < $1.start }?.text
    }

    /// What is different from `former`, in sentences.
    func changes(since former: DraftView?, in language: Language) -> [String] {
        digest.changes(from: former?.digest ?? DraftDigest(), language: language)
    }
}
