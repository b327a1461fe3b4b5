import CZimg
import Timeline

/// Draws a region of a plate into a whole frame, at sub-pixel precision. One per thread.
public final class PlateSampler {
    private var working: UnsafeMutableRawPointer
    private var workingBytes: Int
    private var parameters: zimg_graph_builder_params

    public init() {
        workingBytes = 1 << 20
        working = .allocate(byteCount: workingBytes, alignment: 64)
        parameters = .plain
        // Mitchell-Netravali: of the bicubics the one whose sharpness depends least on where between two pixels it
        // reads, so that fine detail does not shimmer while it moves.
        parameters.resample_filter = ZIMG_RESIZE_BICUBIC
        parameters.filter_param_a = 1.0 / 3
        parameters.filter_param_b = 1.0 / 3
        parameters.resample_filter_uv = ZIMG_RESIZE_BILINEAR
    }

    deinit {
        working.deallocate()
    }

    /// Fills the frame with a part of the plate.
    ///
    /// - Parameter region: In plate pixels. It is moved and, if need be, shrunk to lie inside the plate. Its shape
    ///   should be the frame's.
    public func sample(_ plate: Plate, region: Region, into frame: Frame) throws(MediaError) {
        let size = plate.size
        var source = zimg_image_format.video(size)
        let width = min(max(region.width, 1), Double(size.width))
        let height = min(max(region.height, 1), Double(size.height))
        kinora_zimg_set_region(
            &source,
            min(max(region.x, 0), Double(size.width) - width),
            min(max(region.y, 0), Double(size.height) - height),
            width,
            height
        )
        let graph = try ZimgGraph(from: source, to: .video(frame.size), parameters)
        reserve(try graph.workingBytes())
        let planes = plate.planes
        try graph.process(
            kinora_zimg_source(
                planes.luma,
                planes.blue,
                planes.red,
                planes.lumaStride,
                planes.chromaStride,
                kinora_zimg_whole
            ),
            kinora_zimg_target(
                frame.luma.start,
                frame.blue.start,
                frame.red.start,
                frame.luma.stride,
                frame.blue.stride
            ),
            working
        )
    }

    private func reserve(_ bytes: Int) {
        guard bytes > workingBytes else { return }
        working.deallocate()
        working = .allocate(byteCount: bytes, alignment: 64)
        workingBytes = bytes
    }
}
