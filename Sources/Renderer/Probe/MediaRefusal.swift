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

    /// What is wrong with a file when a worker's task over it ended like this; other errors stay what they are.
    static func reason(for error: any Error, name: String) -> any Error {
        switch error {
        case let failure as WorkerFailure:
            return MediaRefusal(failure)
        case let death as WorkerDeath where death.reading.isEmpty:
            return RenderError(.workerDied, death.message)
        case is WorkerDeath:
            return MediaRefusal(
                .damaged,
                "\(name) cannot be read: the reader broke down over it. Save it anew in another program."
            )
        default:
            return error
        }
    }

    private init(_ failure: WorkerFailure) {
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
