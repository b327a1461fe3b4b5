public import Timeline

/// What a file is, by its content.
public struct MediaFacts: Codable, Hashable, Sendable {
    public var kind: MediaKind
    public var format: MediaFormat
    /// The size as seen: after the EXIF turn, the display rotation and the pixel aspect. Nil for a song.
    public var size: PixelSize?
    /// The length of a clip, an animation or a song; nil for a photo.
    public var duration: Milliseconds?
    /// A clip that carries sound, or a song.
    public var hasSound: Bool
    /// What a photo is of.
    public var subject: Subject?

    public init(
        kind: MediaKind,
        format: MediaFormat,
        size: PixelSize? = nil,
        duration: Milliseconds? = nil,
        hasSound: Bool = false,
        subject: Subject? = nil
    ) {
        self.kind = kind
        self.format = format
        self.size = size
        self.duration = duration
        self.hasSound = hasSound
        self.subject = subject
    }
}
