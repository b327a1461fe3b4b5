internal import Timeline

extension TextBitmap {
    /// How dense the shade around all words is, and the shadow that follows the letters.
    private static let haloOpacity: Float = 0.5
    private static let shadowOpacity: Float = 0.74

    /// Lays everything over each other in a part of the bitmap, at even places, and writes it into the planes.
    func compose(_ region: TextRegion) {
        let width = size.width
        let shade = Ink(red: Float(self.shade.red), green: Float(self.shade.green), blue: Float(self.shade.blue))
        for top in stride(from: region.top, to: region.bottom, by: 2) {
            for left in stride(from: region.left, to: region.right, by: 2) {
                var (blues, reds, alphas) = (Float(0), Float(0), Float(0))
                for (x, y) in [(left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)] {
                    let index = y * width + x
                    var ink = Ink()
                    if let halo { ink.cover(shade, Float(halo.values[index]) / 255 * TextBitmap.haloOpacity) }
                    if let ground { ink.cover(ground.row(y) + 4 * x) }
                    ink.cover(shade, Float(shadow.values[index]) / 255 * TextBitmap.shadowOpacity)
                    if let outline { ink.cover(outline.row(y) + 4 * x) }
                    ink.cover(fill.row(y) + 4 * x)
                    let planes = ink.planes
                    luma[index] = UInt8(min(max(planes.luma.rounded(), 0), 255))
                    alpha[index] = UInt8(min((ink.alpha * 255).rounded(), 255))
                    blues += planes.blue
                    reds += planes.red
                    alphas += ink.alpha
                }
                let index = top / 2 * (width / 2) + left / 2
                blue[index] = UInt8(min(max((blues / 4).rounded(), 0), 255))
                red[index] = UInt8(min(max((reds / 4).rounded(), 0), 255))
                chromaAlpha[index] = UInt8(min(255, (alphas / 4 * 255).rounded()))
            }
        }
    }
}

/// What has been laid on a pixel so far, its colour multiplied by its coverage.
private struct Ink {
    var red: Float = 0
    var green: Float = 0
    var blue: Float = 0
    /// 0 to 1.
    var alpha: Float = 0

    /// Lays a colour over it.
    mutating func cover(_ color: Ink, _ opacity: Float) {
        let rest = 1 - opacity
        red = red * rest + color.red * opacity
        green = green * rest + color.green * opacity
        blue = blue * rest + color.blue * opacity
        alpha = alpha * rest + opacity
    }

    /// Lays a pixel of a surface over it.
    mutating func cover(_ pixel: UnsafePointer<UInt8>) {
        guard pixel[3] > 0 else { return }
        let opacity = Float(pixel[3]) / 255
        let rest = 1 - opacity
        red = red * rest + Float(pixel[2])
        green = green * rest + Float(pixel[1])
        blue = blue * rest + Float(pixel[0])
        alpha = alpha * rest + opacity
    }

    /// In BT.709 limited range, multiplied by the coverage as the colour is.
    var planes: (luma: Float, blue: Float, red: Float) {
        let light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        return (
            16 * alpha + light * 219 / 255,
            128 * alpha + (blue - light) / 1.8556 * 224 / 255,
            128 * alpha + (red - light) / 1.5748 * 224 / 255
        )
    }
}
