internal import Media
internal import Soundtrack
internal import Timeline

/// Makes the whole sound of a video: music composed or cut to its length, the sound of its clips, the mix, the encode.
/// However long it is, no more than a few seconds of it are in memory.
struct SoundMaker {
    private let soundFont: String
    private let spool: SoundSpool
    private let files: [MediaID: MediaFile]
    private let report: (WorkerReply.Event) -> Void
    private let signs: SignsOfLife

    /// - Parameters:
    ///   - spool: Where music and sounds lie until they are mixed.
    ///   - files: The sound's media, open.
    init(
        soundFont: String,
        spool: SoundSpool,
        files: [MediaID: MediaFile],
        report: @escaping (WorkerReply.Event) -> Void
    ) {
        self.soundFont = soundFont
        self.spool = spool
        self.files = files
        self.report = report
        signs = SignsOfLife(report)
    }

    /// - Parameter output: The descriptor of the file that the encoded sound goes to.
    func make(_ sound: SoundDescription, writingTo output: Int32) throws {
        // Sound and picture end with the same frame.
        var rest = sound.frames * FrameClock.samplesPerFrame
        let encoder = try AACEncoder(writingTo: output)
        func encode(_ piece: StereoSound) throws {
            let count = min(rest, piece.frames)
            try encoder.append(left: piece.left[..<count], right: piece.right[..<count])
            rest -= count
        }
        if sound.music != nil || !sound.clips.isEmpty { try mix(sound, into: encode) }
        // What is silent takes no room, however long it is.
        let silence = StereoSound(frames: StereoSound.sampleRate)
        while rest > 0 { try encode(silence) }
        try encoder.finish()
    }

    private func mix(_ sound: SoundDescription, into take: (StereoSound) throws -> Void) throws {
        let length = Milliseconds(FrameClock.milliseconds(ofFrames: sound.frames))
        do {
            try Mixer.mix(
                music: try music(sound.music, length: length),
                volume: sound.volume,
                sounds: try sound.clips.compactMap(clip),
                length: length,
                into: take
            )
        } catch let error as SoundtrackError where error.code == .notWritten {
            throw WorkerFailure(code: .notWritten, message: error.message)
        }
    }

    private func music(_ source: Music.Source?, length: Milliseconds) throws -> (any SoundSource)? {
        switch source {
        case .mood(let mood, let seed):
            let score = Composer.compose(mood: mood, seed: seed, length: length)
            let synthesizer = try Synthesizer(soundFont: soundFont)
            return alive(try spool.store { add in try synthesizer.render(score) { try add(alive($0)) } })
        case .song(let media, _):
            let song = alive(try spool.store { try read(media, from: .zero, limit: length, into: $0) })
            return try SongCut(song, length: length)
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
        var isHeard = false
        let sound: any SoundSource
        do {
            sound = alive(
                try spool.store { add in
                    try add(StereoSound(length: late))
                    try read(clip.media, from: start, limit: limit - late) { piece in
                        isHeard = true
                        try add(piece)
                    }
                }
            )
        } catch let error as MediaError where error.code == .unsupported || error.code == .damaged {
            // Without a sound that can be played, the clip is a silent film.
            return nil
        }
        guard isHeard else { return nil }
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

    private func read(
        _ media: MediaID,
        from start: Milliseconds,
        limit: Milliseconds,
        into take: (StereoSound) throws -> Void
    ) throws {
        guard let file = files[media] else {
            throw WorkerFailure(code: .unreadable, message: "A song or clip of the video did not reach the renderer.")
        }
        report(.reading(name: file.name))
        defer { report(.finishedReading) }
        try SoundReader.read(file, from: start, limit: limit) {
            try take(alive(StereoSound(left: $0.left, right: $0.right)))
        }
    }

    /// Counts a piece of work as a sign of life.
    private func alive(_ piece: StereoSound) -> StereoSound {
        signs.count(piece)
        return piece
    }

    private func alive(_ sound: SpooledSound) -> any SoundSource {
        LivelySound(sound: sound, signs: signs)
    }
}

/// Tells the studio now and then that a long sound is being worked at.
private final class SignsOfLife {
    private let report: (WorkerReply.Event) -> Void
    private var frames = 0

    init(_ report: @escaping (WorkerReply.Event) -> Void) {
        self.report = report
    }

    func count(_ piece: StereoSound) {
        frames += piece.frames
        // A minute of sound is a few seconds of work at most.
        guard frames >= 60 * StereoSound.sampleRate else { return }
        frames = 0
        report(.progress(frames: 0))
    }
}

/// A sound that gives signs of life as it is read: a long one is measured for minutes.
private struct LivelySound: SoundSource {
    let sound: SpooledSound
    let signs: SignsOfLife

    var frames: Int { sound.frames }

    func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound {
        let piece = try sound.read(range)
        signs.count(piece)
        return piece
    }
}
