public import Timeline

/// The pictures of a clip, one after the other, as plates: upright, with square pixels, in BT.709 limited range. One per thread.
public final class ClipReader {
    /// How the clip's pictures are put into their plates.
    public enum Placement: Hashable, Sendable {
        /// Scaled to cover this size and cropped around the middle.
        case covering(PixelSize)
        /// Whole, on its own blurred copy.
        case onBlurredCopy(PixelSize)
    }
    public init(_ file: MediaFile, placement: Placement) throws(MediaError) { fatalError() }
    /// The picture that is on screen at `time` from the clip's start; the last one past the end. Times that go up are cheap; a step back seeks.
    public func plate(at time: Milliseconds) throws(MediaError) -> Plate { fatalError() }
}
