/// A colour in BT.709, limited range: luma 16…235, the others 16…240 around 128. Outside of them it is a colour that no
/// screen shows.
struct YUV {
    let luma: Double
    let blue: Double
    let red: Double

    init(luma: Double, blue: Double, red: Double) {
        self.luma = luma
        self.blue = blue
        self.red = red
    }

    /// - Parameter rgb: Red, green and blue, 0…1.
    init(_ rgb: SIMD3<Double>) {
        let y = rgb.luma
        luma = 16 + 219 * y
        blue = 128 + 224 * (rgb.z - y) / 1.8556
        red = 128 + 224 * (rgb.x - y) / 1.5748
    }

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.init(SIMD3(Double(red), Double(green), Double(blue)) / 255)
    }

    var rgb: SIMD3<Double> {
        let y = (luma - 16) / 219
        let (r, b) = (y + (red - 128) / 224 * 1.5748, y + (blue - 128) / 224 * 1.8556)
        return SIMD3(r, (y - 0.2126 * r - 0.0722 * b) / 0.7152, b)
    }
}

extension SIMD3<Double> {
    /// The luma of a colour in RGB, by BT.709.
    var luma: Double { 0.2126 * x + 0.7152 * y + 0.0722 * z }
}
