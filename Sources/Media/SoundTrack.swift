/// Sound encoded as AAC, ready for the muxer.
public struct EncodedSound: Sendable {
    /// Sound frames (pairs of samples) at 48 kHz, without the encoder's priming.
    public var frameCount: Int
    var configuration: [UInt8]
    var priming: Int
    var packets: [[UInt8]]
}

/// An AAC-LC encoder, 48 kHz stereo. Equal sound gives equal bytes.
public final class AACEncoder {
    public init(bitRate: Int = 192_000) throws(MediaError) { fatalError() }
    /// Adds samples, -1…1; both channels have the same count. Any count at a time will do.
    public func append(left: UnsafeBufferPointer<Float>, right: UnsafeBufferPointer<Float>) throws(MediaError) { fatalError() }
    public func finish() throws(MediaError) -> EncodedSound { fatalError() }
    /// Encodes whole channels at once.
    public static func encode(left: [Float], right: [Float], bitRate: Int = 192_000) throws(MediaError) -> EncodedSound { fatalError() }
}
