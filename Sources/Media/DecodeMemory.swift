import Timeline

/// How much memory decoders take, by what they are known to keep.
enum DecodeMemory {
    /// Strips, tables and the reduced picture.
    private static let base = 32 << 20

    static func estimate(
        _ bytes: UnsafeRawBufferPointer,
        format: MediaFormat,
        size: PixelSize,
        bands: Int,
        bytesPerSample: Int
    ) -> Int {
        let pixels = size.width * size.height
        let strips = 64 * max(size.width, size.height) * bands * bytesPerSample
        let whole =
            switch format {
            // A progressive JPEG keeps all coefficients, 2 bytes each, until the last scan.
            case .jpg: isProgressive(bytes) ? pixels * bands * 2 : 0
            // An interlaced PNG is complete only after its last pass.
            case .png: isInterlaced(bytes) ? pixels * bands * bytesPerSample : 0
            // The canvas, and the frame that is drawn on it.
            case .gif: pixels * 8
            case .webp: pixels * 8
            // Planes of the coded picture, then the RGB picture, both whole.
            case .heic: pixels * 8
            default: 0
            }
        return base + strips + whole
    }

    /// Bit 0 of the last byte of IHDR (PNG, 11.2.2).
    private static func isInterlaced(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count > 28 && bytes[28] != 0
    }

    /// Several scans: a progressive frame header (SOF2, 6, 10, 14), or a first scan without all components
    /// (ITU-T T.81, B.2).
    private static func isProgressive(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var at = 2
        var components = 0
        while let marker = bytes.bigEndian16(at: at), marker >= 0xFF00, let length = bytes.bigEndian16(at: at + 2) {
            switch marker {
            case 0xFFFF:
                // A fill byte before a marker.
                at += 1
                continue
            case 0xFFC2, 0xFFC6, 0xFFCA, 0xFFCE: return true
            case 0xFFC0, 0xFFC1, 0xFFC9: components = at + 9 < bytes.count ? Int(bytes[at + 9]) : 0
            case 0xFFDA: return at + 4 < bytes.count && Int(bytes[at + 4]) < components
            default: break
            }
            at += 2 + max(2, Int(length))
        }
        return false
    }
}
