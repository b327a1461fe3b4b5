import HTTP
public import StudioAPI
public import Timeline

/// How much of a file is sent, in bytes.
public struct UploadProgress: Hashable, Sendable {
    public var sent: Int
    public var total: Int
}

/// What became of a file or a link.
public struct UploadResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// The studio has it. The record is nil where the studio tells it in a form of its own.
        case taken(MediaItem?)
        case refused(UploadReply.Refusal)
    }

    /// Of the file; of a link its URL.
    public var path: String
    public var outcome: Outcome
}

extension StudioClient {
    /// The most a studio takes of one file, in bytes.
    public static let uploadLimit = 200 << 20

    /// Gives a file to a session, streamed from the disk.
    ///
    /// - Parameters:
    ///   - position: Where the file stands among those that are sent side by side, for a studio that keeps their order.
    ///   - progress: Told as the file is sent, on a thread of the transport's.
    /// - Returns: What became of it. A refusal of this very file is an outcome, not an error.
    /// - Throws: ``StudioError`` with `file` when it cannot be read.
    public func upload(
        _ path: String,
        session: String,
        position: Int? = nil,
        progress: @escaping @Sendable (UploadProgress) -> Void = { _ in }
    ) async throws -> UploadResult {
        let file = try UploadFile(path: path)
        guard file.size > 0 else { throw StudioError(.file, "\(file.name) is empty.") }
        // The user's own studio says it better, and is near.
        guard address.isLocal || file.size <= Self.uploadLimit else {
            let message = "\(file.name) is larger than the 200 MB a studio takes. Compress or trim it."
            let refusal = UploadReply.Refusal(name: file.name, code: .fileTooLarge, message: message)
            return UploadResult(path: path, outcome: .refused(refusal))
        }
        var call = Call(.post, APIPath.upload(session: session.asPathPart))
        call.body = .form(field: "files", file: file)
        if let position { call.headers = [.init(name: APIHeader.position, value: String(position))] }
        // The studio looks into a file before it answers.
        call.timeouts.stall = .seconds(300)
        // No line is so slow that it is worth waiting for any longer.
        call.timeouts.total = .seconds(600 + file.size / Self.slowest)
        call.onSent = { progress(UploadProgress(sent: $0, total: file.size)) }
        return UploadResult(path: path, outcome: try await outcomes(of: call, for: [file.name])[0])
    }

    /// Has the studio fetch links for a session.
    ///
    /// - Parameter urls: http and https alone; any other is refused here.
    /// - Returns: What became of each, in their order.
    public func upload(urls: [String], session: String) async throws -> [UploadResult] {
        let links = urls.filter { WebURL($0) != nil }
        var taken: ArraySlice<UploadResult.Outcome> = []
        if !links.isEmpty {
            let list = RawJSON(array: links.map { RawJSON(string: $0) })
            let body = RawJSON(object: ["urls": list, "source_type": RawJSON(string: "url")])
            var call = Call(.post, APIPath.upload(session: session.asPathPart), json: body.bytes)
            // The studio fetches before it answers.
            call.timeouts.stall = .seconds(300)
            call.timeouts.total = .seconds(600)
            taken = try await outcomes(of: call, for: links)[...]
        }
        return urls.map { url in
            guard WebURL(url) != nil, let outcome = taken.popFirst() else {
                let message = "\(url.withoutControls) is no link that starts with http:// or https://."
                let refusal = UploadReply.Refusal(name: url.withoutControls, code: .badRequest, message: message)
                return UploadResult(path: url, outcome: .refused(refusal))
            }
            return UploadResult(path: url, outcome: outcome)
        }
    }

    /// In bytes a second.
    private static let slowest = 16 << 10

    /// Makes the call, and tells for each of the names what became of it.
    private func outcomes(of call: Call, for names: [String]) async throws -> [UploadResult.Outcome] {
        do {
            // A call of which nothing was taken says so of each file, which is more than its own refusal does.
            let reply = try await perform(call) { !$0.refusals.isEmpty }
            return reply.outcomes(for: names)
        } catch let error as StudioError where error.code == .unsupportedFile || error.code == .fileTooLarge {
            let code: APICode = error.code == .unsupportedFile ? .unsupportedFile : .fileTooLarge
            return names.map { .refused(UploadReply.Refusal(name: $0, code: code, message: error.message)) }
        }
    }
}

extension Reply {
    /// The files of an upload that were not taken.
    fileprivate var refusals: [UploadReply.Refusal] {
        (field("refused")?.array ?? []).compactMap { refusal in
            guard let name = refusal["name"]?.string?.withoutControls else { return nil }
            let code = APICode(rawValue: refusal["code"]?.number ?? APICode.badRequest.rawValue)
            let message = refusal["message"]?.string.flatMap(Self.sentence) ?? "\(name) was not taken."
            return UploadReply.Refusal(name: name, code: code, message: message)
        }
    }

    /// What became of the files or links with these names, which the studio may call by their last part.
    fileprivate func outcomes(for names: [String]) -> [UploadResult.Outcome] {
        var refusals = refusals
        var records = RawJSON.field(["files"], in: body)?.decoded([MediaItem].self)?[...] ?? []
        return names.map { name in
            let last = name.split(separator: "/").last.map(String.init)
            let isOnly = names.count == 1 && records.isEmpty
            guard let index = refusals.firstIndex(where: { $0.name == name || $0.name == last || isOnly }) else {
                return .taken(records.popFirst())
            }
            return .refused(refusals.remove(at: index))
        }
    }
}
