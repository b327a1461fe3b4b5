import HTTP
public import StudioAPI
public import Timeline

/// How much of a file is sent, in bytes.
public struct UploadProgress: Hashable, Sendable {
    public var sent: Int
    public var total: Int
}

/// What became of a file.
public struct UploadResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// The studio has it. The record is nil where the studio tells it in a form of its own.
        case taken(MediaItem?)
        case refused(UploadReply.Refusal)
    }

    public var path: String
    public var outcome: Outcome
}

extension StudioClient {
    /// The most a studio takes of one file, in bytes.
    public static let uploadLimit = 200 << 20

    /// Gives a file to a session, streamed from the disk.
    ///
    /// - Parameter progress: Told as the file is sent, on a thread of the transport's.
    /// - Returns: What became of it. A refusal of this very file is an outcome, not an error.
    /// - Throws: ``StudioError`` with `file` when it cannot be read.
    public func upload(
        _ path: String,
        session: String,
        progress: @escaping @Sendable (UploadProgress) -> Void = { _ in }
    ) async throws -> UploadResult {
        UploadResult(path: path, outcome: try await send(path, session: session, progress: progress))
    }

    private func send(
        _ path: String,
        session: String,
        progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> UploadResult.Outcome {
        let file = try UploadFile(path: path)
        guard file.size > 0 else { throw StudioError(.file, "\(file.name) is empty.") }
        // The user's own studio says it better, and is near.
        guard address.isLocal || file.size <= Self.uploadLimit else {
            let message = "\(file.name) is larger than the 200 MB a studio takes. Compress or trim it."
            return .refused(UploadReply.Refusal(name: file.name, code: .fileTooLarge, message: message))
        }
        var call = Call(.post, APIPath.upload(session: session.asPathPart))
        call.body = .form(field: "files", file: file)
        // The studio looks into a file before it answers.
        call.timeouts.stall = .seconds(300)
        call.timeouts.total = nil
        call.onSent = { progress(UploadProgress(sent: $0, total: file.size)) }
        do {
            return outcome(try await perform(call), name: file.name)
        } catch let error as StudioError where error.code == .unsupportedFile || error.code == .fileTooLarge {
            let code: APICode = error.code == .unsupportedFile ? .unsupportedFile : .fileTooLarge
            return .refused(UploadReply.Refusal(name: file.name, code: code, message: error.message))
        }
    }

    private func outcome(_ reply: Reply, name: String) -> UploadResult.Outcome {
        guard let record = try? reply.decode(UploadReply.self) else { return .taken(nil) }
        if let refusal = record.refused.first { return .refused(refusal) }
        return .taken(record.files.first)
    }
}
