/// A piece of encoded video that starts with a keyframe and refers to nothing outside of it.
public struct EncodedChunk: Sendable {
    public struct Packet: Hashable, Sendable {
        public var bytes: ArraySlice<UInt8>
        /// When the frame is shown, in frames from the chunk's start.
        public var shown: Int
        /// When the frame is decoded, in frames; before 0 at the start.
        public var decoded: Int
        public var isKeyframe: Bool
    }
    public var settings: VideoSettings
    /// The sequence and picture parameter sets, in Annex B form.
    public var parameterSets: [UInt8]
    /// In decode order; one packet a frame.
    public var packets: [Packet]
    public var frameCount: Int { packets.count }

    /// Writes the chunk as a self-contained file with a checksum, from the descriptor's present offset on.
    /// - Throws: `notWritten`, when the disk is full for instance.
    public func write(to descriptor: Int32) throws(MediaError) { fatalError() }
    /// Reads a chunk file back, wherever the descriptor's offset is.
    /// - Throws: `damaged` when it is cut off, changed or of another version.
    public static func read(from descriptor: Int32) throws(MediaError) -> EncodedChunk { fatalError() }
}
