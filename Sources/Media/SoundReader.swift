public import Timeline

/// Sound as planar floats, 48 kHz stereo.
public struct DecodedSound: Sendable {
    public var left: [Float]
    public var right: [Float]
    public init(left: [Float] = [], right: [Float] = []) { self.left = left; self.right = right }
}

/// Decodes a song, or the sound of a clip.
public enum SoundReader {
    /// - Parameters:
    ///   - start: Where to begin, from the file's start.
    ///   - limit: The most to read.
    public static func read(_ file: MediaFile, from start: Milliseconds = .zero, limit: Milliseconds) throws(MediaError) -> DecodedSound { fatalError() }
}
