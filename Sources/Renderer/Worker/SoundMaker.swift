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
        // Sound and picture end with the same frame.
        var rest = sound.frames * FrameClock.samplesPerFrame
        let encoder = try AACEncoder()
        if sound.music != nil || !sound.clips.isEmpty {
            let mix = try mix(sound)
            let count = min(rest, mix.frames)
            try encoder.append(left: mix.left[..<count], right: mix.right[..<count])
            rest -= count
        }
        // What is silent takes no room, however long it is.
        let silence = [Float](repeating: 0, count: StereoSound.sampleRate)
        while rest > 0 {
            let part = silence.prefix(rest)
            try encoder.append(left: part, right: part)
            rest -= part.count
        }
        return try encoder.finish()
    }

    private func mix(_ sound: SoundDescription) throws -> StereoSound {
        let length = Milliseconds(FrameClock.milliseconds(ofFrames: sound.frames))
        return try Mixer.mix(
            music: try music(sound.music, length: length),
            volume: sound.volume,
            sounds: try sound.clips.compactMap(clip),
            length: length
        )
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

    /// The sound of a clip; nil when it is silent there.
    private func clip(_ clip: SoundDescription.ClipPart) throws -> PlacedSound? {
        let limit = Milliseconds(FrameClock.milliseconds(ofFrames: clip.frames))
        let start = Milliseconds(max(clip.sourceStart, 0))
        let late = start - Milliseconds(clip.sourceStart)
        guard late < limit else { return nil }
        let decoded: DecodedSound
        do {
            decoded = try read(clip.media, from: start, limit: limit - late)
        } catch let error as MediaError where error.code == .unsupported || error.code == .damaged {
            // Without a sound that can be played, the clip is a silent film.
            return nil
        }
        guard !decoded.left.isEmpty else { return nil }
        var sound = StereoSound(length: late)
        sound.left += decoded.left
        sound.right += decoded.right
        // What ends before its clip does has no end to fade.
        let missing = StereoSound.frames(in: limit) - sound.frames
        return PlacedSound(
            start: clip.start * FrameClock.samplesPerFrame,
            sound: sound,
            volume: clip.sound.volume,
            ducksMusic: clip.sound.ducksMusic,
            fadeIn: max(clip.fadeIn * FrameClock.samplesPerFrame, Self.declick),
            fadeOut: max(clip.fadeOut * FrameClock.samplesPerFrame - max(missing, 0), Self.declick),
            source: clip.media
        )
    }

    /// 5 ms: a sound that is cut within a wave does not click.
    private static let declick = FrameClock.samplesPerSecond / 200

    private func read(_ media: MediaID, from start: Milliseconds, limit: Milliseconds) throws -> DecodedSound {
        guard let file = files[media] else {
            throw WorkerFailure(code: .unreadable, message: "A song or clip of the video did not reach the renderer.")
        }
        report(.reading(name: file.name))
        defer { report(.finishedReading) }
        return try SoundReader.read(file, from: start, limit: limit)
    }
}
