/// What a text is for. Each kind has a place and a look of its own, see ``TextStyle/usual(for:isRightToLeft:)``.
public enum TextKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Large, in the middle, at the start.
    case title
    /// Small, at the bottom, as long as the picture it goes with.
    case caption
    /// Somebody's name and what they are, in the lower left corner beside a bar.
    case lowerThird = "lower-third"
    /// In the middle at the end, over the last picture, which is darkened.
    case endCard = "end-card"

    /// The kind that an id told before texts had kinds.
    package init(oldID id: SegmentID) {
        self = id.hasPrefix("end") ? .endCard : id.hasPrefix("caption") ? .caption : .title
    }
}
