public import Timeline

/// What a finished video really holds, read back before it is published.
public struct VideoCheck: Hashable, Sendable {
    public var size: PixelSize
    public var videoCodec: String
    public var framesPerSecond: Double
    public var frameCount: Int
    public var videoDuration: Milliseconds
    public var soundCodec: String?
    public var soundDuration: Milliseconds?
    /// The index lies before the media data.
    public var startsAtOnce: Bool
    /// Frames are shown from 0 on, each exactly one frame after the one before.
    public var isSteady: Bool
    public static func probe(descriptor: Int32) throws(MediaError) -> VideoCheck { fatalError() }
}
