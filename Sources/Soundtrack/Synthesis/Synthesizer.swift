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

    /// The score as sound, exactly as long as it says, a second at a time.
    /// - Parameter take: Gets the pieces in order.
    /// - Throws: ``SoundtrackError`` if the SoundFont cannot be read, and what `take` throws.
    public func render(_ score: Score, into take: (StereoSound) throws -> Void) throws {
        let synth = try FluidSynth(soundFont: soundFont)
        for instrument in score.instruments {
            try synth.set(instrument)
        }
        var recording = Recording(synth: synth, score: score)
        for event in PlayedEvent.sequence(of: score) {
            // The library starts events at its own block borders; rendering up to the border puts them on the nearest.
            let time = event.time / FluidSynth.blockFrames * FluidSynth.blockFrames
            try recording.advance(to: min(time, score.length), take)
            synth.play(event.action)
        }
        try recording.advance(to: score.length, take)
    }
}

/// A score that is being played.
private struct Recording {
    let synth: FluidSynth
    let score: Score
    /// How far it has been played.
    private var position = 0
    /// What is played now, and where it begins.
    private var piece: StereoSound
    private var start = 0
    private var filter = OffsetFilter()

    init(synth: FluidSynth, score: Score) {
        self.synth = synth
        self.score = score
        piece = StereoSound(frames: min(StereoSound.sampleRate, score.length))
    }

    /// Plays on, and hands over what is full.
    mutating func advance(to time: Int, _ take: (StereoSound) throws -> Void) throws {
        while position < time {
            let end = min(time, start + piece.frames)
            try synth.render(position - start..<end - start, into: &piece)
            position = end
            guard position == start + piece.frames else { continue }
            filter.apply(to: &piece)
            piece.fadeOut(frames: min(score.fade, score.length), of: score.length, from: start)
            try take(piece)
            start = position
            piece = StereoSound(frames: min(StereoSound.sampleRate, score.length - start))
        }
    }
}
