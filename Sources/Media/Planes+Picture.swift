import CZimg
import Timeline

extension Planes {
    /// Converts an RGB picture in memory, to be kept. An odd last column or row is doubled.
    convenience init(_ picture: Picture) throws(MediaError) {
        let size = PixelSize(width: (picture.width + 1) & ~1, height: (picture.height + 1) & ~1)
        self.init(size, areKept: true)
        let graph = try ZimgGraph(from: .rgb(size), to: .video(size), .plain)
        let mask = zimg_select_buffer_mask(try graph.sourceRows())
        let rows = mask == kinora_zimg_whole ? size.height : Int(mask) + 1
        let rowBytes = lumaStride
        let strip = UnsafeMutableRawPointer.allocate(byteCount: 3 * rows * rowBytes, alignment: 64)
        let working = UnsafeMutableRawPointer.allocate(byteCount: try graph.workingBytes(), alignment: 64)
        defer {
            strip.deallocate()
            working.deallocate()
        }
        let planes = strip.bindMemory(to: UInt8.self, capacity: 3 * rows * rowBytes)
        var unpacking = Unpacking(
            picture: picture,
            width: size.width,
            mask: mask,
            rowBytes: rowBytes,
            red: planes,
            green: planes + rows * rowBytes,
            blue: planes + 2 * rows * rowBytes
        )
        let source = kinora_zimg_source(
            unpacking.red,
            unpacking.green,
            unpacking.blue,
            rowBytes,
            rowBytes,
            mask
        )
        let target = kinora_zimg_target(luma, blue, red, lumaStride, chromaStride)
        try withUnsafeMutablePointer(to: &unpacking) { (user) throws(MediaError) in
            try graph.process(
                source,
                target,
                working,
                unpack: { user, row, _, _ in
                    guard let user else { return 1 }
                    let unpacking = user.assumingMemoryBound(to: Unpacking.self)
                    // Rows come in groups of the chroma subsampling.
                    unpacking.pointee.unpack(Int(row))
                    unpacking.pointee.unpack(Int(row) + 1)
                    return 0
                },
                user: user
            )
        }
    }
}

/// Splits interleaved rows into the strip that zimg reads from.
private struct Unpacking {
    let picture: Picture
    let width: Int
    let mask: UInt32
    let rowBytes: Int
    let red: UnsafeMutablePointer<UInt8>
    let green: UnsafeMutablePointer<UInt8>
    let blue: UnsafeMutablePointer<UInt8>

    func unpack(_ row: Int) {
        let source = picture.row(min(row, picture.height - 1))
        let offset = Int(UInt32(row) & mask) * rowBytes
        let (red, green, blue) = (red + offset, green + offset, blue + offset)
        let count = picture.width
        if picture.bands >= 3 {
            for x in 0..<count {
                red[x] = source[3 * x]
                green[x] = source[3 * x + 1]
                blue[x] = source[3 * x + 2]
            }
        } else {
            for x in 0..<count {
                red[x] = source[x]
                green[x] = source[x]
                blue[x] = source[x]
            }
        }
        for x in count..<max(count, width) {
            red[x] = red[count - 1]
            green[x] = green[count - 1]
            blue[x] = blue[count - 1]
        }
    }
}
