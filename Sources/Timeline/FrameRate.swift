/// The frame rate of every video the product makes.
public enum FrameRate {
    public static let framesPerSecond = 30
}

extension Milliseconds {
    /// The whole frames nearest to this length, halves upwards. Every segment is rounded by itself, so that an edit
    /// in one place never moves a rounding elsewhere.
    public var frames: Int {
        // Floored, not truncated: a time before zero is rounded in the same direction as one after it.
        let scaled = rawValue * FrameRate.framesPerSecond + 500
        return scaled >= 0 ? scaled / 1000 : -((999 - scaled) / 1000)
    }

    /// The whole milliseconds nearest to the length of `frames` frames.
    public static func frames(_ frames: Int) -> Milliseconds {
        let rate = FrameRate.framesPerSecond
        let doubled = frames * 2000 + rate
        return Milliseconds(doubled >= 0 ? doubled / (2 * rate) : -((2 * rate - 1 - doubled) / (2 * rate)))
    }
}
