import CFluidSynth
import Foundation

/// Plays scores with FluidSynth, without an audio device: as fast as it goes, and the same samples every time.
///
///     let sound = try Synthesizer(soundFont: SoundFont.find()).render(score)
public struct Synthesizer: Sendable {
    private let soundFont: String

    /// - Parameter soundFont: The path of a General MIDI SoundFont (.sf2).
    /// - Throws: ``SoundtrackError`` if the file is not there.
    public init(soundFont: String) throws(SoundtrackError) {
        guard FileManager.default.isReadableFile(atPath: soundFont) else {
            let name = URL(fileURLWithPath: soundFont).lastPathComponent
            throw SoundtrackError(
                .soundFontMissing,
                "The SoundFont \(name) cannot be found or read. Install one with: apt-get install \(SoundFont.package)"
            )
        }
        self.soundFont = soundFont
    }

    /// The score as sound, exactly as long as it says.
    /// - Throws: ``SoundtrackError`` if the SoundFont cannot be read.
    public func render(_ score: Score) throws(SoundtrackError) -> StereoSound {
        let synth = try FluidSynth(soundFont: soundFont)
        for instrument in score.instruments {
            try synth.set(instrument)
        }
        var sound = StereoSound(frames: score.length)
        var position = 0
        for event in PlayedEvent.sequence(of: score) {
            // The library starts events at its own block borders; rendering up to the border puts them on the nearest.
            let time = min(event.time / FluidSynth.blockFrames * FluidSynth.blockFrames, score.length)
            if time > position {
                try synth.render(position..<time, into: &sound)
                position = time
            }
            synth.play(event.action)
        }
        if position < score.length {
            try synth.render(position..<score.length, into: &sound)
        }
        sound.removeOffset()
        sound.fadeOut(frames: score.fade)
        return sound
    }
}
