/// A single-threaded H.264 encoder: equal settings and equal frames give equal bytes.
public final class VideoEncoder {
    public let settings: VideoSettings
    public init(_ settings: VideoSettings) throws(MediaError) { fatalError() }
    /// Encodes the next frame. The frame may be drawn into again when this returns.
    public func encode(_ frame: Frame) throws(MediaError) { fatalError() }
    /// Ends the stream and gives all of it.
    public func finish() throws(MediaError) -> EncodedChunk { fatalError() }
}
