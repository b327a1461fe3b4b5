/// What is heard of a clip, and what the music does meanwhile.
public struct ClipSound: Codable, Hashable, Sendable {
    /// In percent of the level at which clips are played; 0 is mute.
    public var volume: Int
    /// The music steps back while the clip is to be heard.
    public var ducksMusic: Bool

    public init(volume: Int = 100, ducksMusic: Bool = true) {
        self.volume = volume
        self.ducksMusic = ducksMusic
    }

    /// Heard, with the music going down for it: what somebody who films expects.
    public static let usual = ClipSound()

    /// The volumes a clip may have, in percent.
    public static let volumes = 0...400

    public var isMuted: Bool { volume == 0 }
}

extension ClipSound {
    /// "on", "muted", "150%", "on, music not lowered".
    func name(in language: Language) -> String {
        let phrases = Phrases(language)
        if isMuted { return phrases.choose("muted", "静音") }
        let level = volume == 100 ? phrases.choose("on", "开") : "\(volume)%"
        return ducksMusic ? level : phrases.clauses([level, phrases.choose("music not lowered", "不压低音乐")])
    }

    func check(of name: String) throws(EditError) {
        guard ClipSound.volumes.contains(volume) else {
            throw EditError(
                .volumeOutOfRange,
                "The volume of \(name) can be 0 to \(ClipSound.volumes.upperBound) percent, not \(volume)."
            )
        }
    }
}
