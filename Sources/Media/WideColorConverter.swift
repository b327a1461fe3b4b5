import CFFmpeg
import CZimg
import Timeline

/// Brings pictures of high dynamic range (PQ, HLG) or of a wide gamut into the colours and the brightness that a usual
/// screen shows. zimg does the colour spaces and the scaling, in floats of linear light; ``ToneCurve`` does the rest.
final class WideColorConverter {
    private let curve = ToneCurve()
    private var linear: LinearPicture?

    static func isNeeded(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        isHighDynamicRange(frame)
            || [AVCOL_PRI_BT2020, AVCOL_PRI_SMPTE431, AVCOL_PRI_SMPTE432].contains(frame.pointee.color_primaries)
    }

    private static func isHighDynamicRange(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        [AVCOL_TRC_SMPTE2084, AVCOL_TRC_ARIB_STD_B67].contains(frame.pointee.color_trc)
    }

    /// The picture at another size, in 8-bit BT.709.
    func convert(_ frame: UnsafeMutablePointer<AVFrame>, to size: PixelSize) throws(MediaError) -> Frame {
        let planar = try PlanarCopy(frame)
        defer { withExtendedLifetime(planar) {} }
        let picture = planar.frame
        let linear = linear?.size == size ? linear ?? LinearPicture(size) : LinearPicture(size)
        self.linear = linear
        let toLinear = try ZimgGraph(from: .decoded(picture), to: .linear(size), .wide)
        let data = picture.pointee.data
        guard let luma = data.0, let blue = data.1, let red = data.2 else { throw ZimgGraph.failure("planes") }
        let lines = picture.pointee.linesize
        try toLinear.process(
            kinora_zimg_source(luma, blue, red, Int(lines.0), Int(lines.1), kinora_zimg_whole),
            linear.target
        )
        if Self.isHighDynamicRange(frame) { curve.apply(to: linear) }
        let narrowed = try Frame(size)
        let toVideo = try ZimgGraph(from: .linear(size), to: .display(size), .wide)
        try toVideo.process(
            linear.source,
            kinora_zimg_target(
                narrowed.luma.start,
                narrowed.blue.start,
                narrowed.red.start,
                narrowed.luma.stride,
                narrowed.blue.stride
            )
        )
        return narrowed
    }
}

/// Red, green and blue as floats, one plane after the other; 1 is white on a usual screen.
final class LinearPicture {
    let size: PixelSize
    let count: Int
    let red: UnsafeMutablePointer<Float>
    let green: UnsafeMutablePointer<Float>
    let blue: UnsafeMutablePointer<Float>
    private let stride: Int
    private let memory: UnsafeMutableRawPointer

    init(_ size: PixelSize) {
        self.size = size
        let rowFloats = (size.width + 15) & ~15
        count = rowFloats * size.height
        stride = rowFloats * MemoryLayout<Float>.stride
        memory = .allocate(byteCount: 3 * stride * size.height, alignment: 64)
        let start = memory.bindMemory(to: Float.self, capacity: 3 * count)
        start.initialize(repeating: 0, count: 3 * count)
        (red, green, blue) = (start, start + count, start + 2 * count)
    }

    deinit {
        memory.deallocate()
    }

    var source: zimg_image_buffer_const { kinora_zimg_source(red, green, blue, stride, stride, kinora_zimg_whole) }
    var target: zimg_image_buffer { kinora_zimg_target(red, green, blue, stride, stride) }
}

/// The frame itself where zimg can read it, else a copy in a form that it can: three planes of 8 to 16 bits.
private final class PlanarCopy {
    let frame: UnsafeMutablePointer<AVFrame>
    private let isCopy: Bool

    init(_ original: UnsafeMutablePointer<AVFrame>) throws(MediaError) {
        guard !zimg_image_format.canRead(original) else {
            frame = original
            isCopy = false
            return
        }
        var allocated = av_frame_alloc()
        guard let copy = allocated else { throw AV.failure("av_frame_alloc", kinora_av_no_memory) }
        copy.pointee.format = AV_PIX_FMT_YUV444P10LE.rawValue
        copy.pointee.width = original.pointee.width
        copy.pointee.height = original.pointee.height
        var result = av_frame_get_buffer(copy, 64)
        if result >= 0 { result = av_frame_copy_props(copy, original) }
        let scaler = sws_getContext(
            original.pointee.width,
            original.pointee.height,
            AVPixelFormat(rawValue: original.pointee.format),
            copy.pointee.width,
            copy.pointee.height,
            AV_PIX_FMT_YUV444P10LE,
            SWS_BICUBIC,
            nil,
            nil,
            nil
        )
        defer { sws_freeContext(scaler) }
        if result >= 0 { result = scaler == nil ? kinora_av_invalid : sws_scale_frame(scaler, copy, original) }
        guard result >= 0 else {
            av_frame_free(&allocated)
            throw AV.failure("sws_scale_frame", result)
        }
        frame = copy
        isCopy = true
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = frame
        if isCopy { av_frame_free(&frame) }
    }
}
