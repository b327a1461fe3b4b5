import CFFmpeg
public import Timeline

/// Sound as planar floats, 48 kHz stereo.
public struct DecodedSound: Hashable, Sendable {
    public var left: [Float]
    /// As long as `left`.
    public var right: [Float]

    public init(left: [Float] = [], right: [Float] = []) {
        self.left = left
        self.right = right
    }

    mutating func appendSilence(_ count: Int) {
        left.append(contentsOf: repeatElement(0, count: count))
        right.append(contentsOf: repeatElement(0, count: count))
    }
}

/// Decodes a song, or the sound of a clip.
public enum SoundReader {
    /// - Parameters:
    ///   - start: Where to begin, from the file's start.
    ///   - limit: The most to read; less comes when the sound ends before. No more than this is ever decoded or held.
    /// - Throws: `unsupported` when there is no sound in the file, `damaged` when none of it can be decoded.
    public static func read(
        _ file: MediaFile,
        from start: Milliseconds = .zero,
        limit: Milliseconds
    ) throws(MediaError) -> DecodedSound {
        let stream = try SoundStream(file, from: start)
        let count = limit.rawValue * EncodedSound.sampleRate / 1000
        var sound = DecodedSound()
        let expected = min(count, stream.expectedCount)
        sound.left.reserveCapacity(expected)
        sound.right.reserveCapacity(expected)
        while sound.left.count < count, try stream.read(into: &sound, most: count - sound.left.count) {}
        guard stream.hasBegun || start > .zero else { throw MediaError.damaged(file) }
        let surplus = max(0, sound.left.count - count)
        sound.left.removeLast(surplus)
        sound.right.removeLast(surplus)
        return sound
    }
}
