import CFFmpeg
import Timeline

/// Joins chunks and a sound track, without encoding anything again, into an MP4 whose index comes first.
public final class Muxer {
    let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    let settings: VideoSettings
    private(set) var sound: EncodedSound?
    var parameterSets: [UInt8]?
    /// How many frames decoding runs ahead of showing, the same for all chunks of one encoder setting.
    var reorderDelay = 0
    private var frameCount = 0
    private var soundPackets = 0
    private var isFinished = false

    /// - Parameters:
    ///   - descriptor: An empty file, open for reading and writing. It stays the caller's, who syncs and closes it.
    ///   - sound: Should be as long as the frames to come, so that picture and sound end together.
    public init(descriptor: Int32, settings: VideoSettings, sound: EncodedSound?) throws(MediaError) {
        AV.start()
        self.settings = settings
        self.sound = sound
        var packet = av_packet_alloc()
        var context: UnsafeMutablePointer<AVFormatContext>?
        avformat_alloc_output_context2(&context, nil, "mp4", "")
        guard let allocated = context, let allocatedPacket = packet,
            let stream = DescriptorStream.open(descriptor, writing: true)
        else {
            avformat_free_context(context)
            av_packet_free(&packet)
            throw AV.failure("avformat_alloc_output_context2", kinora_av_no_memory)
        }
        allocated.pointee.pb = stream
        allocated.pointee.flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT
        // Moving the index to the front reads the file back: through the same descriptor, never by a name.
        allocated.pointee.io_open = { context, stream, _, flags, _ in
            guard let context, let main = context.pointee.pb, flags & AVIO_FLAG_WRITE == 0,
                let second = DescriptorStream.reopen(main)
            else { return kinora_av_refused }
            stream?.pointee = second
            return 0
        }
        allocated.pointee.io_close2 = { _, stream in
            if let stream { DescriptorStream.close(stream) }
            return 0
        }
        self.context = allocated
        self.packet = allocatedPacket
    }

    deinit {
        if let stream = context.pointee.pb {
            // An unfinished file is of no use: what is buffered is dropped.
            DescriptorStream.close(stream)
            context.pointee.pb = nil
        }
        avformat_free_context(context)
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&packet)
    }

    /// Adds the next chunk.
    ///
    /// - Throws: `failed` for a chunk that was not made with the muxer's settings; `notWritten` when the disk is full.
    public func append(_ chunk: EncodedChunk) throws(MediaError) {
        if parameterSets == nil { try begin(chunk) }
        guard chunk.settings == settings, chunk.parameterSets == parameterSets else {
            throw MediaError(.failed, "The pieces of the video do not fit together: they were encoded differently.")
        }
        for (index, encoded) in chunk.packets.enumerated() {
            let decoded = frameCount + index - reorderDelay
            let shown = frameCount + encoded.shown
            guard decoded <= shown, encoded.shown < chunk.frameCount else {
                throw MediaError(.failed, "A piece of the video has frames out of order.")
            }
            try writeSound(before: decoded)
            try write(
                encoded.bytes,
                stream: 0,
                shown: Int64(shown),
                decoded: Int64(decoded),
                duration: 1,
                timeBase: AVRational(num: 1, den: Int32(settings.framesPerSecond)),
                isKeyframe: encoded.isKeyframe
            )
        }
        frameCount += chunk.frameCount
    }

    /// Writes what is left of the sound, and the index.
    public func finish() throws(MediaError) {
        guard parameterSets != nil, !isFinished else {
            throw MediaError(.failed, "A video needs at least one frame.")
        }
        try writeSound(before: nil)
        isFinished = true
        guard av_write_trailer(context) >= 0, context.pointee.pb.pointee.error >= 0 else { throw Output.failure }
        avio_flush(context.pointee.pb)
        guard context.pointee.pb.pointee.error >= 0 else { throw Output.failure }
    }

    /// Writes the sound that is heard before frame `decoded` is decoded, so that a player finds both close together.
    private func writeSound(before decoded: Int?) throws(MediaError) {
        guard let sound else { return }
        let limit = decoded.map { $0 * EncodedSound.sampleRate / settings.framesPerSecond } ?? .max
        while soundPackets < sound.packetCount {
            let start = soundPackets * EncodedSound.samplesPerPacket - sound.priming
            guard start <= limit else { return }
            // The last packet is padded with silence that is not part of the sound.
            let duration = min(EncodedSound.samplesPerPacket, sound.frameCount - start)
            guard duration > 0, let packet = try self.sound?.nextPacket() else { return }
            try write(
                packet,
                stream: 1,
                shown: Int64(start),
                decoded: Int64(start),
                duration: Int64(duration),
                timeBase: AVRational(num: 1, den: Int32(EncodedSound.sampleRate)),
                isKeyframe: true
            )
            soundPackets += 1
        }
    }

    private func write(
        _ bytes: some Collection<UInt8>,
        stream: Int,
        shown: Int64,
        decoded: Int64,
        duration: Int64,
        timeBase: AVRational,
        isKeyframe: Bool
    ) throws(MediaError) {
        guard let target = context.pointee.streams[stream] else { return }
        try AV.check("av_new_packet", av_new_packet(packet, Int32(bytes.count)))
        defer { av_packet_unref(packet) }
        UnsafeMutableRawBufferPointer(start: packet.pointee.data, count: bytes.count).copyBytes(from: bytes)
        packet.pointee.stream_index = Int32(stream)
        packet.pointee.pts = shown
        packet.pointee.dts = decoded
        packet.pointee.duration = duration
        if isKeyframe { packet.pointee.flags |= AV_PKT_FLAG_KEY }
        av_packet_rescale_ts(packet, timeBase, target.pointee.time_base)
        guard av_write_frame(context, packet) >= 0, context.pointee.pb.pointee.error >= 0 else { throw Output.failure }
    }
}
