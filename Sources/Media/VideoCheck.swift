import CFFmpeg
public import Timeline

/// What a finished video really holds, read back before it is published.
public struct VideoCheck: Hashable, Sendable {
    public var size: PixelSize
    public var videoCodec: String
    public var framesPerSecond: Double
    public var frameCount: Int
    public var videoDuration: Milliseconds
    public var soundCodec: String?
    public var soundDuration: Milliseconds?
    /// The index lies before the media data, so that playing starts while the file still comes in.
    public var startsAtOnce: Bool
    /// Frames are shown from 0 on, each exactly one frame after the one before, and decode times go up.
    public var isSteady: Bool

    /// Reads all packets of an MP4, wherever the descriptor's offset is; decodes none of them but the first.
    public static func probe(descriptor: Int32) throws(MediaError) -> VideoCheck {
        let file = try MediaFile(descriptor: descriptor, name: "The video")
        guard MediaFormat.sniff(file.bytes) == .mp4 else { throw MediaError.damaged(file) }
        let container = try ContainerFile(file, format: .mp4)
        guard let video = container.stream(AVMEDIA_TYPE_VIDEO) else { throw MediaError.damaged(file) }
        let sound = container.stream(AVMEDIA_TYPE_AUDIO)
        let parameters = video.pointee.codecpar.pointee
        let rate = av_q2d(video.pointee.avg_frame_rate)
        let times = FrameTimes(container, video)
        return VideoCheck(
            size: PixelSize(width: Int(parameters.width), height: Int(parameters.height)),
            videoCodec: name(of: video),
            framesPerSecond: rate,
            frameCount: times.shown.count,
            videoDuration: duration(of: video),
            soundCodec: sound.map { name(of: $0) },
            soundDuration: sound.map { duration(of: $0) },
            startsAtOnce: indexComesFirst(file.bytes),
            isSteady: times.areSteady(frame: 1 / (rate * av_q2d(video.pointee.time_base)))
        )
    }

    private static func name(of stream: UnsafeMutablePointer<AVStream>) -> String {
        String(cString: avcodec_get_name(stream.pointee.codecpar.pointee.codec_id))
    }

    private static func duration(of stream: UnsafeMutablePointer<AVStream>) -> Milliseconds {
        Milliseconds(
            Int(av_rescale_q(stream.pointee.duration, stream.pointee.time_base, AVRational(num: 1, den: 1000)))
        )
    }

    /// Walks the top-level boxes (ISO 14496-12, 4.2).
    private static func indexComesFirst(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var at = 0
        while let size = bytes.bigEndian32(at: at), size != 0 {
            if bytes.hasTag("moov", at: at + 4) { return true }
            if bytes.hasTag("mdat", at: at + 4) || size == 1 { return false }
            at += max(8, Int(size))
        }
        return false
    }
}

/// The times of a stream's packets, in units of its time base.
private struct FrameTimes {
    var shown: [Int64] = []
    var decodedGoesUp = true

    init(_ container: ContainerFile, _ stream: UnsafeMutablePointer<AVStream>) {
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        var last = Int64.min
        while let packet, av_read_frame(container.context, packet) >= 0 {
            defer { av_packet_unref(packet) }
            guard packet.pointee.stream_index == stream.pointee.index else { continue }
            shown.append(packet.pointee.pts)
            decodedGoesUp = decodedGoesUp && packet.pointee.dts > last
            last = packet.pointee.dts
        }
        shown.sort()
    }

    func areSteady(frame: Double) -> Bool {
        decodedGoesUp
            && shown.enumerated().allSatisfy { index, time in
                abs(Double(time) - Double(index) * frame) < 0.5
            }
    }
}
