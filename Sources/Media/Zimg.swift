import CZimg
import Timeline

/// A zimg filter graph for one conversion.
final class ZimgGraph {
    private let graph: OpaquePointer

    init(from source: zimg_image_format, to target: zimg_image_format, _ parameters: zimg_graph_builder_params)
        throws(MediaError)
    {
        var source = source
        var target = target
        var parameters = parameters
        guard let graph = zimg_filter_graph_build(&source, &target, &parameters) else {
            throw Self.failure("zimg_filter_graph_build")
        }
        self.graph = graph
    }

    deinit {
        zimg_filter_graph_free(graph)
    }

    static func failure(_ function: StaticString) -> MediaError {
        MediaError(.failed, "A picture could not be scaled or converted (\(function)).")
    }

    /// The funnel of return codes.
    static func check(_ function: StaticString, _ code: zimg_error_code_e) throws(MediaError) {
        guard code == ZIMG_ERROR_SUCCESS else { throw failure(function) }
    }

    /// Bytes of working memory for ``process(_:_:_:unpack:user:)``.
    func workingBytes() throws(MediaError) -> Int {
        var bytes = 0
        try Self.check("zimg_filter_graph_get_tmp_size", zimg_filter_graph_get_tmp_size(graph, &bytes))
        return bytes
    }

    /// How many source rows must be at hand at a time.
    func sourceRows() throws(MediaError) -> UInt32 {
        var rows: UInt32 = 0
        try Self.check("zimg_filter_graph_get_input_buffering", zimg_filter_graph_get_input_buffering(graph, &rows))
        return rows
    }

    /// - Parameter unpack: Called before source rows i… are read.
    func process(
        _ source: zimg_image_buffer_const,
        _ target: zimg_image_buffer,
        _ working: UnsafeMutableRawPointer?,
        unpack: zimg_filter_graph_callback? = nil,
        user: UnsafeMutableRawPointer? = nil
    ) throws(MediaError) {
        var source = source
        var target = target
        try Self.check(
            "zimg_filter_graph_process",
            zimg_filter_graph_process(graph, &source, &target, working, unpack, user, nil, nil)
        )
    }
}

extension zimg_image_format {
    /// What zimg takes for granted of a picture of a size.
    static func usual(_ size: PixelSize) -> zimg_image_format {
        var format = zimg_image_format()
        zimg_image_format_default(&format, kinora_zimg_version)
        format.width = UInt32(size.width)
        format.height = UInt32(size.height)
        return format
    }

    /// 8-bit YUV 4:2:0 in BT.709 limited range, as H.264 carries it.
    static func video(_ size: PixelSize) -> zimg_image_format {
        var format = usual(size)
        format.pixel_type = ZIMG_PIXEL_BYTE
        format.subsample_w = 1
        format.subsample_h = 1
        format.color_family = ZIMG_COLOR_YUV
        format.matrix_coefficients = ZIMG_MATRIX_BT709
        format.depth = 8
        format.pixel_range = ZIMG_RANGE_LIMITED
        format.chroma_location = ZIMG_CHROMA_LEFT
        return format
    }

    /// 8-bit planar RGB in full range.
    static func rgb(_ size: PixelSize) -> zimg_image_format {
        var format = usual(size)
        format.pixel_type = ZIMG_PIXEL_BYTE
        format.color_family = ZIMG_COLOR_RGB
        format.matrix_coefficients = ZIMG_MATRIX_RGB
        format.depth = 8
        format.pixel_range = ZIMG_RANGE_FULL
        return format
    }
}

extension zimg_graph_builder_params {
    /// Rounding to the nearest value, no dither: a picture that stands still stays the same in every frame.
    static var plain: zimg_graph_builder_params {
        var parameters = zimg_graph_builder_params()
        zimg_graph_builder_params_default(&parameters, kinora_zimg_version)
        parameters.cpu_type = ZIMG_CPU_AUTO_64B
        return parameters
    }
}
