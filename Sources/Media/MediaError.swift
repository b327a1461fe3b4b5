/// Why a medium cannot be read or a video cannot be written.
public struct MediaError: Error, Hashable, Sendable {
    public enum Code: String, Codable, Hashable, Sendable {
        /// Not one of the accepted types, by its content.
        case unsupported
        /// Of an accepted type, but cut off or broken.
        case damaged
        /// Holds no byte at all.
        case empty
        /// Its decoded picture would not fit into the memory allowed.
        case tooManyPixels
        /// The file cannot be read.
        case unreadable
        /// The output cannot be written, for want of space for instance.
        case notWritten
        /// A library refused a call that should have worked.
        case failed
    }

    public var code: Code
    /// A sentence for the person. It names the file by the name it was opened under.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static func damaged(_ file: MediaFile) -> MediaError {
        MediaError(.damaged, "\(file.name) is damaged or cut off. Copy it again from where it came from.")
    }
}
