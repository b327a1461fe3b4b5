import CFFmpeg
import Timeline

/// A container of streams, read by one demuxer chosen by content, from memory alone: nothing that the file names is
/// opened. Used by one thread at a time.
final class ContainerFile {
    let file: MediaFile
    let format: MediaFormat
    let context: UnsafeMutablePointer<AVFormatContext>
    private let source: ByteSource

    /// The decoders that are let near a file: what cameras, phones and editors write, nothing exotic.
    private static let decoders = """
        h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,msmpeg4v1,msmpeg4v2,msmpeg4,mpeg1video,mpeg2video,mjpeg,prores,\
        dvvideo,h263,flv,wmv1,wmv2,svq3,png,rawvideo,dnxhd,cinepak,theora,aac,mp3,mp3float,mp2,mp2float,opus,\
        libopus,vorbis,flac,alac,ac3,eac3,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,\
        pcm_f32be,pcm_f64le,pcm_u8,pcm_s8,pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,amrnb,amrwb
        """

    init(_ file: MediaFile, format: MediaFormat) throws(MediaError) {
        self.file = file
        self.format = format
        AV.start()
        let demuxer =
            switch format {
            case .avi: "avi"
            case .webm, .mkv: "matroska"
            case .mp3: "mp3"
            case .wav: "wav"
            case .aac: "aac"
            default: "mov"
            }
        source = try ByteSource(file)
        guard let opening = avformat_alloc_context() else {
            throw AV.failure("avformat_alloc_context", kinora_av_no_memory)
        }
        opening.pointee.pb = source.context
        opening.pointee.flags |= AVFMT_FLAG_CUSTOM_IO
        opening.pointee.io_open = { _, _, _, _, _ in kinora_av_refused }
        av_opt_set(opening, "format_whitelist", demuxer, 0)
        av_opt_set(opening, "protocol_whitelist", "", 0)
        av_opt_set(opening, "codec_whitelist", Self.decoders, 0)
        var context: UnsafeMutablePointer<AVFormatContext>? = opening
        guard avformat_open_input(&context, "", av_find_input_format(demuxer), nil) >= 0, let context else {
            throw MediaError.damaged(file)
        }
        self.context = context
        guard avformat_find_stream_info(context, nil) >= 0 else { throw MediaError.damaged(file) }
    }

    deinit {
        var closing: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&closing)
    }

    /// The stream to show or to play; cover pictures do not count.
    func stream(_ type: AVMediaType) -> UnsafeMutablePointer<AVStream>? {
        let index = av_find_best_stream(context, type, -1, -1, nil, 0)
        guard index >= 0, let stream = context.pointee.streams[Int(index)],
            stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        else { return nil }
        return stream
    }
}

/// The bytes of a mapped file as libavformat reads them.
final class ByteSource {
    let context: UnsafeMutablePointer<AVIOContext>
    private let cursor: UnsafeMutablePointer<Cursor>

    struct Cursor {
        let bytes: UnsafeRawBufferPointer
        let file: MediaFile
        var position = 0
    }

    init(_ file: MediaFile) throws(MediaError) {
        cursor = .allocate(capacity: 1)
        cursor.initialize(to: Cursor(bytes: file.bytes, file: file))
        let size: Int32 = 32 << 10
        let context = avio_alloc_context(
            av_malloc(Int(size))?.assumingMemoryBound(to: UInt8.self),
            size,
            0,
            cursor,
            { cursor, target, count in
                guard let cursor = cursor?.assumingMemoryBound(to: Cursor.self), let target else { return kinora_av_io }
                let position = cursor.pointee.position
                let bytes = cursor.pointee.bytes
                let length = min(Int(count), bytes.count - position)
                guard length > 0 else { return kinora_av_end }
                UnsafeMutableRawBufferPointer(start: target, count: length)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
                cursor.pointee.position += length
                cursor.pointee.file.letGo(after: position..<position + length)
                return Int32(length)
            },
            nil,
            { cursor, offset, whence in
                guard let cursor = cursor?.assumingMemoryBound(to: Cursor.self) else { return Int64(kinora_av_io) }
                let size = Int64(cursor.pointee.bytes.count)
                let target: Int64
                switch whence & ~AVSEEK_FORCE {
                case AVSEEK_SIZE: return size
                case SEEK_SET: target = offset
                case SEEK_CUR: target = Int64(cursor.pointee.position) &+ offset
                case SEEK_END: target = size &+ offset
                default: return Int64(kinora_av_invalid)
                }
                guard target >= 0, target <= size else { return Int64(kinora_av_invalid) }
                cursor.pointee.position = Int(target)
                return target
            }
        )
        guard let context else {
            cursor.deinitialize(count: 1)
            cursor.deallocate()
            throw AV.failure("avio_alloc_context", kinora_av_no_memory)
        }
        self.context = context
    }

    deinit {
        av_free(context.pointee.buffer)
        var freeing: UnsafeMutablePointer<AVIOContext>? = context
        avio_context_free(&freeing)
        cursor.deinitialize(count: 1)
        cursor.deallocate()
    }
}
