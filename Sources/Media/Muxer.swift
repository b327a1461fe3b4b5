/// Joins chunks and a sound track, without encoding anything again, into an MP4 whose index comes first.
public final class Muxer {
    /// - Parameter descriptor: An empty file open for reading and writing; stays the caller's, who syncs and closes it.
    public init(descriptor: Int32, settings: VideoSettings, sound: EncodedSound?) throws(MediaError) { fatalError() }
    /// Adds the next chunk. Its settings must be the muxer's.
    public func append(_ chunk: EncodedChunk) throws(MediaError) { fatalError() }
    /// Writes what is left and the index.
    public func finish() throws(MediaError) { fatalError() }
}
