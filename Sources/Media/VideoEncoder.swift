import CFFmpeg
import Timeline

/// A single-threaded H.264 encoder: equal settings and equal frames give equal bytes.
public final class VideoEncoder {
    public let settings: VideoSettings

    private let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var packets: [EncodedChunk.Packet] = []
    private var frameCount: Int64 = 0

    public init(_ settings: VideoSettings) throws(MediaError) {
        self.settings = settings
        AV.start()
        guard let codec = avcodec_find_encoder_by_name("libx264") else {
            throw MediaError(.failed, "The H.264 encoder (libx264) is missing from this computer's FFmpeg.")
        }
        var context = avcodec_alloc_context3(codec)
        var packet = av_packet_alloc()
        guard let allocated = context, let allocatedPacket = packet else {
            avcodec_free_context(&context)
            av_packet_free(&packet)
            throw AV.failure("avcodec_alloc_context3", kinora_av_no_memory)
        }
        Self.configure(allocated, settings)
        let result = avcodec_open2(allocated, codec, nil)
        guard result >= 0 else {
            avcodec_free_context(&context)
            av_packet_free(&packet)
            throw AV.failure("avcodec_open2", result)
        }
        self.context = allocated
        self.packet = allocatedPacket
    }

    private static func configure(_ context: UnsafeMutablePointer<AVCodecContext>, _ settings: VideoSettings) {
        context.pointee.width = Int32(settings.size.width)
        context.pointee.height = Int32(settings.size.height)
        context.pointee.time_base = AVRational(num: 1, den: Int32(settings.framesPerSecond))
        context.pointee.framerate = AVRational(num: Int32(settings.framesPerSecond), den: 1)
        context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        context.pointee.gop_size = Int32(settings.keyframeInterval)
        // Threads cut the picture or the lookahead differently from machine to machine; one does not.
        context.pointee.thread_count = 1
        // MP4 wants the parameter sets in the index, not in the stream.
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
        av_opt_set(context.pointee.priv_data, "preset", settings.preset.rawValue, 0)
        av_opt_set_double(context.pointee.priv_data, "crf", Double(settings.rateFactor), 0)
        if needsSmallerVectors(settings) { av_opt_set(context.pointee.priv_data, "x264-params", "asm=avx2", 0) }
    }

    /// x264's macroblock tree reads memory that nobody wrote when it runs on AVX-512 and a row is not a multiple of
    /// 8 macroblocks, as in portrait video: the same frames then give other bytes each time. With AVX2 they do not, for
    /// about 8% more time.
    private static func needsSmallerVectors(_ settings: VideoSettings) -> Bool {
        av_get_cpu_flags() & AV_CPU_FLAG_AVX512 != 0 && (settings.size.width + 15) / 16 % 8 != 0
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        avcodec_free_context(&context)
        av_packet_free(&packet)
    }

    /// Encodes the next frame. The frame may be drawn into again when this returns: x264 keeps a copy of its own.
    public func encode(_ frame: Frame) throws(MediaError) {
        precondition(frame.size == settings.size, "frames of one video have one size")
        frame.pointer.pointee.pts = frameCount
        frameCount += 1
        try AV.check("avcodec_send_frame", avcodec_send_frame(context, frame.pointer))
        try receive()
    }

    /// Ends the stream and gives all of it.
    public func finish() throws(MediaError) -> EncodedChunk {
        try AV.check("avcodec_send_frame", avcodec_send_frame(context, nil))
        try receive()
        let parameterSets = UnsafeBufferPointer(
            start: context.pointee.extradata,
            count: Int(context.pointee.extradata_size)
        )
        return EncodedChunk(settings: settings, parameterSets: Array(parameterSets), packets: packets)
    }

    private func receive() throws(MediaError) {
        while true {
            let result = avcodec_receive_packet(context, packet)
            if result == kinora_av_again || result == kinora_av_end { return }
            try AV.check("avcodec_receive_packet", result)
            let encoded = packet.pointee
            packets.append(
                EncodedChunk.Packet(
                    bytes: Array(UnsafeBufferPointer(start: encoded.data, count: Int(encoded.size))),
                    shown: Int(encoded.pts),
                    decoded: Int(encoded.dts),
                    isKeyframe: encoded.flags & AV_PKT_FLAG_KEY != 0
                )
            )
            av_packet_unref(packet)
        }
    }
}
