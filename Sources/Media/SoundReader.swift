import CFFmpeg
public import Timeline

/// Sound as planar floats, 48 kHz stereo.
public struct DecodedSound: Hashable, Sendable {
    public var left: [Float]
    /// As long as `left`.
    public var right: [Float]

    public init(left: [Float] = [], right: [Float] = []) {
        self.left = left
        self.right = right
    }
}

/// Decodes a song, or the sound of a clip.
public enum SoundReader {
    /// - Parameters:
    ///   - start: Where to begin, from the file's start.
    ///   - limit: The most to read; less comes when the sound ends before.
    /// - Throws: `unsupported` when there is no sound in the file, `damaged` when none of it can be decoded.
    public static func read(
        _ file: MediaFile,
        from start: Milliseconds = .zero,
        limit: Milliseconds
    ) throws(MediaError) -> DecodedSound {
        let format = try MediaProbe.format(of: file)
        guard !format.isPicture else { throw noSound(in: file) }
        let container = try ContainerFile(file, format: format)
        guard let stream = container.stream(AVMEDIA_TYPE_AUDIO) else { throw noSound(in: file) }
        let decoder = try StreamDecoder(container, stream)
        let samples = SampleClock(start: start, stream: stream, container: container)
        if start > .zero { decoder.seek(to: samples.streamTime) }

        let count = limit.rawValue * EncodedSound.sampleRate / 1000
        var sound = DecodedSound()
        var converter: SoundConverter?
        var isAligned = false
        var toDrop = 0
        while sound.left.count < count, try decoder.next() {
            if !isAligned {
                // Where the first decoded sample lies decides what is cut off or left silent before it.
                let lead = samples.position(of: decoder.frame)
                toDrop = max(0, -lead)
                let silence = [Float](repeating: 0, count: min(max(0, lead), count))
                sound = DecodedSound(left: silence, right: silence)
                isAligned = true
            }
            if converter?.fits(decoder.frame) != true {
                try converter?.drain(into: &sound, dropping: &toDrop)
                converter = try SoundConverter(decoder.frame)
            }
            try converter?.convert(decoder.frame, into: &sound, dropping: &toDrop)
        }
        guard isAligned || start > .zero else { throw MediaError.damaged(file) }
        if sound.left.count < count { try converter?.drain(into: &sound, dropping: &toDrop) }
        let surplus = max(0, sound.left.count - count)
        sound.left.removeLast(surplus)
        sound.right.removeLast(surplus)
        return sound
    }

    private static func noSound(in file: MediaFile) -> MediaError {
        MediaError(.unsupported, "\(file.name) has no sound.")
    }
}

/// Places decoded sound in time.
private struct SampleClock {
    /// The place to begin, in units of the stream's time base.
    let streamTime: Int64
    private let timeBase: AVRational

    init(start: Milliseconds, stream: UnsafeMutablePointer<AVStream>, container: ContainerFile) {
        timeBase = stream.pointee.time_base
        let first = container.context.pointee.start_time
        let origin = first == kinora_av_no_time ? 0 : first
        streamTime = av_rescale_q(
            Int64(start.rawValue) * 1000 + origin,
            AVRational(num: 1, den: Int32(AV_TIME_BASE)),
            timeBase
        )
    }

    /// How many samples at 48 kHz after the place to begin the frame lies; below 0 before it.
    func position(of frame: UnsafeMutablePointer<AVFrame>) -> Int {
        let time = frame.pointee.best_effort_timestamp
        guard time != kinora_av_no_time else { return 0 }
        return Int(
            av_rescale_q(time - streamTime, timeBase, AVRational(num: 1, den: Int32(EncodedSound.sampleRate)))
        )
    }
}
