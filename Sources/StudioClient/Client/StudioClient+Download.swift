import HTTP
public import StudioAPI

/// How much of a file has arrived, in bytes.
public struct DownloadProgress: Hashable, Sendable {
    public var received: Int
    /// nil where the studio does not say.
    public var total: Int?
}

/// A file that was fetched.
public struct DownloadedFile: Hashable, Sendable {
    public var path: String
    public var bytes: Int
}

extension StudioClient {
    /// Fetches a finished export, from the URL the studio names for it or else from the studio itself.
    ///
    /// The file is written beside its place and put there when it is whole. A transfer that is cut goes on where it
    /// stopped.
    /// - Parameters:
    ///   - id: The export's id.
    ///   - output: As the last poll gave it.
    ///   - path: Where to put the file. Nothing of the URL or of what the studio offers as a name has a part in it.
    /// - Throws: ``StudioError`` with `file` or `fileExists` when the file cannot be put there.
    public func download(
        _ id: String,
        output: RenderStatus.Output?,
        to path: String,
        existing: ExistingFile = .refuse,
        progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws -> DownloadedFile {
        let file = try DownloadFile(path: path, existing: existing)
        let fallback = WebURL(address.base + APIPath.download(id: id.asPathPart))
        let named = output.flatMap { WebURL(address.base + "/")?.resolving($0.url) }
        do {
            guard let url = named ?? fallback else { throw StudioError(.badReply, "The studio names no file.") }
            try await fetch(url, into: file, expecting: output?.bytes, progress: progress)
        } catch let error as StudioError where error.code != .file {
            guard let fallback, let named, named != fallback else { throw error }
            try file.restart()
            try await fetch(fallback, into: file, expecting: output?.bytes, progress: progress)
        }
        return DownloadedFile(path: try file.place(), bytes: file.size)
    }

    /// So often in a row a transfer may be cut with nothing gained.
    private static let patience = 4

    private func fetch(
        _ url: WebURL,
        into file: DownloadFile,
        expecting bytes: Int?,
        progress: @Sendable (DownloadProgress) -> Void
    ) async throws {
        var failures = 0
        var version: String?
        while true {
            let before = file.size
            do {
                try await fetchOnce(url, into: file, version: &version, progress: progress)
                guard file.size > 0, bytes == nil || bytes == file.size else {
                    throw StudioError(.interrupted, "The video arrived incomplete. Export it again.")
                }
                return
            } catch let error as StudioError where error.isPassing {
                failures = file.size > before ? 0 : failures + 1
                guard failures < Self.patience else { throw error }
                if let bytes, file.size >= bytes { try file.restart() }
                try await clock.sleep(for: .seconds(failures))
            }
        }
    }

    private func fetchOnce(
        _ url: WebURL,
        into file: DownloadFile,
        version: inout String?,
        progress: @Sendable (DownloadProgress) -> Void
    ) async throws {
        let response = try await openFile(url, from: file.size, version: version)
        let offset: Int
        switch response.status {
        case 206 where response.head.rangeStart == file.size:
            offset = file.size
        case 200:
            try file.restart()
            offset = 0
        default:
            // What is here does not fit what is there.
            try file.restart()
            throw StudioError(.interrupted, "The video changed while it was fetched. Try again.")
        }
        version = response.head["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
        let total = response.head.contentLength.map { $0 + offset }
        while let piece = try await studioErrors({ try await response.body.next() }) {
            try file.append(piece)
            progress(DownloadProgress(received: file.size, total: total))
        }
        guard total == nil || total == file.size else {
            throw StudioError(.interrupted, "The video arrived incomplete. Try again.")
        }
    }

    /// The token goes along to the studio's own origin alone. The words that say which program calls go everywhere:
    /// they are the same for all who use it.
    private func openFile(_ url: WebURL, from offset: Int, version: String?) async throws -> HTTPResponse {
        var call = Call(.get, "/")
        call.url = url
        call.needsToken = url.origin == address.origin
        call.accept = "*/*"
        call.timeouts = HTTPRequest.Timeouts()
        if offset > 0 {
            call.openHeaders.append(.init(name: "Range", value: "bytes=\(offset)-"))
            if let version { call.openHeaders.append(.init(name: "If-Range", value: version)) }
        }
        let opened = try await open(call) { head in
            [200, 206, 416].contains(head.status) && !head.isJSON && !head.isPage
        }
        if let reply = opened.reply { throw reply.strange }
        return opened.response
    }
}

extension HTTPHead {
    /// Where the part of a file begins that a 206 brings.
    fileprivate var rangeStart: Int? {
        // "bytes 100-199/200"
        self["content-range"]?.split(separator: " ").last?.split(separator: "-").first.flatMap { Int($0) }
    }
}
