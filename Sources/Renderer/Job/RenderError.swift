internal import Foundation
internal import Media

/// Why a video was not made.
public struct RenderError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// The timeline holds no picture.
        case nothingToRender
        /// A photo, clip or song is no longer where it was.
        case missingMedium
        /// A photo, clip or song cannot be read.
        case badMedium
        /// The video, or the folder it should go to, cannot be written.
        case notWritable
        case diskFull
        /// The worker died, and once more after it was started again.
        case workerDied
        /// Something that should have worked did not.
        case failed
    }

    public var code: Code
    /// A sentence for the person: what happened, to which file, and what they can do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension RenderError {
    /// - Parameter folder: What was being written to, to tell a full disk from another trouble.
    init(_ error: any Error, writingTo folder: String) {
        switch error {
        case let error as RenderError:
            self = error
        case let failure as FileFailure:
            self.init(failure, writingTo: folder)
        case let failure as WorkerFailure where failure.code == .notWritten:
            // A file that is open already can hardly fail to be written for another reason.
            self = .diskFull(folder)
        case let failure as WorkerFailure where failure.code == .failed:
            self.init(.failed, failure.message)
        case let failure as WorkerFailure:
            self.init(.badMedium, failure.message)
        case let death as WorkerDeath:
            self.init(.workerDied, death.message)
        default:
            self.init(.failed, "The video could not be made: \(error.localizedDescription)")
        }
    }

    private init(_ failure: FileFailure, writingTo folder: String) {
        switch failure.code {
        case ENOSPC, EDQUOT:
            self = .diskFull(folder)
        case ENOENT, ENOTDIR:
            self.init(.notWritable, "The folder \(folder) does not exist. Create it, or choose another place.")
        default:
            self.init(
                .notWritable,
                "The folder \(folder) cannot be written to (\(failure.reason)). Choose another place."
            )
        }
    }

    private static func diskFull(_ folder: String) -> RenderError {
        RenderError(
            .diskFull,
            "The disk that holds \(folder) is full. Free some space and ask again: what is finished is not made twice."
        )
    }
}
