import Foundation
import HTTPTypes
import Hummingbird
import Renderer
import StudioAPI
import Timeline

/// The pages of `kinora serve`: a project in the browser, for whoever has a claim token. A token opens one project's
/// page, the small pictures on it and its finished videos; originals and the API stay closed to it.
struct ClaimRoutes {
    let studio: StudioCore

    /// Longer ones are no tokens of ours.
    private static let longestToken = 200

    func add(to table: inout RouteTable) {
        table.page("/workspace/claim") { request, _ in try await page(request) }
        table.page("/workspace/claim/picture/:key") { try await picture($0, $1.parameter("key")) }
        table.page("/workspace/claim/poster/:key") { try await poster($0, $1.parameter("key")) }
        table.page("/workspace/claim/video/:key") { try await video($0, $1.parameter("key"), isDownload: false) }
        table.page("/workspace/claim/download/:key") { try await video($0, $1.parameter("key"), isDownload: true) }
        table.page("/workspace/page.css") { _, _ in
            ClaimReply.response(ClaimStyle.sheet, type: "text/css; charset=utf-8", caching: .shared)
        }
        table.page("/workspace/icon.svg") { _, _ in
            ClaimReply.response(ClaimStyle.icon, type: "image/svg+xml", caching: .shared)
        }
    }

    private func page(_ request: Request) async throws -> Response {
        guard let (claim, token) = try await claim(of: request) else { return nothing(for: request) }
        let exports = try await studio.store.latestExports(of: claim.session.id)
        let page = ClaimPage(
            timeline: claim.session.history.timeline,
            video: exports.finished.flatMap { video($0, of: claim) },
            work: await work(on: exports.asked),
            expires: claim.expires,
            token: token,
            words: ClaimWords(claim.session.language)
        )
        return ClaimReply.page(page.html)
    }

    /// The claim that a request's token opens.
    func claim(of request: Request) async throws -> (claim: Store.Claim, token: String)? {
        guard let token = request.uri.queryParameters["ct"].map(String.init), token.utf8.count <= Self.longestToken,
            let claim = try await studio.store.claim(token: token)
        else { return nil }
        return (claim, token)
    }

    /// One and the same answer to a missing, wrong or expired token and to whatever it does not open.
    func nothing(for request: Request) -> Response {
        let language = Self.language(of: request.headers[.acceptLanguage])
        return ClaimReply.page(ClaimPage.nothing(ClaimWords(language)), status: .notFound)
    }

    /// Chinese where a browser asks for it first.
    private static func language(of header: String?) -> Language {
        header?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }

    // MARK: - Exports

    private func video(_ export: Store.ExportRecord, of claim: Store.Claim) -> ClaimPage.Video? {
        guard let result = export.result, access(studio.folder.renderPath(export.key), R_OK) == 0 else { return nil }
        let shown = try? Timeline(export.draft)
        return ClaimPage.Video(
            key: export.key,
            bytes: result.bytes,
            size: PixelSize(width: result.width, height: result.height),
            isCurrent: shown == claim.session.history.timeline
        )
    }

    /// What is going on with the export that was asked for last; nil when it is finished.
    private func work(on export: Store.ExportRecord?) async -> ClaimPage.Work? {
        guard let export else { return nil }
        switch export.state {
        case .completed, .cancelled:
            return nil
        case .failed:
            return .failed(export.message)
        case .pending, .processing:
            let standing = await studio.queue.standing(of: export.key)
            guard let standing, standing.position == 0 else { return .waiting(before: standing?.position ?? 0) }
            return .rendering(standing.progress.fraction)
        }
    }
}

extension RouteTable {
    /// A page is there to be read: GET, and HEAD for what GET would say of it.
    fileprivate mutating func page(_ path: String, handler: @escaping Handler) {
        on(.get, path, handler: handler)
        on(.head, path) { try await handler($0, $1).createHeadResponse() }
    }
}
