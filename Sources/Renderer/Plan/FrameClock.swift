internal import Timeline

/// How the timeline's milliseconds become frames: every length is rounded to whole frames by itself and frames are
/// summed, so an edit in one place never moves a rounding in another.
enum FrameClock {
    static let framesPerSecond = 30
    /// Samples per second of every sound in a video.
    static let samplesPerSecond = 48_000
    static let samplesPerFrame = samplesPerSecond / framesPerSecond

    /// The whole number of frames nearest to a length.
    static func frames(in length: Milliseconds) -> Int {
        (length.rawValue * framesPerSecond + 500) / 1000
    }

    /// The length of so many frames, to the nearest millisecond.
    static func milliseconds(ofFrames frames: Int) -> Int {
        (frames * 1000 + framesPerSecond / 2) / framesPerSecond
    }
}
