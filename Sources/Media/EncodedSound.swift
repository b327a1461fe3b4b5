/// Sound encoded as AAC, ready for the muxer.
public struct EncodedSound: Hashable, Sendable {
    /// Pairs of samples at 48 kHz, without the encoder's priming.
    public var frameCount: Int

    /// The AudioSpecificConfig of ISO 14496-3.
    var configuration: [UInt8]
    /// Samples that the encoder puts before the first.
    var priming: Int
    /// 1024 samples each.
    var packets: [[UInt8]]

    static let samplesPerPacket = 1024
    static let sampleRate = 48_000
}
