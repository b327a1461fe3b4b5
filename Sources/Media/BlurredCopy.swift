import Timeline

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lays pictures of one size on their own enlarged, blurred and darkened copies, with a soft shadow between them. Used
/// by one thread at a time; what it works with is used again for the next picture.
///
/// The copy is made small, since nothing of it is sharp, and keeps 15 bits a pixel until it is enlarged, so that its soft
/// shades have no steps but those of the finished picture.
final class BlurredCopy {
    /// The copy is made this much smaller.
    private static let reduction = 8
    /// How far the copy and the shadow are blurred, in parts of the canvas's short side.
    private static let softness = 1.0 / 29
    private static let shadowSoftness = 1.0 / 40
    /// Of the copy, so that the picture stands out.
    private static let brightness = 0.6
    /// How dark the shadow is at the picture's edge.
    private static let shadow = 0.5

    let canvas: PixelSize
    let picture: PixelSize
    private let scaler = PlaneScaler()
    private let luma: BlurredPlaneTaps
    private let chroma: BlurredPlaneTaps
    private let blur: SoftBlur
    /// The small copy, before and after it is blurred.
    private let small: Frame.Plane
    private let soft: WidePlane
    /// What is left of each of its pixels' brightness, in 1/32768, where it lies in the shadow.
    private let shade: WidePlane

    /// - Parameters:
    ///   - canvas: Even in both directions, as all sizes here.
    ///   - picture: The one that is laid on it; no larger.
    init(canvas: PixelSize, picture: PixelSize) {
        self.canvas = canvas
        self.picture = picture
        // One more on each side is what the enlargement's kernel reads beyond the canvas.
        let size = PixelSize(
            width: (canvas.width + Self.reduction - 1) / Self.reduction + 2,
            height: (canvas.height + Self.reduction - 1) / Self.reduction + 2
        )
        luma = BlurredPlaneTaps(canvas, picture, size, reduction: Self.reduction, isChroma: false)
        chroma = BlurredPlaneTaps(canvas, picture, size, reduction: Self.reduction, isChroma: true)
        let short = Double(min(canvas.width, canvas.height)) / Double(Self.reduction)
        blur = SoftBlur(sigma: short * Self.softness, size)
        soft = WidePlane(size)
        shade = WidePlane(size)
        small = Frame.Plane(
            start: .allocate(capacity: soft.stride * size.height),
            stride: soft.stride,
            width: size.width,
            height: size.height
        )
        fillShade(size, sigma: short * Self.shadowSoftness)
    }

    deinit {
        small.start.deallocate()
        soft.start.deallocate()
        shade.start.deallocate()
    }

    /// How far the picture lies from the canvas's left and upper edges.
    private var place: (left: Int, top: Int) {
        ((canvas.width - picture.width) / 2 & ~1, (canvas.height - picture.height) / 2 & ~1)
    }

    /// Lays a picture on its copy, unless it is as large as the canvas.
    ///
    /// - Parameters:
    ///   - copy: What pictures of this size are laid with, made for the first of them.
    ///   - target: Gives planes of the canvas's size.
    static func lay(
        _ picture: Planes,
        on canvas: PixelSize,
        with copy: inout BlurredCopy?,
        into target: () -> Planes
    ) -> Planes {
        guard picture.size != canvas else { return picture }
        let used = copy ?? BlurredCopy(canvas: canvas, picture: picture.size)
        copy = used
        let planes = target()
        used.lay(picture, into: planes)
        return planes
    }

    /// - Parameter target: Planes of the canvas's size, all of which are written.
    func lay(_ source: Planes, into target: Planes) {
        precondition(source.size == picture && target.size == canvas, "it is made for pictures of one size")
        let (left, top) = place
        let planes = [
            (source.lumaPlane, target.lumaPlane, luma, 1), (source.bluePlane, target.bluePlane, chroma, 2),
            (source.redPlane, target.redPlane, chroma, 2),
        ]
        for (source, target, taps, scale) in planes {
            spread(source, taps, black: scale == 1 ? 16 : 128, into: target)
            for y in 0..<source.height {
                (target.row(top / scale + y) + left / scale).update(from: source.row(y), count: source.width)
            }
        }
    }

    /// Fills a plane with the blurred copy of another.
    private func spread(_ source: Frame.Plane, _ taps: BlurredPlaneTaps, black: Int16, into target: Frame.Plane) {
        scaler.scale(
            source.start,
            stride: source.stride,
            columns: taps.shrinkingColumns,
            rows: taps.shrinkingRows,
            into: small
        )
        blur.blur(small, into: soft)
        for y in 0..<small.height {
            Row.darken(soft.row(y), by: shade.row(y), to: black << 7, small.width)
        }
        scaler.scale(soft, columns: taps.enlargingColumns, rows: taps.enlargingRows, into: target)
    }

    /// The shadow of a rectangle is the product of what it is along either side.
    private func fillShade(_ size: PixelSize, sigma: Double) {
        let (left, top) = place
        let columns = Self.cover(size.width, from: left, to: left + picture.width, sigma: sigma)
        let rows = Self.cover(size.height, from: top, to: top + picture.height, sigma: sigma)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let factor = Self.brightness * (1 - Self.shadow * columns[x] * rows[y])
                shade.row(y)[x] = Int16((factor * Double(ScalingTaps.one)).rounded())
            }
        }
    }

    /// How much of the blurred shadow lies on each small pixel of a line.
    private static func cover(_ count: Int, from start: Int, to end: Int, sigma: Double) -> [Double] {
        (0..<count).map { index in
            let place = (Double(index) - 0.5) * Double(reduction)
            let reach = sigma * Double(reduction) * 2.0.squareRoot()
            return (erf((Double(end) - place) / reach) - erf((Double(start) - place) / reach)) / 2
        }
    }
}

extension Row {
    /// Brings wide pixels nearer to black, each as far as its factor says, in 1/32768.
    static func darken(
        _ row: UnsafeMutablePointer<Int16>,
        by factors: UnsafePointer<Int16>,
        to black: Int16,
        _ count: Int
    ) {
        let black = Int32(black)
        for x in 0..<count {
            let value = (Int32(row[x]) &- black) &* Int32(factors[x]) &+ (1 << 14)
            row[x] = Int16(truncatingIfNeeded: (value >> 15) &+ black)
        }
    }
}
