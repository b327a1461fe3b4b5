import Timeline

/// How a plane is made smaller for its blurred copy, and the copy larger again.
struct BlurredPlaneTaps {
    private(set) var shrinkingColumns = ScalingTaps()
    private(set) var shrinkingRows = ScalingTaps()
    private(set) var enlargingColumns = ScalingTaps()
    private(set) var enlargingRows = ScalingTaps()

    /// - Parameters:
    ///   - small: The size of the copy, which has a pixel more than the canvas on each side. It has as many pixels for
    ///     chroma, which lie where those of luma do.
    ///   - reduction: Pixels of the canvas in one of the copy.
    init(_ canvas: PixelSize, _ picture: PixelSize, _ small: PixelSize, reduction: Int, isChroma: Bool) {
        let group = PlaneScaler.group
        // The middle of the picture that has the copy's shape.
        let step = min(
            Double(picture.width) / Double(small.width),
            Double(picture.height) / Double(small.height)
        )
        let x = (Double(picture.width) - step * Double(small.width)) / 2
        let y = (Double(picture.height) - step * Double(small.height)) / 2
        // Chroma lies on the left of its two luma columns, but between its two rows.
        let scale = isChroma ? 2.0 : 1
        let shift = isChroma ? 0.25 : 0
        shrinkingColumns.aim(
            .linear,
            start: x / scale + shift,
            step: step / scale,
            targetLength: small.width,
            sourceLength: picture.width / Int(scale),
            group: group
        )
        shrinkingRows.aim(
            .linear,
            start: y / scale,
            step: step / scale,
            targetLength: small.height,
            sourceLength: picture.height / Int(scale),
            group: 1
        )
        let pixel = scale / Double(reduction)
        enlargingColumns.aim(
            .mitchell,
            start: 1 - shift * pixel,
            step: pixel,
            targetLength: canvas.width / Int(scale),
            sourceLength: small.width,
            group: group
        )
        enlargingRows.aim(
            .mitchell,
            start: 1,
            step: pixel,
            targetLength: canvas.height / Int(scale),
            sourceLength: small.height,
            group: 1
        )
    }
}
