/// The file types that are accepted. Anything else is refused, whatever its name.
public enum MediaFormat: String, Codable, Hashable, Sendable, CaseIterable {
    case mp4, mov, avi, webm, mkv
    case jpg, png, gif, webp, heic
    case mp3, wav, m4a, aac
    case cube

    /// A picture, still or moving, as opposed to a container of streams.
    public var isPicture: Bool {
        switch self {
        case .jpg, .png, .gif, .webp, .heic: true
        default: false
        }
    }
}
