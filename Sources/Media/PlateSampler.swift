import Timeline

/// Draws a region of a plate into a whole frame, at sub-pixel precision. One per thread.
public final class PlateSampler {
    private let scaler = PlaneScaler()
    private var lumaColumns = ScalingTaps()
    private var lumaRows = ScalingTaps()
    private var chromaColumns = ScalingTaps()
    private var chromaRows = ScalingTaps()

    public init() {}

    /// Fills the frame with a part of the plate.
    ///
    /// - Parameter region: In plate pixels. It is moved and, if need be, shrunk to lie inside the plate. Its shape
    ///   should be the frame's.
    public func sample(_ plate: Plate, region: Region, into frame: Frame) {
        let (size, planes) = (plate.size, plate.planes)
        let width = min(max(region.width, 1), Double(size.width))
        let height = min(max(region.height, 1), Double(size.height))
        if size == frame.size, width == Double(size.width), height == Double(size.height) {
            return frame.copy(planes)
        }
        let x = min(max(region.x, 0), Double(size.width) - width)
        let y = min(max(region.y, 0), Double(size.height) - height)
        aim(x: x, y: y, width: width, height: height, size, frame.size)
        scaler.scale(
            planes.luma,
            stride: planes.lumaStride,
            columns: lumaColumns,
            rows: lumaRows,
            into: frame.luma
        )
        for (source, target) in [(planes.blue, frame.blue), (planes.red, frame.red)] {
            scaler.scale(
                source,
                stride: planes.chromaStride,
                columns: chromaColumns,
                rows: chromaRows,
                into: target
            )
        }
    }

    private func aim(x: Double, y: Double, width: Double, height: Double, _ plate: PixelSize, _ frame: PixelSize) {
        let group = PlaneScaler.group
        let (stepX, stepY) = (width / Double(frame.width), height / Double(frame.height))
        lumaColumns.aim(
            .mitchell,
            start: x,
            step: stepX,
            targetLength: frame.width,
            sourceLength: plate.width,
            group: group
        )
        lumaRows.aim(.mitchell, start: y, step: stepY, targetLength: frame.height, sourceLength: plate.height, group: 1)
        // Chroma lies on the left of its two luma columns (H.264's usual place), but between its two rows: in the
        // columns of chroma, a quarter to the left, in the plate as in the frame.
        chromaColumns.aim(
            .linear,
            start: x / 2 + 0.25 - 0.25 * stepX,
            step: stepX,
            targetLength: frame.width / 2,
            sourceLength: plate.width / 2,
            group: group
        )
        chromaRows.aim(
            .linear,
            start: y / 2,
            step: stepY,
            targetLength: frame.height / 2,
            sourceLength: plate.height / 2,
            group: 1
        )
    }
}
