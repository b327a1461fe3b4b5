/// The name of a segment or of a text within its timeline, kept through every edit.
public typealias SegmentID = String

/// How a picture of another shape is put into the frame.
public enum Fit: String, Codable, Hashable, Sendable, CaseIterable {
    /// Fills the frame when little is lost by it, else stands on its blurred copy.
    case auto
    /// Fills the frame; what does not fit is cut off.
    case fill
    /// Is seen whole, on an enlarged and blurred copy of itself.
    case blur
}

/// A still or a clip on the video track. Segments lie back to back; their lengths add up to the timeline's.
public struct Segment: Codable, Hashable, Sendable, Identifiable {
    public var id: SegmentID
    public var media: MediaID
    public var kind: MediaKind
    /// The file's name as the person gave it.
    public var name: String
    /// The size of the picture as seen, after the EXIF turn.
    public var size: PixelSize
    public var duration: Milliseconds
    /// The person gave this very length: cutting on the beat leaves it alone.
    public var durationPinned: Bool
    /// Where a clip begins, from its own start.
    public var sourceStart: Milliseconds
    public var fit: Fit
    public var motion: Motion
    /// What a photo is of, as it was found when the photo came; nil when that is not known.
    public var subject: Subject?
    /// The change from the segment before into this one; the first segment's is not used.
    public var transition: Transition
    /// Nil is the picture as it is, which is how it was stored before looks were known.
    private var storedLook: Look?
    /// Nil is as usual, which is how it was stored before the sound of clips could be changed.
    private var storedSound: ClipSound?

    public var look: Look {
        get { storedLook ?? .plain }
        set { storedLook = newValue == .plain ? nil : newValue }
    }

    /// What is heard of a clip.
    public var sound: ClipSound {
        get { storedSound ?? .usual }
        set { storedSound = newValue == .usual ? nil : newValue }
    }

    private enum CodingKeys: String, CodingKey {
        case id, media, kind, name, size, duration, durationPinned, sourceStart, fit, motion, subject, transition
        case storedLook = "look"
        case storedSound = "sound"
    }

    public init(
        id: SegmentID,
        media: MediaID,
        kind: MediaKind,
        name: String,
        size: PixelSize,
        duration: Milliseconds,
        durationPinned: Bool = false,
        sourceStart: Milliseconds = .zero,
        fit: Fit = .auto,
        motion: Motion = Motion(.none),
        subject: Subject? = nil,
        transition: Transition = .cut,
        look: Look = .plain,
        sound: ClipSound = .usual
    ) {
        self.id = id
        self.media = media
        self.kind = kind
        self.name = name
        self.size = size
        self.duration = duration
        self.durationPinned = durationPinned
        self.sourceStart = sourceStart
        self.fit = fit
        self.motion = motion
        self.subject = subject
        self.transition = transition
        self.look = look
        self.sound = sound
    }
}
