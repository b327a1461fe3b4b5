import CFFmpeg
import Timeline

extension ContainerFile {
    /// What it is, after decoding the start of the stream that counts.
    func facts() throws(MediaError) -> MediaFacts {
        let isSoundFormat = [.mp3, .wav, .m4a, .aac].contains(format)
        let sound = stream(AVMEDIA_TYPE_AUDIO)
        guard !isSoundFormat, let picture = stream(AVMEDIA_TYPE_VIDEO) else {
            guard let sound else {
                throw MediaError(.unsupported, "\(file.name) holds neither pictures nor sound that can be used.")
            }
            let length = duration(of: sound)
            try decodeFirst(of: sound)
            return MediaFacts(kind: .song, format: format, duration: length, hasSound: true)
        }
        try checkWhole(picture)
        let size = Orientation(picture, in: context).size
        guard size.width > 0, size.height > 0, size.width * size.height <= Self.mostClipPixels else {
            throw MediaError(
                .tooManyPixels,
                "\(file.name) has \(size.width) x \(size.height) pixels, more than a video may have here. "
                    + "Save it smaller and add it again."
            )
        }
        let length = clipLength(told: duration(of: picture))
        try decodeFirst(of: picture)
        // A sound that cannot be decoded is none.
        let isHeard = sound.map { (try? decodeFirst(of: $0)) != nil } ?? false
        return MediaFacts(kind: .clip, format: format, size: size, duration: length, hasSound: isHeard)
    }

    /// 8K, with room for odd shapes.
    private static let mostClipPixels = 40_000_000

    /// A header tells the length as it was meant to be: a recording that broke off is only as long as there is of it.
    private func clipLength(told: Milliseconds) -> Milliseconds {
        let first = context.pointee.start_time
        let origin = first == kinora_av_no_time ? 0 : first
        let microseconds = AVRational(num: 1, den: Int32(AV_TIME_BASE))
        let end = Int64(told.rawValue) * 1000 + origin
        avformat_seek_file(context, -1, Int64.min, end, end, 0)
        defer { avformat_seek_file(context, -1, Int64.min, origin, origin, 0) }
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        var last: Int64?
        while let packet, av_read_frame(context, packet) >= 0 {
            defer { av_packet_unref(packet) }
            let index = Int(packet.pointee.stream_index)
            guard packet.pointee.pts != kinora_av_no_time, index < Int(context.pointee.nb_streams),
                let base = context.pointee.streams[index]?.pointee.time_base
            else { continue }
            let time = av_rescale_q(packet.pointee.pts &+ packet.pointee.duration, base, microseconds)
            last = max(last ?? time, time)
        }
        // What is less than a second may be a matter of rounding, or of a last packet that does not say how long it is.
        guard let last, told.rawValue - Int((last - origin) / 1000) > 1000 else { return told }
        return Milliseconds(max(Int((last - origin) / 1000), 0))
    }

    private func decodeFirst(of stream: UnsafeMutablePointer<AVStream>) throws(MediaError) {
        let decoder = try StreamDecoder(self, stream)
        guard try decoder.next() else { throw MediaError.damaged(file) }
    }

    /// An index that points past the end of the file tells that it was cut off.
    private func checkWhole(_ stream: UnsafeMutablePointer<AVStream>) throws(MediaError) {
        let count = avformat_index_get_entries_count(stream)
        guard count > 0, let last = avformat_index_get_entry(stream, count - 1) else { return }
        guard last.pointee.pos <= Int64(file.size) - Int64(last.pointee.size) else { throw MediaError.damaged(file) }
    }

    /// The length as the container tells it; counted packet by packet when it only guesses from the bit rate.
    private func duration(of stream: UnsafeMutablePointer<AVStream>) -> Milliseconds {
        let told = context.pointee.duration
        if told > 0, context.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE {
            return Milliseconds(Int((told + 500) / 1000))
        }
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        var counted: Int64 = 0
        var end: Int64 = 0
        while let packet, av_read_frame(context, packet) >= 0 {
            if packet.pointee.stream_index == stream.pointee.index {
                counted += packet.pointee.duration
                if packet.pointee.pts != kinora_av_no_time {
                    end = max(end, packet.pointee.pts + packet.pointee.duration)
                }
            }
            av_packet_unref(packet)
        }
        avformat_seek_file(context, -1, Int64.min, 0, 0, 0)
        let base = stream.pointee.time_base
        return Milliseconds(Int(av_rescale_q(max(counted, end), base, AVRational(num: 1, den: 1000))))
    }
}
