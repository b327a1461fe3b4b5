/// Why there is no sound.
public struct SoundtrackError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// No SoundFont is installed, or the file is not there.
        case soundFontMissing
        /// The file is no SoundFont that can be read.
        case soundFontUnreadable
        /// What does not fit into memory could not be put on the disk.
        case notWritten
        /// A library refused its work; the message names the function.
        case failed
    }

    public var code: Code
    /// A sentence for the person.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
