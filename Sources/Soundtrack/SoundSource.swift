/// Sound that is read piece by piece, wherever it lies: what is longer than a few minutes does not fit into memory.
public protocol SoundSource {
    /// The length in frames.
    var frames: Int { get }

    /// A stretch of it.
    /// - Parameter range: Within its length.
    func read(_ range: Range<Int>) throws(SoundtrackError) -> StereoSound
}

extension SoundSource {
    /// Goes through a range from its beginning to its end, a second at a time.
    /// - Parameters:
    ///   - range: What lies outside of the sound is left out.
    ///   - body: Gets the pieces, and where each begins.
    func forEachPiece(
        in range: Range<Int>? = nil,
        _ body: (_ piece: StereoSound, _ start: Int) throws(SoundtrackError) -> Void
    ) throws(SoundtrackError) {
        let range = (range ?? 0..<frames).clamped(to: 0..<frames)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: StereoSound.sampleRate) {
            try body(try read(start..<min(start + StereoSound.sampleRate, range.upperBound)), start)
        }
    }
}

extension StereoSound: SoundSource {
    public func read(_ range: Range<Int>) -> StereoSound {
        StereoSound(left: Array(left[range]), right: Array(right[range]))
    }
}
