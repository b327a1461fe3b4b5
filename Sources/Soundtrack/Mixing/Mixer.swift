import Foundation
public import Timeline

/// Puts music and the sound of clips together at the loudness that platforms want.
public enum Mixer {
    /// The integrated loudness of a mix at the default volume, in LUFS.
    public static let loudness = -14.0
    /// What no true peak passes, in dBTP. Half a decibel under the -1 that platforms want: AAC overshoots a little.
    public static let ceiling = -1.5

    /// Nothing is made louder than by this, in dB: noise and near-silence stay what they are.
    private static let mostGain = 40.0
    /// How much gain may make up for what the limiter takes away, in dB: up to the usual loudness, and beyond it, where
    /// more would crush the music.
    private static let mostMakeUp = 12.0
    private static let mostMakeUpWhenLoud = 6.0

    /// The finished mix, exactly `length` long, in pieces of a few ms.
    ///
    /// At a volume of 35 the mix measures ``loudness``. Another volume v shifts the music by 20·log10(v/35) dB from
    /// there; the limiter guards the peaks, and nothing is levelled again. The sounds of clips are brought to
    /// ``PlacedSound/loudness`` and added to the music levelled to ``loudness``, which steps back for them
    /// (``Ducking``); then the mix is levelled as a whole. All of that is read several times, to be measured first.
    /// - Parameters:
    ///   - music: From the start of the video; what is longer is cut off.
    ///   - volume: In percent; 0 is no music.
    ///   - sounds: The sound of clips.
    ///   - take: Gets the pieces in order.
    public static func mix(
        music: (any SoundSource)?,
        volume: Int = Music.defaultVolume,
        sounds: [PlacedSound] = [],
        length: Milliseconds,
        into take: (StereoSound) throws -> Void
    ) throws {
        var placed = sounds
        let music = music ?? StereoSound(frames: 0)
        let hasMusic = music.frames > 0
        let frames = StereoSound.frames(in: length)
        try PlacedSound.level(&placed)
        let ducking = try Ducking(hasMusic ? placed : [], frames: frames)
        var mixdown = Mixdown(music: music, sounds: placed, ducking: ducking, frames: frames)
        // Silence needs no levelling.
        guard hasMusic || !placed.isEmpty else { return try mixdown.finish(gain: 1, limiter: nil, into: take) }

        if hasMusic, !placed.isEmpty {
            let alone = try mixdown.measure(includingSounds: false)
            mixdown.musicGain = Float(decibels: level(alone.loudness).gain)
        }
        let reference = try mixdown.measure()
        let level = level(reference.loudness)
        guard level.isAudible, hasMusic ? volume > 0 || !placed.isEmpty : true else {
            return try mixdown.finish(gain: hasMusic && volume == 0 ? 0 : 1, limiter: nil, into: take)
        }
        guard hasMusic, volume != Music.defaultVolume else {
            return try settle(mixdown, reference, gain: level.gain, target: loudness, into: take)
        }
        let shift = volume > 0 ? 20 * log10(Double(volume) / Double(Music.defaultVolume)) : -.infinity
        guard placed.isEmpty else {
            // The sounds keep their level, so the mix is another one: its peaks are measured, its loudness is let be.
            mixdown.musicGain *= Float(decibels: shift)
            let shifted = try mixdown.measure()
            let gain = Float(decibels: level.gain)
            let limiter = Limiter(peaks: shifted.peaks, gain: gain, ceiling: top)
            return try mixdown.finish(gain: gain, limiter: limiter, into: take)
        }
        return try settle(mixdown, reference, gain: level.gain + shift, target: loudness + shift, into: take)
    }

    private static let top = Float(decibels: ceiling)

    /// The gain that brings a loudness to that of a mix, in dB.
    private static func level(_ measured: Double?) -> (gain: Double, isAudible: Bool) {
        guard let measured else { return (0, false) }
        return (min(loudness - measured, mostGain), true)
    }

    /// Finds the gain at which the limited mix has the loudness wanted, and applies it. Without limiting the first
    /// guess is right; with it, what the limiter takes away is added again, as far as that is sensible.
    private static func settle(
        _ mixdown: Mixdown,
        _ reference: Mixdown.Measure,
        gain first: Double,
        target: Double,
        into take: (StereoSound) throws -> Void
    ) throws {
        var gain = first
        var limiter = Limiter(peaks: reference.peaks, gain: Float(decibels: gain), ceiling: top)
        let most = first + (target > loudness ? mostMakeUpWhenLoud : mostMakeUp)
        for _ in 0..<8 where !limiter.gains.isEmpty && first < mostGain {
            let limited = try mixdown.loudness(gain: Float(decibels: gain), limiter: limiter) ?? target
            guard abs(limited - target) > 0.05 else { break }
            // Louder mixes are denser: of what is added only a part arrives, so a step goes further.
            gain = min(gain + 1.5 * (target - limited), most)
            limiter = Limiter(peaks: reference.peaks, gain: Float(decibels: gain), ceiling: top)
        }
        try mixdown.finish(gain: Float(decibels: gain), limiter: limiter, into: take)
    }
}

extension Float {
    /// The factor of a gain in dB.
    init(decibels: Double) {
        self = Float(pow(10, decibels / 20))
    }
}
