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

    /// The time of a moving picture that a frame shows: what is on screen in the middle of the frame's own time, so
    /// that nothing is seen more than about half a frame before or after it happens, and no sound that goes with it is
    /// heard farther off than that. A hair less than half a frame, so that of 60 pictures a second the first of two
    /// is shown, and a clip begins with the very picture at its start.
    static func shownTime(ofFrame frame: Int, from start: Int) -> Milliseconds {
        Milliseconds(max(start + milliseconds(ofFrames: frame) + middle, 0))
    }

    /// In ms.
    private static let middle = 500 / framesPerSecond

    /// The length of so many frames, to the nearest millisecond.
    static func milliseconds(ofFrames frames: Int) -> Int {
        (frames * 1000 + framesPerSecond / 2) / framesPerSecond
    }
}
