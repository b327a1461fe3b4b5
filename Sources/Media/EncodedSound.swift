/// Sound encoded as AAC in a file of its own, ready for the muxer. It is read piece by piece: the sound of a long video
/// takes no more memory than that of a short one.
///
/// The file has a form of its own. All numbers are 32 bits, little-endian:
///
///     per packet: bytes of the packet, packet | configuration |
///     bytes of the configuration, frames, priming, packet count, signature
///
/// What describes the whole comes last, since it is not known before; a file that was cut off lacks it.
public struct EncodedSound {
    /// Pairs of samples at 48 kHz, without the encoder's priming.
    public let frameCount: Int

    /// The AudioSpecificConfig of ISO 14496-3.
    let configuration: [UInt8]
    /// Samples that the encoder puts before the first.
    let priming: Int
    let packetCount: Int
    private let file: MediaFile
    /// Where the next packet lies.
    private var position = 0

    static let samplesPerPacket = 1024
    static let sampleRate = 48_000

    fileprivate static let signature = 0x3253_434B  // "KCS2"
    private static let trailerFields = 5

    /// - Parameter descriptor: A sound file, wherever the descriptor's offset is. It stays the caller's, who may close it
    ///   at once.
    /// - Throws: `damaged` when it is cut off or of another version.
    public init(descriptor: Int32) throws(MediaError) {
        let file = try MediaFile(descriptor: descriptor, name: "The stored sound of the video")
        let trailer = file.size - Self.trailerFields * 4
        func number(_ field: Int) -> Int { file.number(at: trailer + field * 4) }
        guard trailer >= 0, number(4) == Self.signature, number(0) <= trailer else { throw Self.damaged }
        configuration = Array(file.bytes[trailer - number(0)..<trailer])
        frameCount = number(1)
        priming = number(2)
        packetCount = number(3)
        self.file = file
    }

    private static var damaged: MediaError {
        MediaError(.damaged, "The stored sound of the video is damaged. It must be made again.")
    }

    /// The next packet, of 1024 samples; its memory is good as long as the sound.
    mutating func nextPacket() throws(MediaError) -> UnsafeRawBufferPointer {
        let start = position + 4
        guard start <= file.size else { throw Self.damaged }
        let end = start + file.number(at: position)
        guard end <= file.size else { throw Self.damaged }
        file.letGo(after: position..<end)
        position = end
        return UnsafeRawBufferPointer(rebasing: file.bytes[start..<end])
    }
}

extension MediaFile {
    fileprivate func number(at offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}

/// Writes the file of an ``EncodedSound``, from the descriptor's present offset on.
struct EncodedSoundWriter {
    private let descriptor: Int32
    private var packetCount = 0
    /// What is not written yet.
    private var waiting: [UInt8] = []

    private static let room = 64 << 10

    init(descriptor: Int32) {
        self.descriptor = descriptor
        waiting.reserveCapacity(Self.room)
    }

    /// - Throws: `notWritten`, when the disk is full for instance.
    mutating func append(_ packet: UnsafeBufferPointer<UInt8>) throws(MediaError) {
        packetCount += 1
        put(packet.count)
        waiting.append(contentsOf: packet)
        if waiting.count >= Self.room { try flush() }
    }

    /// Ends the file.
    mutating func finish(frameCount: Int, configuration: [UInt8], priming: Int) throws(MediaError) {
        waiting += configuration
        put(configuration.count)
        put(frameCount)
        put(priming)
        put(packetCount)
        put(EncodedSound.signature)
        try flush()
    }

    private mutating func put(_ number: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { waiting.append(contentsOf: $0) }
    }

    private mutating func flush() throws(MediaError) {
        try Output.put(waiting, to: descriptor)
        waiting.removeAll(keepingCapacity: true)
    }
}
