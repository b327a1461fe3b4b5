import CFFmpeg
import Timeline

/// Turns decoded pictures of a clip into plates.
final class ClipConverter {
    private let orientation: Orientation
    private let placement: PicturePlacement
    private let colors: ColorTable?
    private let wideColor = WideColorConverter()
    private var scaler: OpaquePointer?
    private var copy: BlurredCopy?
    private var scaled = SparePlanes()
    private var turned = SparePlanes()
    private var laid = SparePlanes()

    init(_ orientation: Orientation, _ placement: PicturePlacement, _ colors: ColorTable?) {
        self.orientation = orientation
        self.placement = placement
        self.colors = colors
    }

    deinit {
        sws_freeContext(scaler)
    }

    func plate(_ frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) -> Plate {
        switch placement {
        case .covering(let size, let part):
            let seen = part.map { PixelSize(width: Int($0.width.rounded()), height: Int($0.height.rounded())) }
            let whole = seen ?? orientation.size
            return Plate(try planes(frame, part, size: whole.even(whole.scale(covering: size))), colors)
        case .onBlurredCopy(let size):
            let picture = try planes(frame, nil, size: orientation.size.even(orientation.size.scale(fitting: size)))
            return Plate(BlurredCopy.lay(picture, on: size, with: &copy) { laid.take(size) }, colors)
        }
    }

    /// The whole picture in RGB, scaled down to fit.
    func picture(_ frame: UnsafeMutablePointer<AVFrame>, fitting box: PixelSize) throws(MediaError) -> Picture {
        try picture(frame, size: orientation.size.even(min(1, orientation.size.scale(fitting: box))))
    }

    /// A part of the picture, or the whole of it, at a size.
    private func planes(
        _ frame: UnsafeMutablePointer<AVFrame>,
        _ part: Region?,
        size: PixelSize
    ) throws(MediaError) -> Planes {
        let planes = scaled.take(orientation.coded(size))
        try scale(
            frame,
            part.map { orientation.coded($0) },
            to: planes.size,
            AV_PIX_FMT_YUV420P,
            [planes.luma, planes.blue, planes.red],
            [planes.lumaStride, planes.chromaStride, planes.chromaStride]
        )
        guard orientation.turn != .none else { return planes }
        let turned = turned.take(size)
        planes.turn(orientation.turn, into: turned)
        return turned
    }

    private func picture(_ frame: UnsafeMutablePointer<AVFrame>, size: PixelSize) throws(MediaError) -> Picture {
        let coded = orientation.coded(size)
        let stride = coded.width * 3
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: stride * coded.height + 64)
        defer { bytes.deallocate() }
        try scale(frame, nil, to: coded, AV_PIX_FMT_RGB24, [bytes], [stride])
        return try Picture(copying: bytes, size: coded, bands: 3).turned(orientation.turn)
    }

    /// - Parameter part: In parts of the frame's width and height.
    private func scale(
        _ frame: UnsafeMutablePointer<AVFrame>,
        _ part: Region?,
        to size: PixelSize,
        _ format: AVPixelFormat,
        _ targets: [UnsafeMutablePointer<UInt8>],
        _ strides: [Int]
    ) throws(MediaError) {
        // Held until the end: its pictures are read below. It is converted as a whole, since zimg reads aligned rows.
        let whole = PixelSize(
            width: Int((Double(size.width) / (part?.width ?? 1)).rounded()),
            height: Int((Double(size.height) / (part?.height ?? 1)).rounded())
        ).even(1)
        let narrowed = WideColorConverter.isNeeded(frame) ? try wideColor.convert(frame, to: whole) : nil
        defer { withExtendedLifetime(narrowed) {} }
        let source = try ScalerSource(narrowed?.pointer ?? frame, part)
        scaler = sws_getCachedContext(
            scaler,
            source.width,
            source.height,
            source.format,
            Int32(size.width),
            Int32(size.height),
            format,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
            nil,
            nil,
            nil
        )
        guard let scaler else { throw AV.failure("sws_getCachedContext", kinora_av_invalid) }
        sws_setColorspaceDetails(
            scaler,
            sws_getCoefficients(source.matrix),
            source.isFullRange ? 1 : 0,
            sws_getCoefficients(SWS_CS_ITU709),
            0,
            0,
            1 << 16,
            1 << 16
        )
        let scaled = sws_scale(
            scaler,
            source.planes,
            source.strides,
            0,
            source.height,
            targets.map { Optional($0) } + [nil, nil, nil],
            strides.map { Int32($0) } + [0, 0, 0]
        )
        try AV.check("sws_scale", scaled)
    }
}

/// A decoded picture as the scaler reads it.
private struct ScalerSource {
    let width: Int32
    let height: Int32
    let format: AVPixelFormat
    let matrix: Int32
    let isFullRange: Bool
    let planes: [UnsafePointer<UInt8>?]
    let strides: [Int32]

    /// Of interlaced pictures the field that was filmed first, from every second row: both together would show what
    /// moves twice, with a comb's edges.
    ///
    /// - Parameter part: In parts of the frame's width and height.
    init(_ frame: UnsafeMutablePointer<AVFrame>, _ part: Region?) throws(MediaError) {
        let source = if let part { try Self.part(part, of: frame.pointee) } else { frame.pointee }
        let isField = source.interlaced_frame != 0 && source.height % 4 == 0
        let step: Int32 = isField ? 2 : 1
        let isLower = isField && source.top_field_first == 0
        let lines = [source.linesize.0, source.linesize.1, source.linesize.2, source.linesize.3]
        width = source.width
        height = source.height / step
        format = AVPixelFormat(rawValue: source.format)
        planes = zip([source.data.0, source.data.1, source.data.2, source.data.3], lines).map { data, line in
            data.map { UnsafePointer($0) + (isLower ? Int(line) : 0) }
        }
        strides = lines.map { $0 * step }
        // Untagged video follows the usual rule: BT.709 from 720 lines on, BT.601 below.
        let isHigh =
            source.colorspace == AVCOL_SPC_BT709 || (source.colorspace == AVCOL_SPC_UNSPECIFIED && source.height >= 720)
        matrix =
            switch source.colorspace {
            case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: SWS_CS_BT2020
            default: isHigh ? SWS_CS_ITU709 : SWS_CS_ITU601
            }
        isFullRange = source.color_range == AVCOL_RANGE_JPEG
    }

    /// The frame with its edges moved inwards, over the same memory, to where pixels of colour and fields begin.
    private static func part(_ part: Region, of frame: AVFrame) throws(MediaError) -> AVFrame {
        guard let format = av_pix_fmt_desc_get(AVPixelFormat(rawValue: frame.format)) else {
            throw AV.failure("av_pix_fmt_desc_get", kinora_av_invalid)
        }
        let (width, height) = (Int(frame.width), Int(frame.height))
        let area = part.scaled(Double(width), Double(height)).aligned(
            to: 1 << Int(format.pointee.log2_chroma_w),
            frame.interlaced_frame != 0 ? 4 : 1 << Int(format.pointee.log2_chroma_h),
            in: PixelSize(width: width, height: height)
        )
        var seen = frame
        seen.crop_left = area.x
        seen.crop_top = area.y
        seen.crop_right = width - area.x - area.width
        seen.crop_bottom = height - area.y - area.height
        try AV.check("av_frame_apply_cropping", av_frame_apply_cropping(&seen, Int32(AV_FRAME_CROP_UNALIGNED)))
        return seen
    }
}
