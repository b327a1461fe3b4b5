import CFFmpeg

/// Converts decoded sound of one form to 48 kHz stereo floats.
final class SoundConverter {
    private let context: OpaquePointer
    private let sampleRate: Int32
    private let sampleFormat: Int32
    private let channels: Int32
    private var left: [Float] = []
    private var right: [Float] = []

    init(_ frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) {
        sampleRate = frame.pointee.sample_rate
        sampleFormat = frame.pointee.format
        channels = frame.pointee.ch_layout.nb_channels
        var layout = AVChannelLayout()
        if frame.pointee.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC {
            av_channel_layout_default(&layout, channels)
        } else {
            av_channel_layout_copy(&layout, &frame.pointee.ch_layout)
        }
        defer { av_channel_layout_uninit(&layout) }
        var stereo = kinora_av_stereo()
        var context: OpaquePointer?
        try AV.check(
            "swr_alloc_set_opts2",
            swr_alloc_set_opts2(
                &context,
                &stereo,
                AV_SAMPLE_FMT_FLTP,
                Int32(EncodedSound.sampleRate),
                &layout,
                AVSampleFormat(rawValue: sampleFormat),
                sampleRate,
                0,
                nil
            )
        )
        let result = swr_init(context)
        guard result >= 0, let allocated = context else {
            swr_free(&context)
            throw AV.failure("swr_init", result)
        }
        self.context = allocated
    }

    deinit {
        var context: OpaquePointer? = context
        swr_free(&context)
    }

    /// The sound has not changed its form.
    func fits(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        frame.pointee.sample_rate == sampleRate && frame.pointee.format == sampleFormat
            && frame.pointee.ch_layout.nb_channels == channels
    }

    /// How much sound is held back until more comes, in samples at 48 kHz.
    var held: Int { Int(swr_get_delay(context, Int64(EncodedSound.sampleRate))) }

    func convert(
        _ frame: UnsafeMutablePointer<AVFrame>,
        into sound: inout DecodedSound,
        dropping toDrop: inout Int
    ) throws(MediaError) {
        let planes = UnsafeRawPointer(frame.pointee.extended_data)?
            .assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
        try convert(planes, frame.pointee.nb_samples, into: &sound, dropping: &toDrop)
    }

    /// Gives what the resampler still holds.
    func drain(into sound: inout DecodedSound, dropping toDrop: inout Int) throws(MediaError) {
        try convert(nil, 0, into: &sound, dropping: &toDrop)
    }

    private func convert(
        _ planes: UnsafePointer<UnsafePointer<UInt8>?>?,
        _ count: Int32,
        into sound: inout DecodedSound,
        dropping toDrop: inout Int
    ) throws(MediaError) {
        let capacity = Int(try AV.check("swr_get_out_samples", swr_get_out_samples(context, count)))
        if left.count < capacity {
            left = [Float](repeating: 0, count: capacity)
            right = left
        }
        let converted = left.withUnsafeMutableBytes { left in
            right.withUnsafeMutableBytes { right in
                var output: (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?) = (
                    left.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    right.baseAddress?.assumingMemoryBound(to: UInt8.self)
                )
                return withUnsafeMutablePointer(to: &output) { output in
                    output.withMemoryRebound(to: UnsafeMutablePointer<UInt8>?.self, capacity: 2) {
                        swr_convert(context, $0, Int32(capacity), UnsafeMutablePointer(mutating: planes), count)
                    }
                }
            }
        }
        let made = Int(try AV.check("swr_convert", converted))
        let dropped = min(toDrop, made)
        toDrop -= dropped
        sound.left += left[dropped..<made]
        sound.right += right[dropped..<made]
    }
}
