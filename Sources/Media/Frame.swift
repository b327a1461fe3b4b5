public import Timeline

/// A picture on its way into the encoder: 8-bit YUV 4:2:0, BT.709 limited range. Used by one thread at a time and used again for the next picture as soon as the encoder has taken it.
public final class Frame {
    /// Even in both directions.
    public let size: PixelSize
    /// A black frame.
    public init(_ size: PixelSize) throws(MediaError) { fatalError() }
    public func fillBlack() { fatalError() }
    /// Copies the picture of another frame of the same size.
    public func copy(_ other: Frame) { fatalError() }
}
