import Timeline

/// Memory for a picture in YUV 4:2:0, rows aligned to 64 bytes.
//
// @unchecked: written by its maker alone, before anyone else has it.
final class Planes: @unchecked Sendable {
    let size: PixelSize
    let lumaStride: Int
    let chromaStride: Int
    let luma: UnsafeMutablePointer<UInt8>
    let blue: UnsafeMutablePointer<UInt8>
    let red: UnsafeMutablePointer<UInt8>
    private let memory: UnsafeMutableRawPointer

    /// - Parameter size: Even in both directions.
    init(_ size: PixelSize) {
        self.size = size
        lumaStride = (size.width + 63) & ~63
        chromaStride = (size.width / 2 + 63) & ~63
        let lumaBytes = lumaStride * size.height
        let chromaBytes = chromaStride * size.height / 2
        memory = .allocate(byteCount: lumaBytes + 2 * chromaBytes, alignment: 64)
        let start = memory.bindMemory(to: UInt8.self, capacity: lumaBytes + 2 * chromaBytes)
        luma = start
        blue = start + lumaBytes
        red = start + lumaBytes + chromaBytes
    }

    deinit {
        memory.deallocate()
    }
}
