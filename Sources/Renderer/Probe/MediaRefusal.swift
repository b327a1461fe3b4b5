internal import Media

/// Why a file is not accepted.
public struct MediaRefusal: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// Not of an accepted type, by its content.
        case unsupported
        /// More bytes than are accepted.
        case tooLarge
        /// A picture whose decode would not fit into the memory.
        case tooManyPixels
        /// Empty, cut off or broken.
        case damaged
        /// Cannot be opened at all.
        case unreadable
    }

    public var code: Code
    /// A sentence for the person that names the file.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ failure: WorkerFailure) {
        let code: Code =
            switch failure.code {
            case .unsupported: .unsupported
            case .tooManyPixels: .tooManyPixels
            case .unreadable: .unreadable
            case .damaged, .empty, .notWritten, .failed: .damaged
            }
        self.init(code, failure.message)
    }
}
