public import Timeline

/// How moving pictures are put into their plates.
public enum PicturePlacement: Hashable, Sendable {
    /// Scaled down until they just cover this size, or a part of them does that is given in pixels of the picture as
    /// seen, to the nearest two or four; never enlarged. Of what lies beside the part nothing is left.
    case covering(PixelSize, part: Region? = nil)
    /// Whole, on their own blurred copy of this size.
    case onBlurredCopy(PixelSize)
}

/// Pictures that change by themselves. Used by one thread at a time.
public protocol MovingPicture: AnyObject {
    /// The picture that is on screen at `time` from the start.
    func plate(at time: Milliseconds) throws(MediaError) -> Plate
}

extension PixelSize {
    /// How much a picture of this size is scaled to fit into a box.
    func scale(fitting box: PixelSize) -> Double {
        min(Double(box.width) / Double(max(1, width)), Double(box.height) / Double(max(1, height)))
    }

    /// How much a picture of this size is scaled down so that it just covers a box.
    func scale(covering box: PixelSize) -> Double {
        min(1, max(Double(box.width) / Double(max(1, width)), Double(box.height) / Double(max(1, height))))
    }

    /// The nearest size of so many times this one that is even in both directions.
    func even(_ scale: Double) -> PixelSize {
        PixelSize(
            width: max(2, Int((Double(width) * scale / 2).rounded()) * 2),
            height: max(2, Int((Double(height) * scale / 2).rounded()) * 2)
        )
    }
}
