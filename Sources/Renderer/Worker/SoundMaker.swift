internal import Media
internal import Soundtrack
internal import Timeline

/// Makes the whole sound of a video: music composed or cut to its length, the sound of its clips, the mix, the encode.
struct SoundMaker {
    let soundFont: String
    /// The sound's media, open.
    let files: [MediaID: MediaFile]
    let report: (WorkerReply.Event) -> Void

    func make(_ sound: SoundDescription) throws -> EncodedSound {
        let length = Milliseconds(FrameClock.milliseconds(ofFrames: sound.frames))
        let mix = try Mixer.mix(
            music: try music(sound.music, length: length),
            volume: sound.volume,
            sounds: try sound.clips.compactMap(clip),
            length: length
        )
        // The mix is as long as its milliseconds; sound and picture end with the same frame.
        let samples = sound.frames * FrameClock.samplesPerFrame
        return try AACEncoder.encode(left: fitted(mix.left, to: samples), right: fitted(mix.right, to: samples))
    }

    private func music(_ source: Music.Source?, length: Milliseconds) throws -> StereoSound? {
        switch source {
        case .mood(let mood, let seed):
            let score = Composer.compose(mood: mood, seed: seed, length: length)
            return try Synthesizer(soundFont: soundFont).render(score)
        case .song(let media, _):
            let song = try read(media, from: .zero, limit: length)
            return SongCut.cut(StereoSound(left: song.left, right: song.right), length: length)
        case nil:
            return nil
        }
    }

    /// The sound of a clip and when it is heard; nil when the clip is silent there.
    private func clip(_ clip: SoundDescription.ClipSound) throws -> (start: Milliseconds, StereoSound)? {
        guard let file = files[clip.media], try MediaProbe.probe(file).hasSound else { return nil }
        let limit = Milliseconds(FrameClock.milliseconds(ofFrames: clip.frames))
        let sound = try read(clip.media, from: Milliseconds(clip.sourceStart), limit: limit)
        guard !sound.left.isEmpty else { return nil }
        let start = Milliseconds(FrameClock.milliseconds(ofFrames: clip.start))
        return (start, StereoSound(left: sound.left, right: sound.right))
    }

    private func read(_ media: MediaID, from start: Milliseconds, limit: Milliseconds) throws -> DecodedSound {
        guard let file = files[media] else {
            throw WorkerFailure(code: .unreadable, message: "A song or clip of the video did not reach the renderer.")
        }
        report(.reading(name: file.name))
        defer { report(.finishedReading) }
        return try SoundReader.read(file, from: start, limit: limit)
    }

    private func fitted(_ samples: [Float], to count: Int) -> [Float] {
        samples.count >= count
            ? Array(samples.prefix(count)) : samples + [Float](repeating: 0, count: count - samples.count)
    }
}
