import Foundation
import StudioAPI
import Timeline

/// An export as it was asked for, checked as far as it can be without the session.
struct SubmittedRender: Sendable {
    var id: String
    var session: String
    var draft: Draft
    var timeline: Timeline
    var quality: Quality
    var aspect: Aspect?
    var isBackground: Bool

    /// - Throws: ``Refusal`` 400, with what is wrong.
    init(body: Data) throws {
        guard let request = RenderRequest(body: Array(body)) else {
            throw Refusal(.badRequest, "The body of an export has an id, a sessionId, a draft and an output.")
        }
        guard Identifier.isAcceptable(request.id) else {
            throw Refusal(.badRequest, "An export's id is up to 128 letters, digits, hyphens, dots and underscores.")
        }
        do {
            draft = try JSONDecoder().decode(Draft.self, from: Data(request.draft.bytes))
            timeline = try Timeline(draft)
        } catch {
            throw Refusal(.badRequest, "The draft is not one of this studio's. Read the state again, then export.")
        }
        guard timeline.isReady else { throw Refusal.emptyTimeline }
        guard request.output.format == "mp4" else { throw Refusal(.badRequest, "An export is an mp4.") }
        quality = try Quality(asked: request.output.quality)
        aspect = try request.output.aspect.map { try Aspect(asked: $0) }
        isBackground = request.output.background
        id = request.id
        session = request.sessionID
    }

    /// Sees that all the draft shows and plays is the session's own.
    func checkMedia(_ media: [MediaItem]) throws {
        let known = Set(media.map(\.id))
        if let segment = timeline.segments.first(where: { !known.contains($0.media) }) {
            throw Refusal(.badRequest, "\(segment.name) is not among the session's files. Upload it, then export.")
        }
        if case .song(let song, let name)? = timeline.music?.source, !known.contains(song) {
            throw Refusal(.badRequest, "\(name) is not among the session's files. Upload it, then export.")
        }
        if let table = timeline.segments.lazy.compactMap(\.look.table).first(where: { !known.contains($0.media) }) {
            throw Refusal(.badRequest, "\(table.name) is not among the session's files. Upload it, then export.")
        }
    }
}
