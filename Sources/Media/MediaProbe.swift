/// Finds out what a file is, by its content alone.
public enum MediaProbe {
    /// Reads the header and decodes enough to know that the file is whole: a picture at reduced size, the first frame of a clip.
    ///
    /// - Parameter memoryLimit: The bytes that decoding a picture may take, see ``decodeMemory(_:)``.
    /// - Throws: ``MediaError`` with `unsupported`, `damaged` or `tooManyPixels`.
    public static func probe(_ file: MediaFile, memoryLimit: Int = 400 << 20) throws(MediaError) -> MediaFacts { fatalError() }

    /// An estimate of the most bytes that decoding this picture takes, made from its header. 0 for clips and songs, whose decoders need a few frames at most.
    public static func decodeMemory(_ file: MediaFile) throws(MediaError) -> Int { fatalError() }
}
