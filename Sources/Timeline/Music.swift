/// The character of composed music.
public enum Mood: String, Codable, Hashable, Sendable, CaseIterable {
    case lofi = "lo-fi"
    case upbeat
    case cinematic
    case ambient
    case acoustic
    case piano
}

/// What plays under the pictures.
public struct Music: Codable, Hashable, Sendable {
    public enum Source: Codable, Hashable, Sendable {
        /// Composed for the video; another seed is another tune of the same mood.
        case mood(Mood, seed: Int)
        /// The person's own song.
        case song(media: MediaID, name: String)
    }

    public var source: Source
    /// In percent. 35 gives the mix its platform loudness of -14 LUFS; v shifts it by 20·log10(v/35) dB.
    public var volume: Int

    public static let defaultVolume = 35

    public init(_ source: Source, volume: Int = Music.defaultVolume) {
        self.source = source
        self.volume = volume
    }
}
