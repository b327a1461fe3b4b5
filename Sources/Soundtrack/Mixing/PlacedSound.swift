/// The sound of a clip where it is heard in the video.
public struct PlacedSound {
    /// In samples from the start of the video.
    public var start: Int
    public var sound: any SoundSource
    /// In percent; 100 is as loud as clips are made.
    public var volume: Int
    /// The music steps back for it.
    public var ducksMusic: Bool
    /// How long it rises from silence and falls back to it, in samples.
    public var fadeIn: Int
    public var fadeOut: Int
    /// Sounds from the same place are brought to the clips' loudness together, so that two pieces of a recording keep
    /// their levels.
    public var source: String

    public init(
        start: Int,
        sound: any SoundSource,
        volume: Int = 100,
        ducksMusic: Bool = true,
        fadeIn: Int = 0,
        fadeOut: Int = 0,
        source: String = ""
    ) {
        self.start = start
        self.sound = sound
        self.volume = volume
        self.ducksMusic = ducksMusic
        self.fadeIn = fadeIn
        self.fadeOut = fadeOut
        self.source = source
    }

    /// What brings it to its loudness and volume.
    private var gain: Float = 1

    var end: Int { start + sound.frames }

    /// A stretch of it as it goes into the mix, with its ends shaped: two sounds that cross keep their power together.
    func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound {
        var piece = try sound.read(range)
        piece.scale(by: gain, frames: piece.frames)
        piece.cross(fadeIn: fadeIn, fadeOut: fadeOut, of: sound.frames, from: range.lowerBound)
        return piece
    }
}

extension PlacedSound {
    /// How loud the sound of a recording is made, in LUFS: speech a little below the music's level, well above music
    /// that has stepped back.
    static let loudness = -16.0
    /// No recording is changed by more than this, in dB: what is meant to be quiet stays so, and noise stays noise.
    static let mostGain = 12.0
    /// What is quieter than this is no more than noise, in LUFS: it is left as it is.
    static let noise = -55.0

    /// Brings the sounds of each source to ``loudness``, and applies their volumes.
    static func level(_ sounds: inout [PlacedSound]) throws(SoundtrackError) {
        var gains: [String: Double] = [:]
        for source in Set(sounds.map(\.source)) {
            let meter = try LoudnessMeter(measuresPeaks: false)
            for sound in sounds where sound.source == source {
                try meter.add(all: sound.sound)
            }
            guard let measured = try meter.integrated(), measured > noise else { continue }
            gains[source] = min(max(loudness - measured, -mostGain), mostGain)
        }
        for index in sounds.indices {
            sounds[index].gain =
                Float(decibels: gains[sounds[index].source] ?? 0) * Float(sounds[index].volume) / 100
        }
    }
}
