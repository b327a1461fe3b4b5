/// The name of a medium: the SHA-256 of its bytes, in lowercase hex.
public typealias MediaID = String

/// What a medium is, by its content.
public enum MediaKind: String, Codable, Hashable, Sendable {
    /// A picture that stands still.
    case photo
    /// A GIF or WebP that moves.
    case animation
    /// A video.
    case clip
    /// A piece of music, or any sound without a picture.
    case song
    /// A table of colours for looks, a .cube file.
    case colorTable = "color-table"

    /// It can stand on the video track.
    public var isShown: Bool { self != .song && self != .colorTable }

    /// Its picture moves by itself, so that the camera stands still over it.
    public var isMoving: Bool { self == .clip || self == .animation }
}

/// A medium of a session: what the person has given so far, whether the timeline uses it or not.
public struct MediaItem: Codable, Hashable, Sendable, Identifiable {
    public var id: MediaID
    /// The name of the file as the person gave it, without its folder.
    public var name: String
    public var kind: MediaKind
    /// The size as seen, after the EXIF turn; nil for what cannot be seen.
    public var size: PixelSize?
    /// The length of a clip, an animation or a song; nil for a photo.
    public var duration: Milliseconds?
    /// A clip that carries sound.
    public var hasSound: Bool
    /// Where the beats of a song are, from its start, when they were found.
    public var beats: [Milliseconds]?
    /// What a photo is of; nil when it is no photo or was not looked at.
    public var subject: Subject?
    /// The size of the file in bytes.
    public var bytes: Int

    public init(
        id: MediaID,
        name: String,
        kind: MediaKind,
        size: PixelSize? = nil,
        duration: Milliseconds? = nil,
        hasSound: Bool = false,
        beats: [Milliseconds]? = nil,
        subject: Subject? = nil,
        bytes: Int = 0
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.size = size
        self.duration = duration
        self.hasSound = hasSound
        self.beats = beats
        self.subject = subject
        self.bytes = bytes
    }
}
