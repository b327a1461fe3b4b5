import CFFmpeg
import CVips
import Timeline

/// Turns decoded pictures of a clip into plates.
final class ClipConverter {
    private let orientation: Orientation
    private let placement: ClipReader.Placement
    private let colors: ColorTable?
    private var scaler: OpaquePointer?

    init(_ orientation: Orientation, _ placement: ClipReader.Placement, _ colors: ColorTable?) {
        self.orientation = orientation
        self.placement = placement
        self.colors = colors
    }

    deinit {
        sws_freeContext(scaler)
    }

    func plate(_ frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) -> Plate {
        switch placement {
        case .covering(let size):
            let upright = orientation.size
            let scale = min(
                1,
                max(
                    Double(size.width) / Double(max(1, upright.width)),
                    Double(size.height) / Double(max(1, upright.height))
                )
            )
            return Plate(try planes(frame, size: even(upright, scale)), colors)
        case .onBlurredCopy(let size):
            let picture = try self.picture(frame, size: even(orientation.size, orientation.size.scale(fitting: size)))
            return Plate(try Planes(try BlurredCopy.compose(picture, size: size)), colors)
        }
    }

    /// The whole picture in RGB, scaled down to fit.
    func picture(_ frame: UnsafeMutablePointer<AVFrame>, fitting box: PixelSize) throws(MediaError) -> Picture {
        try picture(frame, size: even(orientation.size, min(1, orientation.size.scale(fitting: box))))
    }

    private func even(_ size: PixelSize, _ scale: Double) -> PixelSize {
        PixelSize(
            width: max(2, Int((Double(size.width) * scale / 2).rounded()) * 2),
            height: max(2, Int((Double(size.height) * scale / 2).rounded()) * 2)
        )
    }

    /// The size before the turn that makes a picture upright.
    private func coded(_ size: PixelSize) -> PixelSize {
        orientation.quarterTurns % 2 == 0 ? size : PixelSize(width: size.height, height: size.width)
    }

    private func planes(_ frame: UnsafeMutablePointer<AVFrame>, size: PixelSize) throws(MediaError) -> Planes {
        let planes = Planes(coded(size))
        try scale(
            frame,
            to: planes.size,
            AV_PIX_FMT_YUV420P,
            [planes.luma, planes.blue, planes.red],
            [planes.lumaStride, planes.chromaStride, planes.chromaStride]
        )
        return planes.turned(orientation.quarterTurns)
    }

    private func picture(_ frame: UnsafeMutablePointer<AVFrame>, size: PixelSize) throws(MediaError) -> Picture {
        let coded = coded(size)
        let stride = coded.width * 3
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: stride * coded.height + 64)
        defer { bytes.deallocate() }
        try scale(frame, to: coded, AV_PIX_FMT_RGB24, [bytes], [stride])
        let copy = vips_image_new_from_memory_copy(
            bytes,
            stride * coded.height,
            Int32(coded.width),
            Int32(coded.height),
            3,
            VIPS_FORMAT_UCHAR
        )
        guard let copy else { throw Vips.failure("image_new_from_memory") }
        copy.pointee.Type = VIPS_INTERPRETATION_sRGB
        return try Picture(copy).turned(orientation.quarterTurns)
    }

    private func scale(
        _ frame: UnsafeMutablePointer<AVFrame>,
        to size: PixelSize,
        _ format: AVPixelFormat,
        _ targets: [UnsafeMutablePointer<UInt8>],
        _ strides: [Int]
    ) throws(MediaError) {
        let source = frame.pointee
        scaler = sws_getCachedContext(
            scaler,
            source.width,
            source.height,
            AVPixelFormat(rawValue: source.format),
            Int32(size.width),
            Int32(size.height),
            format,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
            nil,
            nil,
            nil
        )
        guard let scaler else { throw AV.failure("sws_getCachedContext", kinora_av_invalid) }
        // Untagged video follows the usual rule: BT.709 from 720 lines on, BT.601 below.
        let isHigh =
            source.colorspace == AVCOL_SPC_BT709 || (source.colorspace == AVCOL_SPC_UNSPECIFIED && source.height >= 720)
        let matrix =
            switch source.colorspace {
            case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: SWS_CS_BT2020
            default: isHigh ? SWS_CS_ITU709 : SWS_CS_ITU601
            }
        sws_setColorspaceDetails(
            scaler,
            sws_getCoefficients(matrix),
            source.color_range == AVCOL_RANGE_JPEG ? 1 : 0,
            sws_getCoefficients(SWS_CS_ITU709),
            0,
            0,
            1 << 16,
            1 << 16
        )
        let planes: [UnsafePointer<UInt8>?] = [source.data.0, source.data.1, source.data.2, source.data.3].map { data in
            data.map { UnsafePointer($0) }
        }
        let lines = [source.linesize.0, source.linesize.1, source.linesize.2, source.linesize.3]
        let scaled = sws_scale(
            scaler,
            planes,
            lines,
            0,
            source.height,
            targets.map { Optional($0) } + [nil, nil, nil],
            strides.map { Int32($0) } + [0, 0, 0]
        )
        try AV.check("sws_scale", scaled)
    }
}

extension PixelSize {
    /// How much a picture of this size is scaled to fit into a box.
    fileprivate func scale(fitting box: PixelSize) -> Double {
        min(Double(box.width) / Double(max(1, width)), Double(box.height) / Double(max(1, height)))
    }
}
