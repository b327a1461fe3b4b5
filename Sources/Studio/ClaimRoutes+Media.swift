import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Renderer
import StudioAPI
import Timeline

/// What the page shows besides words.
extension ClaimRoutes {
    /// The most that a poster is wide and high, in pixels.
    private static let posterSide = 1280

    func picture(_ request: Request, _ key: String) async throws -> Response {
        guard let (claim, _) = try await claim(of: request),
            let picture = claim.session.history.timeline.picture(key)
        else { return nothing(for: request) }
        return try await thumbnail(picture.order(in: studio.folder), for: request)
    }

    /// A frame of a finished video: what the player shows until it plays.
    func poster(_ request: Request, _ key: String) async throws -> Response {
        guard let (claim, _) = try await claim(of: request),
            let export = try await studio.store.finishedExport(key: key, of: claim.session.id)
        else { return nothing(for: request) }
        return try await thumbnail(
            ThumbnailOrder(
                id: export.key,
                path: studio.folder.renderPath(export.key),
                name: "The video",
                // A second in: titles have faded in by then.
                time: Milliseconds(min(1000, (export.result?.durationMS ?? 0) / 2)),
                side: Self.posterSide
            ),
            for: request
        )
    }

    private func thumbnail(_ order: ThumbnailOrder, for request: Request) async throws -> Response {
        do {
            let jpeg = try await studio.parts.thumbnail(order)
            return ClaimReply.response(ByteBuffer(bytes: jpeg), type: "image/jpeg", caching: .browser)
        } catch is MediaRefusal {
            return nothing(for: request)
        }
    }

    func video(_ request: Request, _ key: String, isDownload: Bool) async throws -> Response {
        guard let (claim, _) = try await claim(of: request),
            let export = try await studio.store.finishedExport(key: key, of: claim.session.id)
        else { return nothing(for: request) }
        do {
            var response = try FileReply.response(
                to: request,
                path: studio.folder.renderPath(key),
                tag: "\"\(key)\"",
                name: "video.mp4",
                activity: studio.activity
            )
            if isDownload {
                let title = (try? Timeline(export.draft))?.title ?? ""
                response.headers[.contentDisposition] = ContentDisposition.attachment(title: title, ending: ".mp4")
            } else {
                response.headers[.contentDisposition] = "inline"
            }
            return ClaimReply.closed(response)
        } catch let refusal as Refusal where refusal.code == .notFound {
            return nothing(for: request)
        }
    }
}

extension Timeline {
    /// The words of the first text, by which a video is called.
    var title: String? {
        let first = texts.min { $0.start < $1.start }?.text.plain(limit: 80)
        return first?.isEmpty == false ? first : nil
    }
}
