import Timeline

extension Frame {
    /// The picture as 8-bit RGB, row by row from the top, three bytes a pixel.
    public func rgb() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size.width * size.height * 3) { bytes, count in
            var index = 0
            for y in 0..<size.height {
                let (lumas, blues, reds) = (luma.row(y), blue.row(y / 2), red.row(y / 2))
                for x in 0..<size.width {
                    // BT.709, limited range, in 16 bits of fraction; see ``YUV``.
                    let light = 76_309 * (Int(lumas[x]) - 16) + 32_768
                    let (b, r) = (Int(blues[x / 2]) - 128, Int(reds[x / 2]) - 128)
                    bytes[index] = Self.byte(light + 117_489 * r)
                    bytes[index + 1] = Self.byte(light - 13_975 * b - 34_925 * r)
                    bytes[index + 2] = Self.byte(light + 138_438 * b)
                    index += 3
                }
            }
            count = index
        }
    }

    private static func byte(_ value: Int) -> UInt8 { UInt8(min(max(value >> 16, 0), 255)) }
}
