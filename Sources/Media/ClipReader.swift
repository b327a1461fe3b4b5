import CFFmpeg
public import Timeline

/// The pictures of a clip as plates: upright, with square pixels, in BT.709 limited range. Used by one thread at a
/// time.
///
/// At most two decoded pictures and one plate are held, however long the clip is.
public final class ClipReader {
    /// How the clip's pictures are put into their plates.
    public enum Placement: Hashable, Sendable {
        /// Scaled down until they just cover this size; never enlarged.
        case covering(PixelSize)
        /// Whole, on their own blurred copy of this size.
        case onBlurredCopy(PixelSize)
    }

    private let container: ContainerFile
    private let decoder: StreamDecoder
    private let converter: ClipConverter
    /// The picture on screen, and whether ``StreamDecoder/frame`` holds the one after it.
    private let shown: UnsafeMutablePointer<AVFrame>
    private var hasShown = false
    private var hasNext = false
    private var plate: Plate?
    /// When the last picture comes, once it is known: what is asked for after it needs no seeking.
    private var lastTime: Int64?

    /// Reading on is quicker than seeking for jumps up to this.
    private static let longestReadAhead = Milliseconds(3000)

    /// - Parameter colors: What the clip's look does to its colours.
    /// - Throws: `unsupported` for a file that is no clip, `damaged` for one that cannot be read.
    public init(_ file: MediaFile, placement: Placement, colors: ColorTable? = nil) throws(MediaError) {
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

    /// The picture that is on screen at `time` from the clip's start; the last one past the end.
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
        let isFar = target > current + streamTime(Self.longestReadAhead) - streamTime(.zero)
        if hasShown ? target < current || isFar : isFar {
            decoder.seek(to: target)
            hasShown = false
            hasNext = false
        }
        while true {
            if !hasNext { hasNext = try decoder.next() }
            guard hasNext else {
                if hasShown { lastTime = current }
                break
            }
            guard !hasShown || decoder.frame.pointee.best_effort_timestamp <= target else { break }
            av_frame_unref(shown)
            av_frame_move_ref(shown, decoder.frame)
            hasShown = true
            hasNext = false
            plate = nil
        }
        guard hasShown else { throw MediaError.damaged(container.file) }
    }

    /// The time of the picture on screen, in units of the stream's time base.
    private var current: Int64 {
        hasShown ? shown.pointee.best_effort_timestamp : streamTime(.zero)
    }

    /// The last tick of the stream's clock, which may be as coarse as its pictures, at or before `time`. Half a
    /// millisecond forgives the rounding of times to whole ones.
    private func streamTime(_ time: Milliseconds) -> Int64 {
        let first = container.context.pointee.start_time
        let origin = first == kinora_av_no_time ? 0 : first
        return av_rescale_q_rnd(
            Int64(time.rawValue) * 1000 + 500 + origin,
            AVRational(num: 1, den: Int32(AV_TIME_BASE)),
            decoder.stream.pointee.time_base,
            AV_ROUND_DOWN
        )
    }
}
