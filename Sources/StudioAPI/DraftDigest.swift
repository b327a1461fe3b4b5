public import Timeline

/// What can be told of any draft, whoever made it: whether it can be exported, what is on it, and what changed between
/// two. It takes every form a draft may come in and never fails; what it does not understand it leaves out.
public struct DraftDigest: Hashable, Sendable {
    /// The timeline, when the draft is of our own kind.
    public let timeline: Timeline?
    /// The length of the whole.
    public let duration: Milliseconds
    let tracks: [Track]
    /// Settings of the whole draft.
    let settings: [String: JSONValue]

    /// A draft with nothing on it, as before the first edit.
    public init() {
        self.init(JSONValue.null)
    }

    /// Reads a draft as a state or an event carries it.
    public init(_ draft: RawJSON) {
        self.init(JSONValue(draft) ?? .null)
    }

    public init(_ draft: JSONValue) {
        timeline = Draft(draft).flatMap { try? Timeline($0) }
        tracks = DraftDigest.tracks(of: draft)
        settings = draft["m"]?.object ?? [:]
        let longest = tracks.flatMap(\.items).map { $0.start + $0.duration }.max() ?? .zero
        duration = timeline?.duration ?? DraftDigest.milliseconds(draft["d"]) ?? longest
    }

    /// There is something to export: a track that holds a segment; in a draft of ours, a picture.
    public var isReady: Bool { timeline?.isReady ?? tracks.contains { !$0.items.isEmpty } }

    /// What is on the draft, in one line; for our own drafts the same as the timeline's.
    ///
    ///     Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)
    public var summary: String { summary(in: .english) }

    public func summary(in language: Language) -> String {
        outline(in: language).summary(in: language)
    }

    private func outline(in language: Language) -> Outline {
        if let timeline { return Outline(timeline, in: language) }
        let phrases = Phrases(language)
        return Outline(
            tracks: tracks.filter { !$0.items.isEmpty }.map { track in
                let parts = track.items.map { item in
                    Outline.Part(
                        name: track.kind == .text ? item.name(in: phrases) : item.name(in: phrases).stem,
                        kind: item.mediaKind,
                        start: item.start,
                        duration: item.duration,
                        volume: item.volume
                    )
                }
                return Outline.Track(track.kind, parts)
            }
        )
    }
}

extension DraftDigest {
    struct Track: Hashable, Sendable {
        var kind: Outline.Kind
        var items: [Item]
    }

    /// A segment of any draft, as far as it can be understood.
    struct Item: Hashable, Sendable {
        var kind: Outline.Kind
        var id: String?
        /// The name of a medium or the words of a text, where the draft says them.
        var label: String?
        var start: Milliseconds
        var duration: Milliseconds
        /// In percent.
        var volume: Int?
        var settings: [String: JSONValue]

        func name(in phrases: Phrases) -> String {
            if let label { return label }
            return switch kind {
            case .video: phrases.choose("untitled", "未命名")
            case .audio: phrases.choose("music", "音乐")
            case .text: ""
            case .other: phrases.choose("something", "其他内容")
            }
        }

        /// What a picture is, by its kind or the ending of its name.
        var mediaKind: MediaKind? {
            guard kind == .video else { return nil }
            if let kind = settings["kind"]?.string.flatMap(MediaKind.init(rawValue:)) { return kind }
            let source = [label, settings["url"]?.string, settings["src"]?.string].lazy.compactMap { $0 }
            for name in source {
                switch name.split(separator: ".").last?.prefix(4).lowercased() {
                case "jpg", "jpeg", "png", "webp", "heic": return .photo
                case "gif": return .animation
                case "mp4", "mov", "avi", "webm", "mkv": return .clip
                default: continue
                }
            }
            return .clip
        }
    }
}
