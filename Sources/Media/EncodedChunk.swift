/// A piece of encoded video that starts with a keyframe and refers to nothing outside of it.
public struct EncodedChunk: Hashable, Sendable {
    /// One encoded frame.
    public struct Packet: Hashable, Sendable {
        public var bytes: [UInt8]
        /// When the frame is shown, in frames from the chunk's start.
        public var shown: Int
        /// When it is decoded, in frames; before 0 at the start, when frames are reordered.
        public var decoded: Int
        public var isKeyframe: Bool
    }

    public var settings: VideoSettings
    /// The sequence and picture parameter sets, in Annex B form.
    public var parameterSets: [UInt8]
    /// In decode order; one packet a frame.
    public var packets: [Packet]

    public var frameCount: Int { packets.count }
}
