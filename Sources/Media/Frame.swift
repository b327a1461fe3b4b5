import CFFmpeg
public import Timeline

/// A picture on its way into the encoder: 8-bit YUV 4:2:0, BT.709 limited range.
///
/// Used by one thread at a time, and for the next picture as soon as the encoder has taken it.
public final class Frame {
    /// In pixels, even in both directions.
    public let size: PixelSize

    let pointer: UnsafeMutablePointer<AVFrame>
    let luma: Plane
    let blue: Plane
    let red: Plane

    /// One of the three planes.
    struct Plane {
        let start: UnsafeMutablePointer<UInt8>
        let stride: Int
        let width: Int
        let height: Int

        func row(_ y: Int) -> UnsafeMutablePointer<UInt8> { start + y * stride }

        /// Fills the rows up to their stride: x264 reads a few pixels beyond the width, and equal pictures must give
        /// equal bytes.
        func fill(_ value: UInt8) {
            for y in 0..<height { row(y).update(repeating: value, count: stride) }
        }
    }

    /// A black frame.
    public init(_ size: PixelSize) throws(MediaError) {
        precondition(size.width % 2 == 0 && size.height % 2 == 0, "chroma planes have half the pixels")
        self.size = size
        var frame = av_frame_alloc()
        guard let pointer = frame else { throw AV.failure("av_frame_alloc", kinora_av_no_memory) }
        pointer.pointee.width = Int32(size.width)
        pointer.pointee.height = Int32(size.height)
        pointer.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        pointer.pointee.color_range = AVCOL_RANGE_MPEG
        pointer.pointee.colorspace = AVCOL_SPC_BT709
        pointer.pointee.color_primaries = AVCOL_PRI_BT709
        pointer.pointee.color_trc = AVCOL_TRC_BT709
        pointer.pointee.chroma_location = AVCHROMA_LOC_LEFT
        let result = av_frame_get_buffer(pointer, 64)
        let data = pointer.pointee.data
        guard result >= 0, let luma = data.0, let blue = data.1, let red = data.2 else {
            av_frame_free(&frame)
            throw AV.failure("av_frame_get_buffer", result)
        }
        self.pointer = pointer
        let stride = pointer.pointee.linesize
        let (width, height) = (size.width, size.height)
        self.luma = Plane(start: luma, stride: Int(stride.0), width: width, height: height)
        self.blue = Plane(start: blue, stride: Int(stride.1), width: width / 2, height: height / 2)
        self.red = Plane(start: red, stride: Int(stride.2), width: width / 2, height: height / 2)
        fillBlack()
    }

    deinit {
        var frame: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&frame)
    }

    public func fillBlack() {
        luma.fill(16)
        blue.fill(128)
        red.fill(128)
    }

    /// Copies the picture of another frame of the same size.
    public func copy(_ other: Frame) {
        forEachPlane(with: other) { target, source in
            for y in 0..<target.height { target.row(y).update(from: source.row(y), count: target.width) }
        }
    }

    /// Copies a picture of the same size.
    func copy(_ other: Planes) {
        precondition(size == other.size, "frames of one video have one size")
        for (target, source, stride) in [
            (luma, other.luma, other.lumaStride),
            (blue, other.blue, other.chromaStride),
            (red, other.red, other.chromaStride),
        ] {
            for y in 0..<target.height { target.row(y).update(from: source + y * stride, count: target.width) }
        }
    }

    func forEachPlane(with other: Frame, _ body: (Plane, Plane) -> Void) {
        precondition(size == other.size, "frames of one video have one size")
        body(luma, other.luma)
        body(blue, other.blue)
        body(red, other.red)
    }
}
