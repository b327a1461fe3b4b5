import CFFmpeg
import Timeline

/// The chunk file. All numbers are 32 bits, little-endian; a checksum of everything before it ends the file:
///
///     signature | width height fps preset crf gop | bytes of parameter sets, packet count |
///     per packet: bytes, shown, decoded, key | parameter sets | packets | CRC-32
///
/// A format of its own rather than a container's, because it must give back exactly what the encoder gave, times below
/// zero included, and must not be taken for whole when it is not.
extension EncodedChunk {
    private static let signature: UInt32 = 0x314B_434B  // "KCK1"
    private static let headerFields = 9
    private static let packetFields = 4
    private static let presets: [VideoSettings.Preset] = [.ultrafast, .veryfast, .medium]

    /// Writes the chunk as a self-contained file with a checksum, from the descriptor's present offset on.
    ///
    /// - Throws: `notWritten`, when the disk is full for instance.
    public func write(to descriptor: Int32) throws(MediaError) {
        var data: [UInt8] = []
        data.reserveCapacity(packets.reduce(256 + parameterSets.count) { $0 + $1.bytes.count + 16 })
        func put(_ number: Int) {
            withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) { data.append(contentsOf: $0) }
        }
        put(Int(Self.signature))
        put(settings.size.width)
        put(settings.size.height)
        put(settings.framesPerSecond)
        put(Self.presets.firstIndex(of: settings.preset) ?? 0)
        put(settings.rateFactor)
        put(settings.keyframeInterval)
        put(parameterSets.count)
        put(packets.count)
        for packet in packets {
            put(packet.bytes.count)
            put(packet.shown)
            put(packet.decoded)
            put(packet.isKeyframe ? 1 : 0)
        }
        data += parameterSets
        for packet in packets { data += packet.bytes }
        put(Int(Self.checksum(data[...])))
        try Output.put(data, to: descriptor)
    }

    /// Reads a chunk file back, wherever the descriptor's offset is.
    ///
    /// - Throws: `damaged` when it is cut off, changed or of another version.
    public static func read(from descriptor: Int32) throws(MediaError) -> EncodedChunk {
        let file = try MediaFile(descriptor: descriptor, name: "A stored piece of the video")
        let damaged = MediaError(.damaged, "A stored piece of the video is damaged. It must be encoded again.")
        let end = file.size - 4
        func number(_ index: Int) -> Int {
            Int(Int32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)))
        }
        guard end >= headerFields * 4, number(0) == Int(signature),
            UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self))
                == checksum(UnsafeRawBufferPointer(rebasing: file.bytes[0..<end]))
        else { throw damaged }
        let (setBytes, count) = (number(7), number(8))
        guard presets.indices.contains(number(4)), setBytes >= 0, count >= 0,
            (headerFields + count * packetFields) * 4 + setBytes <= end
        else { throw damaged }
        var position = (headerFields + count * packetFields) * 4
        func take(_ length: Int) throws(MediaError) -> [UInt8] {
            guard length >= 0, position + length <= end else { throw damaged }
            defer { position += length }
            return Array(file.bytes[position..<position + length])
        }
        let parameterSets = try take(setBytes)
        var packets: [Packet] = []
        packets.reserveCapacity(count)
        for index in 0..<count {
            let entry = headerFields + index * packetFields
            packets.append(
                Packet(
                    bytes: try take(number(entry)),
                    shown: number(entry + 1),
                    decoded: number(entry + 2),
                    isKeyframe: number(entry + 3) != 0
                )
            )
        }
        guard position == end else { throw damaged }
        let settings = VideoSettings(
            size: PixelSize(width: number(1), height: number(2)),
            framesPerSecond: number(3),
            preset: presets[number(4)],
            rateFactor: number(5),
            keyframeInterval: number(6)
        )
        return EncodedChunk(settings: settings, parameterSets: parameterSets, packets: packets)
    }

    private static func checksum(_ data: ArraySlice<UInt8>) -> UInt32 {
        data.withUnsafeBytes { checksum($0) }
    }

    private static func checksum(_ data: UnsafeRawBufferPointer) -> UInt32 {
        let bytes = data.assumingMemoryBound(to: UInt8.self)
        return av_crc(av_crc_get_table(AV_CRC_32_IEEE_LE), 0, bytes.baseAddress, bytes.count)
    }
}
