import Foundation
import HTTP
import StudioAPI

/// Fetches the files that links lead to, one after the other, under the rules of uploads and those of ``LinkRule``.
struct LinkReceiver: Sendable {
    let intake: MediaIntake
    let rule: LinkRule
    /// What the studio calls itself to others.
    let agent: String

    /// To reach a host, and to hear from it again.
    private static let connectTimeout = Duration.seconds(10)
    private static let stallTimeout = Duration.seconds(30)

    /// - Throws: ``Refusal`` when it is the studio that cannot go on, such as for a full disk.
    func receive(_ links: [String]) async throws -> UploadReply {
        var reply = UploadReply(files: [])
        for (index, link) in links.enumerated() {
            do {
                let file = try await fetch(link)
                try await intake.take(file.spool, name: file.name, place: index, into: &reply)
            } catch let trouble as LinkTrouble {
                reply.refuse(Self.plain(link), trouble.code, trouble.message)
            }
        }
        return reply
    }

    private func fetch(_ link: String) async throws -> (spool: SpoolFile, name: String) {
        guard let url = WebURL(link) else { throw LinkTrouble.noLink(Self.plain(link)) }
        let limit = intake.limits.linkTime
        return try await withThrowingTaskGroup { group in
            group.addTask { try await download(url) }
            group.addTask {
                try await Task.sleep(for: .seconds(limit))
                throw LinkTrouble.tooSlow(url.host, seconds: limit)
            }
            defer { group.cancelAll() }
            guard let file = try await group.next() else { throw CancellationError() }
            return (file, Self.name(in: url))
        }
    }

    private func download(_ url: WebURL) async throws -> SpoolFile {
        var request = HTTPRequest(.get, url)
        request.headers = [HTTPRequest.Header(name: "User-Agent", value: agent)]
        request.timeouts = HTTPRequest.Timeouts(connect: Self.connectTimeout, stall: Self.stallTimeout)
        request.allows = { [rule] in rule.allows($0) }
        do {
            let response = try await Transport.shared.send(request)
            guard response.status == 200 else { throw LinkTrouble.status(response.status, of: url.host) }
            let tooLarge = LinkTrouble(code: .fileTooLarge, message: intake.tooLarge(Self.name(in: url)))
            let limit = intake.limits.uploadBytes
            guard response.head.contentLength ?? 0 <= limit else { throw tooLarge }
            let spool = try intake.spool()
            while let piece = try await response.body.next() {
                guard spool.bytes + piece.count <= limit else { throw tooLarge }
                try piece.withUnsafeBytes { try spool.write($0) }
            }
            return spool
        } catch let error as HTTPError {
            throw LinkTrouble(error)
        }
    }

    /// The last part of the path, as a file's name.
    static func name(in url: WebURL) -> String {
        let path = url.text.dropFirst(url.origin.count).prefix { $0 != "?" && $0 != "#" }
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        return FileName.cleaned(last.removingPercentEncoding ?? last)
    }

    /// A link to tell a person of: without control characters, and not without end.
    private static func plain(_ link: String) -> String {
        let scalars = link.unicodeScalars.filter { $0.value > 0x1f && !(0x7f...0x9f).contains($0.value) }
        return String(String.UnicodeScalarView(scalars).prefix(500))
    }
}
