import CFFmpeg

/// An AAC-LC encoder, 48 kHz stereo, that writes the file of an ``EncodedSound``. Equal sound gives equal bytes.
public final class AACEncoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>
    /// Samples in the frame that waits to be full.
    private var filled = 0
    private var frameCount = 0
    private var writer: EncodedSoundWriter

    /// - Parameters:
    ///   - descriptor: Where the sound goes, from its present offset on. It stays the caller's.
    ///   - bitRate: In bits a second.
    public init(writingTo descriptor: Int32, bitRate: Int = 192_000) throws(MediaError) {
        AV.start()
        writer = EncodedSoundWriter(descriptor: descriptor)
        guard let codec = avcodec_find_encoder(AV_CODEC_ID_AAC) else {
            throw MediaError(.failed, "The AAC encoder is missing from this computer's FFmpeg.")
        }
        var context = avcodec_alloc_context3(codec)
        var frame = av_frame_alloc()
        var packet = av_packet_alloc()
        func discard(_ function: StaticString, _ code: Int32) -> MediaError {
            avcodec_free_context(&context)
            av_frame_free(&frame)
            av_packet_free(&packet)
            return AV.failure(function, code)
        }
        guard let allocated = context, let allocatedFrame = frame, let allocatedPacket = packet else {
            throw discard("avcodec_alloc_context3", kinora_av_no_memory)
        }
        allocated.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
        allocated.pointee.sample_rate = Int32(EncodedSound.sampleRate)
        allocated.pointee.ch_layout = kinora_av_stereo()
        allocated.pointee.bit_rate = Int64(bitRate)
        allocated.pointee.thread_count = 1
        allocated.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
        let opened = avcodec_open2(allocated, codec, nil)
        guard opened >= 0 else { throw discard("avcodec_open2", opened) }
        allocatedFrame.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        allocatedFrame.pointee.ch_layout = kinora_av_stereo()
        allocatedFrame.pointee.sample_rate = Int32(EncodedSound.sampleRate)
        allocatedFrame.pointee.nb_samples = Int32(EncodedSound.samplesPerPacket)
        let buffered = av_frame_get_buffer(allocatedFrame, 0)
        guard buffered >= 0 else { throw discard("av_frame_get_buffer", buffered) }
        self.context = allocated
        self.frame = allocatedFrame
        self.packet = allocatedPacket
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        var frame: UnsafeMutablePointer<AVFrame>? = frame
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        avcodec_free_context(&context)
        av_frame_free(&frame)
        av_packet_free(&packet)
    }

    /// Adds samples of -1…1, the same count for both channels; any count at a time will do.
    public func append(left: ArraySlice<Float>, right: ArraySlice<Float>) throws(MediaError) {
        precondition(left.count == right.count, "both channels have the same length")
        var left = left
        var right = right
        while !left.isEmpty {
            if filled == 0 { try AV.check("av_frame_make_writable", av_frame_make_writable(frame)) }
            let count = min(EncodedSound.samplesPerPacket - filled, left.count)
            fill(0, with: left.prefix(count))
            fill(1, with: right.prefix(count))
            left = left.dropFirst(count)
            right = right.dropFirst(count)
            filled += count
            if filled == EncodedSound.samplesPerPacket { try send() }
        }
    }

    /// Ends the sound and its file.
    ///
    /// - Throws: `notWritten`, when the disk is full for instance.
    public func finish() throws(MediaError) {
        if filled > 0 { try send() }
        try AV.check("avcodec_send_frame", avcodec_send_frame(context, nil))
        try receive()
        let configuration = UnsafeBufferPointer(
            start: context.pointee.extradata,
            count: Int(context.pointee.extradata_size)
        )
        try writer.finish(
            frameCount: frameCount,
            configuration: Array(configuration),
            priming: Int(context.pointee.initial_padding)
        )
    }

    private func fill(_ channel: Int, with samples: ArraySlice<Float>) {
        guard let plane = frame.pointee.extended_data[channel] else { return }
        let target = UnsafeMutableRawPointer(plane) + filled * MemoryLayout<Float>.stride
        samples.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { target.copyMemory(from: start, byteCount: bytes.count) }
        }
    }

    private func send() throws(MediaError) {
        // Only the last frame is shorter than a packet.
        frame.pointee.nb_samples = Int32(filled)
        frame.pointee.pts = Int64(frameCount)
        frameCount += filled
        filled = 0
        try AV.check("avcodec_send_frame", avcodec_send_frame(context, frame))
        try receive()
    }

    private func receive() throws(MediaError) {
        while true {
            let result = avcodec_receive_packet(context, packet)
            if result == kinora_av_again || result == kinora_av_end { return }
            try AV.check("avcodec_receive_packet", result)
            defer { av_packet_unref(packet) }
            try writer.append(UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
        }
    }
}
