/// Words shown over the picture, as the person typed them.
public struct TextSegment: Codable, Hashable, Sendable, Identifiable {
    public var id: SegmentID
    public var kind: TextKind
    /// What is shown. Of a lower third the first line is the name, what follows a line break the role.
    public var text: String
    /// The language that Chinese characters without kana or hangul are written in, as a BCP 47 tag ("zh-hans"): the
    /// same character is drawn differently in each. Nil is simplified Chinese.
    public var language: String?
    /// The picture that a caption goes with, through every edit.
    public var anchor: SegmentID?
    public var start: Milliseconds
    public var duration: Milliseconds
    public var style: TextStyle

    public init(
        id: SegmentID,
        kind: TextKind = .title,
        text: String,
        language: String? = nil,
        anchor: SegmentID? = nil,
        start: Milliseconds = .zero,
        duration: Milliseconds = Milliseconds(3000),
        style: TextStyle = TextStyle()
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.language = language
        self.anchor = anchor
        self.start = start
        self.duration = duration
        self.style = style
    }

    /// Reads also what was stored before texts had kinds: then the id told it.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        id = try members.decode(SegmentID.self, forKey: .id)
        kind = try members.decodeIfPresent(TextKind.self, forKey: .kind) ?? TextKind(oldID: id)
        text = try members.decode(String.self, forKey: .text)
        language = try members.decodeIfPresent(String.self, forKey: .language)
        anchor = try members.decodeIfPresent(SegmentID.self, forKey: .anchor) ?? TextSegment.anchor(ofOldID: id)
        start = try members.decode(Milliseconds.self, forKey: .start)
        duration = try members.decode(Milliseconds.self, forKey: .duration)
        style = try members.decode(TextStyle.self, forKey: .style)
    }

    /// When it is gone.
    public var end: Milliseconds { start + duration }

    /// The picture that the caption of an older draft goes with: "caption-s3" goes with s3.
    package static func anchor(ofOldID id: SegmentID) -> SegmentID? {
        guard id.hasPrefix("caption-") else { return nil }
        return String(id.dropFirst("caption-".count))
    }
}
