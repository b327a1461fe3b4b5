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
        guard timeline.isReady else {
            throw Refusal(.badRequest, "There is nothing on the timeline yet. Make a video first, then export it.")
        }
        guard request.output.format == "mp4" else { throw Refusal(.badRequest, "An export is an mp4.") }
        guard let quality = Quality(rawValue: request.output.quality) else {
            throw Refusal(.badRequest, "The quality is one of \(Self.list(Quality.allCases)).")
        }
        aspect = request.output.aspect.flatMap(Aspect.init(rawValue:))
        if request.output.aspect != nil, aspect == nil {
            throw Refusal(.badRequest, "The aspect is one of \(Self.list(Aspect.allCases)).")
        }
        id = request.id
        session = request.sessionID
        self.quality = quality
    }

    private static func list(_ cases: [some RawRepresentable<String>]) -> String {
        cases.map(\.rawValue).joined(separator: ", ")
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
    }
}
