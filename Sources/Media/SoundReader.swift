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
    /// Decodes it piece by piece, of about a second each.
    ///
    /// - Parameters:
    ///   - start: Where to begin, from the file's start.
    ///   - limit: The most to read; less comes when the sound ends before. No more than this is ever decoded.
    ///   - take: Gets the pieces in order, none of them empty.
    /// - Throws: `unsupported` when there is no sound in the file, `damaged` when none of it can be decoded, and what
    ///   `take` throws.
    public static func read(
        _ file: MediaFile,
        from start: Milliseconds = .zero,
        limit: Milliseconds,
        into take: (DecodedSound) throws -> Void
    ) throws {
        let stream = try SoundStream(file, from: start)
        var rest = limit.rawValue * EncodedSound.sampleRate / 1000
        var sound = DecodedSound()
        var goesOn = true
        while goesOn, rest > 0 {
            goesOn = try stream.read(into: &sound, most: rest - sound.left.count)
            guard !goesOn || sound.left.count >= min(EncodedSound.sampleRate, rest) else { continue }
            let surplus = max(0, sound.left.count - rest)
            sound.left.removeLast(surplus)
            sound.right.removeLast(surplus)
            rest -= sound.left.count
            if !sound.left.isEmpty { try take(sound) }
            sound = DecodedSound()
        }
        guard stream.hasBegun || start > .zero else { throw MediaError.damaged(file) }
    }
}
