extension EncodedSound {
    private static let signature: UInt32 = 0x3153_434B  // "KCS1"
    private static let headerFields = 5

    /// Writes the sound as a self-contained file, from the descriptor's present offset on. All numbers are 32 bits,
    /// little-endian:
    ///
    ///     signature | frames, priming, bytes of the configuration, packet count | bytes of each packet |
    ///     configuration | packets
    ///
    /// - Throws: `notWritten`, when the disk is full for instance.
    public func write(to descriptor: Int32) throws(MediaError) {
        var data: [UInt8] = []
        func put(_ number: Int) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { data.append(contentsOf: $0) }
        }
        put(Int(Self.signature))
        put(frameCount)
        put(priming)
        put(configuration.count)
        put(packets.count)
        for packet in packets { put(packet.count) }
        data += configuration
        for packet in packets { data += packet }
        try Output.put(data, to: descriptor)
    }

    /// Reads a sound file back, wherever the descriptor's offset is.
    ///
    /// - Throws: `damaged` when it is cut off or of another version.
    public static func read(from descriptor: Int32) throws(MediaError) -> EncodedSound {
        let file = try MediaFile(descriptor: descriptor, name: "The stored sound of the video")
        let damaged = MediaError(.damaged, "The stored sound of the video is damaged. It must be made again.")
        func number(_ index: Int) -> Int {
            Int(UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
        }
        guard file.size >= headerFields * 4, number(0) == Int(signature) else { throw damaged }
        let count = number(4)
        var position = (headerFields + count) * 4
        guard position <= file.size else { throw damaged }
        func take(_ length: Int) throws(MediaError) -> [UInt8] {
            guard position + length <= file.size else { throw damaged }
            defer { position += length }
            return Array(file.bytes[position..<position + length])
        }
        let configuration = try take(number(3))
        var packets: [[UInt8]] = []
        packets.reserveCapacity(count)
        for index in 0..<count { packets.append(try take(number(headerFields + index))) }
        guard position == file.size else { throw damaged }
        return EncodedSound(
            frameCount: number(1),
            configuration: configuration,
            priming: number(2),
            packets: packets
        )
    }
}
