/// One change of a timeline, whoever thought of it. A value: it is stored, sent, applied by ``Timeline/applying(_:)``
/// and undone by the inverse that applying gives.
public enum EditCommand: Codable, Hashable, Sendable {
    /// Puts segments before the one at `index` (0…count).
    case insert(segments: [Segment], index: Int)
    case remove(segments: [SegmentID])
    /// The ids of all segments in their new order.
    case reorder(segments: [SegmentID])
    case setDurations([SegmentID: Milliseconds])
    /// Whether lengths are the person's own (``Segment/durationPinned``).
    case setDurationPins([SegmentID: Bool])
    /// Where clips begin, from their own start.
    case setSourceStarts([SegmentID: Milliseconds])
    case setTransitions([SegmentID: Transition])
    case setMotions([SegmentID: Motion])
    case setFits([SegmentID: Fit])
    case setLooks([SegmentID: Look])
    /// What is heard of clips.
    case setSounds([SegmentID: ClipSound])
    /// Puts a text into the text track before the one at `index` (0…count).
    case insertText(TextSegment, index: Int)
    case removeText(SegmentID)
    /// Replaces the text of the same id.
    case updateText(TextSegment)
    case setMusic(Music?)
    case setCutsOnBeat(Bool)
    case setAspect(Aspect)
    case setDefaults(Timeline.Defaults)
    /// Several changes that are made and undone as one, in this order.
    case batch([EditCommand])
}
