import Soundtrack
import Timeline

/// Sounds as a whole, which is how tests look at them; videos' are made piece by piece.
extension StereoSound {
    init(_ give: (_ take: (StereoSound) throws -> Void) throws -> Void) rethrows {
        var whole = StereoSound(frames: 0)
        try give { piece in
            whole.left += piece.left
            whole.right += piece.right
        }
        self = whole
    }
}

extension Synthesizer {
    func render(_ score: Score) throws -> StereoSound {
        try StereoSound { try render(score, into: $0) }
    }
}

extension Mixer {
    static func mix(
        music: (any SoundSource)?,
        volume: Int = Music.defaultVolume,
        sounds: [PlacedSound] = [],
        length: Milliseconds
    ) throws -> StereoSound {
        try StereoSound { try mix(music: music, volume: volume, sounds: sounds, length: length, into: $0) }
    }
}

extension SongCut {
    static func cut(_ song: any SoundSource, length: Milliseconds, beats: [Milliseconds]? = nil) throws -> StereoSound {
        let cut = try SongCut(song, length: length, beats: beats)
        return try StereoSound { add in
            for start in stride(from: 0, to: cut.frames, by: StereoSound.sampleRate) {
                try add(cut.read(start..<min(start + StereoSound.sampleRate, cut.frames)))
            }
        }
    }
}

extension BeatFinder {
    static func beats(in sound: StereoSound) -> [Milliseconds] {
        let finder = BeatFinder()
        finder.add(sound)
        return finder.beats()
    }
}
