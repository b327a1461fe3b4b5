import CFFmpeg
import Timeline

extension Muxer {
    /// Describes the streams as the first chunk has them.
    func begin(_ chunk: EncodedChunk) throws(MediaError) {
        parameterSets = chunk.parameterSets
        reorderDelay = chunk.packets.first.map { max(0, -$0.decoded) } ?? 0
        guard let video = avformat_new_stream(context, nil), let parameters = video.pointee.codecpar else {
            throw AV.failure("avformat_new_stream", kinora_av_no_memory)
        }
        let rate = AVRational(num: Int32(settings.framesPerSecond), den: 1)
        video.pointee.time_base = AVRational(num: 1, den: rate.num)
        video.pointee.avg_frame_rate = rate
        parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
        parameters.pointee.codec_id = AV_CODEC_ID_H264
        parameters.pointee.width = Int32(settings.size.width)
        parameters.pointee.height = Int32(settings.size.height)
        parameters.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        parameters.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        parameters.pointee.color_range = AVCOL_RANGE_MPEG
        parameters.pointee.color_space = AVCOL_SPC_BT709
        parameters.pointee.color_primaries = AVCOL_PRI_BT709
        parameters.pointee.color_trc = AVCOL_TRC_BT709
        parameters.pointee.chroma_location = AVCHROMA_LOC_LEFT
        parameters.pointee.video_delay = Int32(reorderDelay)
        try setExtraData(chunk.parameterSets, of: parameters)
        if let sound { try addSound(sound) }
        var options: OpaquePointer?
        av_dict_set(&options, "movflags", "+faststart", 0)
        // A clock that counts both frames and samples whole: picture and sound end at exactly the same time.
        av_dict_set(&options, "movie_timescale", String(EncodedSound.sampleRate), 0)
        defer { av_dict_free(&options) }
        let result = avformat_write_header(context, &options)
        guard result >= 0 else { throw Output.failure }
    }

    private func addSound(_ sound: EncodedSound) throws(MediaError) {
        guard let stream = avformat_new_stream(context, nil), let parameters = stream.pointee.codecpar else {
            throw AV.failure("avformat_new_stream", kinora_av_no_memory)
        }
        stream.pointee.time_base = AVRational(num: 1, den: Int32(EncodedSound.sampleRate))
        parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
        parameters.pointee.codec_id = AV_CODEC_ID_AAC
        parameters.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        parameters.pointee.sample_rate = Int32(EncodedSound.sampleRate)
        parameters.pointee.ch_layout = kinora_av_stereo()
        parameters.pointee.frame_size = Int32(EncodedSound.samplesPerPacket)
        parameters.pointee.initial_padding = Int32(sound.priming)
        try setExtraData(sound.configuration, of: parameters)
    }

    private func setExtraData(
        _ bytes: [UInt8],
        of parameters: UnsafeMutablePointer<AVCodecParameters>
    ) throws(MediaError) {
        guard let data = av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)) else {
            throw AV.failure("av_mallocz", kinora_av_no_memory)
        }
        bytes.withUnsafeBytes {
            data.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(data), byteCount: bytes.count)
        }
        parameters.pointee.extradata = data.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(bytes.count)
    }
}
