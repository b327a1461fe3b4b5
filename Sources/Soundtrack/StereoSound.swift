public import Timeline

/// Two channels of samples at 48 kHz, equally long. Full scale is ±1.
public struct StereoSound: Hashable, Sendable {
    /// Frames per second.
    public static let sampleRate = 48_000
    /// Whole milliseconds are whole frames.
    static let framesPerMillisecond = sampleRate / 1000

    public var left: [Float]
    public var right: [Float]

    public init(left: [Float], right: [Float]) {
        precondition(left.count == right.count, "The channels of a sound are equally long.")
        self.left = left
        self.right = right
    }

    /// Silence.
    public init(frames: Int) {
        left = [Float](repeating: 0, count: max(frames, 0))
        right = left
    }

    /// Silence as long as a time on the timeline, to the frame.
    public init(length: Milliseconds) {
        self.init(frames: StereoSound.frames(in: length))
    }

    /// The length in frames.
    public var frames: Int { left.count }

    public var length: Milliseconds { .seconds(Double(frames) / Double(StereoSound.sampleRate)) }

    public static func frames(in length: Milliseconds) -> Int {
        length.rawValue * framesPerMillisecond
    }
}
