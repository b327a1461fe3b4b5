import CFFmpeg
import Timeline

/// The sound of a file from a place on, piece by piece, with every sample at the time that the file gives it: where
/// packets are missing there is silence, and a sound whose clock runs off from its file's is brought back.
final class SoundStream {
    /// Whether anything was decoded yet.
    private(set) var hasBegun = false

    private let decoder: StreamDecoder
    private let timeBase: AVRational
    /// The place to begin, in units of the stream's time base.
    private let origin: Int64
    private var converter: SoundConverter?
    /// Where the next converted sample lies, in samples after the place to begin; below 0 before it.
    private var cursor = 0
    private var toDrop = 0
    /// How far off the packets' times have been lately, in samples: their own are rounded and shake.
    private var drift = 0.0
    private var isAtEnd = false

    /// What decoders need to hear before they are right: an Opus decoder 80 ms, others a packet or two.
    private static let preroll = Milliseconds(200)
    /// A jump in time from here on is one, in samples; what is less may be a packet's own inexactness.
    private static let jump = EncodedSound.sampleRate / 10
    /// So far apart sound and time may be for long, in samples.
    private static let tolerance = Double(EncodedSound.sampleRate) / 125

    init(_ file: MediaFile, from start: Milliseconds) throws(MediaError) {
        let format = try MediaProbe.format(of: file)
        let missing = MediaError(.unsupported, "\(file.name) has no sound.")
        guard !format.isPicture else { throw missing }
        let container = try ContainerFile(file, format: format)
        guard let stream = container.stream(AVMEDIA_TYPE_AUDIO) else { throw missing }
        decoder = try StreamDecoder(container, stream)
        timeBase = stream.pointee.time_base
        let first = container.context.pointee.start_time
        let fileStart = first == kinora_av_no_time ? 0 : first
        let microseconds = AVRational(num: 1, den: Int32(AV_TIME_BASE))
        origin = av_rescale_q(Int64(start.rawValue) * 1000 + fileStart, microseconds, timeBase)
        if start > .zero {
            let preroll = min(start, Self.preroll)
            decoder.seek(to: origin - av_rescale_q(Int64(preroll.rawValue) * 1000, microseconds, timeBase))
        }
    }

    /// Decodes the next packet's worth; false at the end of the sound.
    ///
    /// - Parameter most: More silence than this, in samples, is not given for a gap.
    func read(into sound: inout DecodedSound, most: Int) throws(MediaError) -> Bool {
        guard !isAtEnd else { return false }
        guard try decoder.next() else {
            isAtEnd = true
            try drain(into: &sound)
            return false
        }
        align(&sound, most: most)
        if converter?.fits(decoder.frame) != true {
            try drain(into: &sound)
            converter = try SoundConverter(decoder.frame)
        }
        try advance(&sound) { (converter, sound, toDrop) throws(MediaError) in
            try converter.convert(decoder.frame, into: &sound, dropping: &toDrop)
        }
        return true
    }

    /// Gives what the converter still holds.
    private func drain(into sound: inout DecodedSound) throws(MediaError) {
        try advance(&sound) { (converter, sound, toDrop) throws(MediaError) in
            try converter.drain(into: &sound, dropping: &toDrop)
        }
    }

    /// Moves the cursor by what comes out of the converter, dropped or not.
    private func advance(
        _ sound: inout DecodedSound,
        _ convert: (SoundConverter, inout DecodedSound, inout Int) throws(MediaError) -> Void
    ) throws(MediaError) {
        guard let converter else { return }
        let (count, dropping) = (sound.left.count, toDrop)
        try convert(converter, &sound, &toDrop)
        cursor += sound.left.count - count + dropping - toDrop
    }

    /// Fills a gap before the frame just decoded with silence, or lets go of what comes twice.
    private func align(_ sound: inout DecodedSound, most: Int) {
        guard let place = place(of: decoder.frame) else {
            hasBegun = true
            return
        }
        let error = place - cursor - (converter?.held ?? 0)
        var correction = 0
        if !hasBegun || abs(error) > Self.jump {
            correction = error
        } else {
            drift += (Double(error) - drift) / 16
            if abs(drift) > Self.tolerance { correction = Int(drift) }
        }
        hasBegun = true
        guard correction != 0 else { return }
        drift = 0
        if correction < 0 {
            toDrop -= correction
        } else {
            // What would still be dropped makes up for a part of the gap.
            let silence = max(0, correction - toDrop)
            toDrop = max(0, toDrop - correction)
            sound.appendSilence(min(silence, most))
        }
        cursor += correction
    }

    /// How many samples after the place to begin a frame lies; nil when it does not say.
    private func place(of frame: UnsafeMutablePointer<AVFrame>) -> Int? {
        let time = frame.pointee.best_effort_timestamp
        guard time != kinora_av_no_time else { return nil }
        let place = av_rescale_q(time &- origin, timeBase, AVRational(num: 1, den: Int32(EncodedSound.sampleRate)))
        // Two days: what says more is damaged.
        let limit: Int64 = 1 << 33
        return Int(min(max(place, -limit), limit))
    }
}
