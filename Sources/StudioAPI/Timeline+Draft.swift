public import Timeline

/// Why a draft cannot be read as a timeline of ours.
public struct DraftError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// Another product wrote it.
        case foreign
        /// A later version of ours wrote it.
        case newer
        /// It says it is ours, but something in it is missing or impossible.
        case damaged
    }

    public var code: Code
    /// A sentence for the person.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static let newer = DraftError(
        .newer,
        "This project was made by a newer version of Kinora; update Kinora to open it."
    )
}

extension Timeline {
    /// Reads a draft that our own studio wrote. Keys it does not know are ignored.
    ///
    /// - Throws: ``DraftError`` for any other draft; ``DraftDigest`` reads those.
    public init(_ draft: Draft) throws(DraftError) {
        let whole = DraftFields(draft.m, of: "project")
        guard let format = draft.m[Draft.formatKey]?.int else {
            throw DraftError(
                .foreign,
                "This project was made by another studio; it can be exported but not edited here."
            )
        }
        guard format <= Draft.format else {
            throw DraftError.newer
        }
        self.init(
            aspect: try whole.choice("aspect"),
            cutsOnBeat: try whole.bool("cuts_on_beat"),
            defaults: Defaults(
                stillDuration: try whole.milliseconds("still_ms"),
                transition: try whole.transition("transition")
            )
        )
        for track in draft.t {
            for (index, segment) in track.sg.enumerated() {
                switch track.tt {
                case Draft.TrackType.video:
                    segments.append(try Segment(segment, number: index + 1))
                case Draft.TrackType.audio where music == nil:
                    music = try Music(segment)
                case Draft.TrackType.text:
                    texts.append(try TextSegment(segment, number: index + 1))
                default:
                    throw DraftError(.damaged, "This project holds a track that Kinora cannot have written.")
                }
            }
        }
        do {
            try check()
        } catch {
            throw DraftError(.damaged, "This project cannot be opened. " + error.message)
        }
    }
}

extension Segment {
    fileprivate init(_ segment: Draft.Segment, number: Int) throws(DraftError) {
        let fields = DraftFields(segment.m, of: "picture \(number)")
        self.init(
            id: try fields.string("id"),
            media: try fields.string("media"),
            kind: try fields.choice("kind"),
            name: try fields.string("name"),
            size: PixelSize(width: try fields.int("width"), height: try fields.int("height")),
            duration: Milliseconds(segment.d),
            durationPinned: try fields.optional("duration_pinned", fields.bool) ?? false,
            sourceStart: try fields.optional("source_start_ms", fields.milliseconds) ?? .zero,
            fit: try fields.choice("fit"),
            motion: try fields.motion("motion"),
            subject: try fields.optional("subject", fields.subject),
            transition: try fields.transition("transition"),
            look: try fields.optional("look", fields.look) ?? .plain,
            sound: try ClipSound(fields)
        )
    }
}

extension ClipSound {
    fileprivate init(_ fields: DraftFields) throws(DraftError) {
        self = .usual
        if fields.has("volume") { volume = try fields.percent("volume") }
        if fields.has("ducks_music") { ducksMusic = try fields.bool("ducks_music") }
    }
}

extension Music {
    fileprivate init(_ segment: Draft.Segment) throws(DraftError) {
        let fields = DraftFields(segment.m, of: "music")
        let source: Source =
            if fields.has("mood") {
                .mood(try fields.choice("mood"), seed: try fields.int("seed"))
            } else {
                .song(media: try fields.string("media"), name: try fields.string("name"))
            }
        self.init(source, volume: try fields.percent("volume"))
    }
}

extension TextSegment {
    /// What older drafts do not say was told by the id, or was as it is by default.
    fileprivate init(_ segment: Draft.Segment, number: Int) throws(DraftError) {
        let fields = DraftFields(segment.m, of: "text \(number)")
        let id = try fields.string("id")
        self.init(
            id: id,
            kind: try fields.optional("kind", fields.choice) ?? TextKind(oldID: id),
            text: try fields.string("text"),
            language: try fields.optional("language", fields.string),
            anchor: try fields.optional("anchor", fields.string) ?? TextSegment.anchor(ofOldID: id),
            start: try fields.milliseconds("start_ms"),
            duration: Milliseconds(segment.d),
            style: try fields.textStyle()
        )
    }
}
