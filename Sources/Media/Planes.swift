import Timeline

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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
    /// The bytes of memory that is mapped for these planes alone; 0 when it comes from the heap.
    private let mappedBytes: Int

    /// - Parameters:
    ///   - size: Even in both directions.
    ///   - areKept: They are kept for a while, among others that come and go: in pages of their own, which are given
    ///     back at once and leave no holes in the heap.
    init(_ size: PixelSize, areKept: Bool = false) {
        self.size = size
        lumaStride = (size.width + 63) & ~63
        chromaStride = (size.width / 2 + 63) & ~63
        let lumaBytes = lumaStride * size.height
        let chromaBytes = chromaStride * size.height / 2
        let bytes = lumaBytes + 2 * chromaBytes
        let pages = areKept ? mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : MAP_FAILED
        if let pages, pages != MAP_FAILED {
            (memory, mappedBytes) = (pages, bytes)
        } else {
            (memory, mappedBytes) = (.allocate(byteCount: bytes, alignment: 64), 0)
        }
        let start = memory.bindMemory(to: UInt8.self, capacity: bytes)
        luma = start
        blue = start + lumaBytes
        red = start + lumaBytes + chromaBytes
    }

    deinit {
        if mappedBytes > 0 {
            munmap(memory, mappedBytes)
        } else {
            memory.deallocate()
        }
    }

    var lumaPlane: Frame.Plane {
        Frame.Plane(start: luma, stride: lumaStride, width: size.width, height: size.height)
    }

    var bluePlane: Frame.Plane {
        Frame.Plane(start: blue, stride: chromaStride, width: size.width / 2, height: size.height / 2)
    }

    var redPlane: Frame.Plane {
        Frame.Plane(start: red, stride: chromaStride, width: size.width / 2, height: size.height / 2)
    }
}
