import CFFmpeg

/// Decodes one stream of a container, frame by frame.
final class StreamDecoder {
    let stream: UnsafeMutablePointer<AVStream>
    /// The frame that ``next()`` has decoded.
    let frame: UnsafeMutablePointer<AVFrame>
    private let container: ContainerFile
    private let decoder: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var isDraining = false

    init(_ container: ContainerFile, _ stream: UnsafeMutablePointer<AVStream>) throws(MediaError) {
        self.container = container
        self.stream = stream
        let name = container.file.name
        guard let codec = avcodec_find_decoder(stream.pointee.codecpar.pointee.codec_id) else {
            throw MediaError(
                .unsupported,
                "\(name) is coded in a way that cannot be read here. Convert it to MP4 (H.264)."
            )
        }
        var context = avcodec_alloc_context3(codec)
        guard let decoder = context else { throw AV.failure("avcodec_alloc_context3", kinora_av_no_memory) }
        decoder.pointee.thread_count = 1
        decoder.pointee.pkt_timebase = stream.pointee.time_base
        // The same small list as the container's: a decoder outside of it does not open.
        if let list = container.context.pointee.codec_whitelist { av_opt_set(decoder, "codec_whitelist", list, 0) }
        var frame = av_frame_alloc()
        var packet = av_packet_alloc()
        guard avcodec_parameters_to_context(decoder, stream.pointee.codecpar) >= 0,
            avcodec_open2(decoder, codec, nil) >= 0, let allocatedFrame = frame, let allocatedPacket = packet
        else {
            avcodec_free_context(&context)
            av_frame_free(&frame)
            av_packet_free(&packet)
            throw MediaError(
                .unsupported,
                "\(name) is coded in a way that cannot be read here. Convert it to MP4 (H.264)."
            )
        }
        self.decoder = decoder
        self.frame = allocatedFrame
        self.packet = allocatedPacket
    }

    deinit {
        var context: UnsafeMutablePointer<AVCodecContext>? = decoder
        var frame: UnsafeMutablePointer<AVFrame>? = frame
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        avcodec_free_context(&context)
        av_frame_free(&frame)
        av_packet_free(&packet)
    }

    /// Decodes the next frame into ``frame``; false at the end. Packets that are broken are passed over.
    func next() throws(MediaError) -> Bool {
        while true {
            let received = avcodec_receive_frame(decoder, frame)
            if received >= 0 { return true }
            if received == kinora_av_end || isDraining { return false }
            guard received == kinora_av_again else { continue }
            feed()
        }
    }

    /// Gives the decoder its next packet, or tells it that there is none.
    private func feed() {
        while av_read_frame(container.context, packet) >= 0 {
            defer { av_packet_unref(packet) }
            guard packet.pointee.stream_index == stream.pointee.index else { continue }
            if avcodec_send_packet(decoder, packet) >= 0 { return }
        }
        avcodec_send_packet(decoder, nil)
        isDraining = true
    }

    /// Goes to the keyframe at or before `time`, in units of the stream's time base.
    func seek(to time: Int64) {
        isDraining = false
        avcodec_flush_buffers(decoder)
        // Formats that cannot seek are read from where they stand.
        avformat_seek_file(container.context, stream.pointee.index, Int64.min, time, time, 0)
    }
}
