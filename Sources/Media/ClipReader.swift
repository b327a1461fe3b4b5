import CFFmpeg
public import Timeline

/// The pictures of a clip as plates: upright, with square pixels, in BT.709 limited range. Used by one thread at a
/// time.
///
/// At most two decoded pictures and one plate are held, however long the clip is.
public final class ClipReader: MovingPicture {
    private let container: ContainerFile
    private let decoder: StreamDecoder
    private let converter: ClipConverter
    /// The picture on screen and when it comes, and when the one after it does, which ``StreamDecoder/frame`` then
    /// holds. In units of the stream's time base.
    private let shown: UnsafeMutablePointer<AVFrame>
    private var shownTime: Int64?
    private var nextTime: Int64?
    private var plate: Plate?
    /// When the last picture comes, once it is known: what is asked for after it needs no seeking.
    private var lastTime: Int64?

    /// Reading on is quicker than seeking for jumps up to this.
    private static let longestReadAhead = Milliseconds(3000)
    /// How far back it is looked for a picture to begin decoding at when the index leads to one that comes too late.
    private static let longestWayBack = Milliseconds(60_000)

    /// - Parameter colors: What the clip's look does to its colours.
    /// - Throws: `unsupported` for a file that is no clip, `damaged` for one that cannot be read.
    public init(_ file: MediaFile, placement: PicturePlacement, colors: ColorTable? = nil) throws(MediaError) {
        let format = try MediaProbe.format(of: file)
        guard !format.isPicture else { throw MediaError(.unsupported, "\(file.name) is not a video.") }
        container = try ContainerFile(file, format: format)
        guard let stream = container.stream(AVMEDIA_TYPE_VIDEO) else {
            throw MediaError(.unsupported, "\(file.name) has no pictures.")
        }
        decoder = try StreamDecoder(container, stream)
        converter = ClipConverter(Orientation(stream, in: container.context), placement, colors)
        guard let shown = av_frame_alloc() else { throw AV.failure("av_frame_alloc", kinora_av_no_memory) }
        self.shown = shown
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = shown
        av_frame_free(&frame)
    }

    /// The picture that is on screen at `time` from the clip's start: the last one that comes at or before it, by its
    /// own presentation time. Before the first picture that is the first one, past the end the last one.
    ///
    /// Going forward is cheap; a step back or a long jump seeks.
    public func plate(at time: Milliseconds) throws(MediaError) -> Plate {
        try show(at: time)
        if let plate { return plate }
        let made = try converter.plate(shown)
        plate = made
        return made
    }

    /// The picture that is on screen at `time`, whole and upright, no larger than `box`.
    func picture(at time: Milliseconds, fitting box: PixelSize) throws(MediaError) -> Picture {
        try show(at: time)
        return try converter.picture(shown, fitting: box)
    }

    /// Decodes until the picture of `time` is in ``shown``.
    private func show(at time: Milliseconds) throws(MediaError) {
        let target = min(streamTime(time), lastTime ?? .max)
        let isFar = target > (shownTime ?? streamTime(.zero)) + length(Self.longestReadAhead)
        if isFar || shownTime.map({ target < $0 }) ?? false {
            try seek(to: target)
        } else {
            try advance(to: target)
        }
        guard shownTime != nil else { throw MediaError.damaged(container.file) }
    }

    /// Goes to a keyframe before the picture and decodes from there. An index counts in decoding times, and some are
    /// coarse or wrong: when the first picture found comes too late, decoding begins farther back.
    private func seek(to target: Int64) throws(MediaError) {
        var wayBack: Int64 = 0
        var step = length(Milliseconds(500))
        while true {
            let start = wayBack > length(Self.longestWayBack) ? streamTime(.zero) : target - wayBack
            decoder.seek(to: start)
            shownTime = nil
            nextTime = nil
            try advance(to: target)
            let isFound = shownTime.map { $0 <= target } ?? false
            guard !isFound, start > streamTime(.zero) else { return }
            wayBack += step
            step *= 4
        }
    }

    /// Reads on until the next picture comes after `target`. Without a picture yet, the first one is taken whenever it
    /// comes.
    private func advance(to target: Int64) throws(MediaError) {
        while true {
            if nextTime == nil, try decoder.next() { nextTime = timeOfNext() }
            guard let next = nextTime else {
                lastTime = shownTime ?? lastTime
                return
            }
            guard shownTime == nil || next <= target else { return }
            av_frame_unref(shown)
            av_frame_move_ref(shown, decoder.frame)
            shownTime = next
            nextTime = nil
            plate = nil
        }
    }

    /// When the picture just decoded comes. One that says nothing comes when the one before it ends.
    private func timeOfNext() -> Int64 {
        let told = decoder.frame.pointee.best_effort_timestamp
        guard told == kinora_av_no_time else { return told }
        let rate = decoder.stream.pointee.avg_frame_rate
        let usual = rate.num > 0 ? av_rescale_q(1, AVRational(num: rate.den, den: rate.num), timeBase) : 1
        return shownTime.map { $0 + max(usual, 1) } ?? streamTime(.zero)
    }

    private var timeBase: AVRational { decoder.stream.pointee.time_base }

    /// The last tick of the stream's clock, which may be as coarse as its pictures, at or before `time`. Half a
    /// millisecond forgives the rounding of times to whole ones.
    private func streamTime(_ time: Milliseconds) -> Int64 {
        let first = container.context.pointee.start_time
        let origin = first == kinora_av_no_time ? 0 : first
        return av_rescale_q_rnd(
            Int64(time.rawValue) * 1000 + 500 + origin,
            AVRational(num: 1, den: Int32(AV_TIME_BASE)),
            timeBase,
            AV_ROUND_DOWN
        )
    }

    private func length(_ length: Milliseconds) -> Int64 {
        av_rescale_q(Int64(length.rawValue), AVRational(num: 1, den: 1000), timeBase)
    }
}
