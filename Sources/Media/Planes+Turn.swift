import Timeline

extension Planes {
    /// Turned clockwise by quarters.
    func turned(_ quarters: Int) -> Planes {
        guard quarters % 4 != 0 else { return self }
        let turned = Planes(quarters % 2 == 0 ? size : PixelSize(width: size.height, height: size.width))
        let (width, height) = (size.width, size.height)
        Self.turn(luma, lumaStride, width, height, into: turned.luma, turned.lumaStride, quarters)
        Self.turn(blue, chromaStride, width / 2, height / 2, into: turned.blue, turned.chromaStride, quarters)
        Self.turn(red, chromaStride, width / 2, height / 2, into: turned.red, turned.chromaStride, quarters)
        return turned
    }

    private static func turn(
        _ source: UnsafeMutablePointer<UInt8>,
        _ sourceStride: Int,
        _ width: Int,
        _ height: Int,
        into target: UnsafeMutablePointer<UInt8>,
        _ targetStride: Int,
        _ quarters: Int
    ) {
        for y in 0..<height {
            let row = source + y * sourceStride
            switch quarters {
            case 1: for x in 0..<width { target[x * targetStride + height - 1 - y] = row[x] }
            case 2: for x in 0..<width { target[(height - 1 - y) * targetStride + width - 1 - x] = row[x] }
            default: for x in 0..<width { target[(width - 1 - x) * targetStride + y] = row[x] }
            }
        }
    }
}
