import CFFmpeg
import CZimg
import Timeline

extension zimg_image_format {
    /// Whether a decoded picture has a form that zimg reads: three planes of whole numbers.
    static func canRead(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        guard let form = av_pix_fmt_desc_get(AVPixelFormat(rawValue: frame.pointee.format)) else { return false }
        let depth = form.pointee.comp.0.depth
        let refused = UInt64(AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_BE)
        return form.pointee.nb_components == 3 && form.pointee.flags & UInt64(AV_PIX_FMT_FLAG_PLANAR) != 0
            && form.pointee.flags & refused == 0 && form.pointee.comp.0.shift == 0 && (8...16).contains(depth)
            && form.pointee.comp.1.plane == 1 && form.pointee.comp.2.plane == 2
    }

    /// A decoded picture in YUV, with what it says of its colours; what it does not say is as in BT.2020.
    static func decoded(_ frame: UnsafeMutablePointer<AVFrame>) -> zimg_image_format {
        let picture = frame.pointee
        var format = usual(PixelSize(width: Int(picture.width), height: Int(picture.height)))
        if let form = av_pix_fmt_desc_get(AVPixelFormat(rawValue: picture.format)) {
            let depth = form.pointee.comp.0.depth
            format.pixel_type = depth > 8 ? ZIMG_PIXEL_WORD : ZIMG_PIXEL_BYTE
            format.depth = UInt32(depth)
            format.subsample_w = UInt32(form.pointee.log2_chroma_w)
            format.subsample_h = UInt32(form.pointee.log2_chroma_h)
        }
        format.color_family = ZIMG_COLOR_YUV
        format.matrix_coefficients =
            switch picture.colorspace {
            case AVCOL_SPC_BT709: ZIMG_MATRIX_BT709
            case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M: ZIMG_MATRIX_ST170_M
            default: ZIMG_MATRIX_BT2020_NCL
            }
        format.color_primaries =
            switch picture.color_primaries {
            case AVCOL_PRI_BT709: ZIMG_PRIMARIES_BT709
            case AVCOL_PRI_SMPTE431: ZIMG_PRIMARIES_ST431_2
            case AVCOL_PRI_SMPTE432: ZIMG_PRIMARIES_ST432_1
            default: ZIMG_PRIMARIES_BT2020
            }
        format.transfer_characteristics =
            switch picture.color_trc {
            case AVCOL_TRC_SMPTE2084: ZIMG_TRANSFER_ST2084
            case AVCOL_TRC_ARIB_STD_B67: ZIMG_TRANSFER_ARIB_B67
            default: ZIMG_TRANSFER_BT709
            }
        format.pixel_range = picture.color_range == AVCOL_RANGE_JPEG ? ZIMG_RANGE_FULL : ZIMG_RANGE_LIMITED
        format.chroma_location =
            picture.chroma_location == AVCHROMA_LOC_TOPLEFT ? ZIMG_CHROMA_TOP_LEFT : ZIMG_CHROMA_LEFT
        return format
    }

    /// Linear light in floats, with the primaries of BT.709.
    static func linear(_ size: PixelSize) -> zimg_image_format {
        var format = usual(size)
        format.pixel_type = ZIMG_PIXEL_FLOAT
        format.color_family = ZIMG_COLOR_RGB
        format.matrix_coefficients = ZIMG_MATRIX_RGB
        format.transfer_characteristics = ZIMG_TRANSFER_LINEAR
        format.color_primaries = ZIMG_PRIMARIES_BT709
        format.pixel_range = ZIMG_RANGE_FULL
        return format
    }

    /// ``video(_:)`` with its transfer and primaries named.
    static func display(_ size: PixelSize) -> zimg_image_format {
        var format = video(size)
        format.transfer_characteristics = ZIMG_TRANSFER_BT709
        format.color_primaries = ZIMG_PRIMARIES_BT709
        return format
    }
}

extension zimg_graph_builder_params {
    /// For wide colours: 1 is the white of a usual screen.
    static var wide: zimg_graph_builder_params {
        var parameters = zimg_graph_builder_params()
        zimg_graph_builder_params_default(&parameters, kinora_zimg_version)
        // Decoders align their rows to 32 bytes, not always to 64.
        parameters.cpu_type = ZIMG_CPU_AUTO
        parameters.nominal_peak_luminance = ToneCurve.white
        parameters.allow_approximate_gamma = 1
        return parameters
    }
}

extension ZimgGraph {
    /// Processes with working memory of its own.
    func process(_ source: zimg_image_buffer_const, _ target: zimg_image_buffer) throws(MediaError) {
        let working = UnsafeMutableRawPointer.allocate(byteCount: max(try workingBytes(), 64), alignment: 64)
        defer { working.deallocate() }
        try process(source, target, working)
    }
}
