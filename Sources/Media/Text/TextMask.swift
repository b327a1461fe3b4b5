import Timeline

/// How dense something is at each pixel, a byte each.
struct TextMask {
    let width: Int
    let height: Int
    private(set) var values: [UInt8]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        values = [UInt8](repeating: 0, count: width * height)
    }

    /// The alpha of a part of two surfaces, one over the other.
    init(_ region: TextRegion, of surface: TextSurface, over under: TextSurface?) {
        self.init(width: region.width, height: region.height)
        for y in 0..<height {
            let over = surface.row(region.top + y) + 4 * region.left
            let below = under.map { $0.row(region.top + y) + 4 * region.left }
            for x in 0..<width {
                let alpha = Int(over[4 * x + 3])
                let rest = below.map { (255 - alpha) * Int($0[4 * x + 3]) / 255 } ?? 0
                values[y * width + x] = UInt8(alpha + rest)
            }
        }
    }

    /// Spread out by a Gauss function; blurring spreads thin, and the factor makes it dense again near the letters.
    func blurred(sigma: Double, factor: Double) throws(MediaError) -> TextMask {
        guard sigma <= 6 else { return try blurredSmall(sigma: sigma, factor: factor) }
        let blurred = try Picture(copying: values, size: PixelSize(width: width, height: height), bands: 1)
            .blurred(sigma: sigma).scaledValues(factor).asBytes().inMemory()
        var mask = self
        for y in 0..<height {
            let row = blurred.row(y)
            for x in 0..<width { mask.values[y * width + x] = row[x] }
        }
        return mask
    }

    /// What is blurred widely has nothing that a picture of a quarter of the size could not show.
    private func blurredSmall(sigma: Double, factor: Double) throws(MediaError) -> TextMask {
        let step = 4
        var small = TextMask(width: (width + step - 1) / step, height: (height + step - 1) / step)
        var sums = [Int](repeating: 0, count: small.width * small.height)
        for y in 0..<height {
            for x in 0..<width { sums[y / step * small.width + x / step] += Int(values[y * width + x]) }
        }
        for index in sums.indices { small.values[index] = UInt8(sums[index] / (step * step)) }
        let soft = try small.blurred(sigma: sigma / Double(step), factor: factor)
        var mask = self
        for y in 0..<height {
            let place = max(0, (Double(y) + 0.5) / Double(step) - 0.5)
            let (top, below) = (Int(place), min(Int(place) + 1, small.height - 1))
            let down = place - Double(top)
            for x in 0..<width {
                let place = max(0, (Double(x) + 0.5) / Double(step) - 0.5)
                let (left, beside) = (Int(place), min(Int(place) + 1, small.width - 1))
                let right = place - Double(left)
                let upper = soft.value(left, top) * (1 - right) + soft.value(beside, top) * right
                let lower = soft.value(left, below) * (1 - right) + soft.value(beside, below) * right
                mask.values[y * width + x] = UInt8((upper * (1 - down) + lower * down).rounded())
            }
        }
        return mask
    }

    private func value(_ x: Int, _ y: Int) -> Double { Double(values[y * width + x]) }

    func row(_ y: Int) -> ArraySlice<UInt8> { values[(y * width)..<((y + 1) * width)] }

    /// Takes a part of another mask over.
    ///
    /// - Parameter origin: where the other's first pixel lies in this one.
    mutating func copy(_ region: TextRegion, of other: TextMask, at origin: (left: Int, top: Int)) {
        for y in region.top..<region.bottom {
            let source = (y - origin.top) * other.width - origin.left
            for x in region.left..<region.right { values[y * width + x] = other.values[source + x] }
        }
    }
}

/// A part of a bitmap, in whole pixels.
struct TextRegion: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    var width: Int { right - left }
    var height: Int { bottom - top }
    var isEmpty: Bool { right <= left || bottom <= top }

    func union(_ other: TextRegion) -> TextRegion {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return TextRegion(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }

    /// Larger on all sides, within a bitmap of this size, at even places.
    func grown(by pixels: Int, in size: (width: Int, height: Int)) -> TextRegion {
        TextRegion(
            left: max(left - pixels, 0) & ~1,
            top: max(top - pixels, 0) & ~1,
            right: min((right + pixels + 1) & ~1, size.width),
            bottom: min((bottom + pixels + 1) & ~1, size.height)
        )
    }
}
