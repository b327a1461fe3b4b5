import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Renderer
import StudioAPI
import Timeline

/// GET /api/kinora/preview/SID: the timeline as small pictures, for its owner.
struct PreviewRoutes {
    let studio: StudioCore
    private let sheets = PreviewSheets()

    init(studio: StudioCore) {
        self.studio = studio
    }

    func add(to table: inout RouteTable) {
        table.on(.get, APIPath.preview(session: ":session")) { try await list($0, $1) }
        table.on(.get, APIPath.picture(session: ":session", key: ":key")) { try await picture($0, $1) }
        table.on(.head, APIPath.picture(session: ":session", key: ":key")) {
            try await picture($0, $1).createHeadResponse()
        }
    }

    private func list(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let session = try await studio.store.session(context.parameter("session"), for: caller)
        var timeline = session.history.timeline
        if let asked = request.uri.queryParameters["aspect"] {
            timeline = timeline.reframed(to: try Aspect(asked: String(asked)))
        }
        let stills = timeline.segments.map { SegmentStill($0, aspect: timeline.aspect) }
        sheets.keep(stills.compactMap(\.self), of: session.id)
        return try Reply.success(
            PreviewReply(timeline, language: session.language) { index in
                let path = APIPath.picture(session: session.id, key: stills[index]?.key ?? "none")
                return studio.url(of: path, for: request)
            }
        )
    }

    private func picture(_ request: Request, _ context: StudioContext) async throws -> Response {
        let caller = try await studio.gate.caller(of: request, for: .read)
        let (session, key) = try (context.parameter("session"), context.parameter("key"))
        try await studio.store.requireSession(session, for: caller)
        let query = request.uri.queryParameters
        guard let form = PictureForm(rawValue: query["format"].map(String.init) ?? "jpeg") else {
            throw Refusal(.badRequest, "The format is jpeg or ppm.")
        }
        let sides = 16...PlainPicture.largestSide
        guard let side = query["side"].map({ Int($0) }) ?? sides.upperBound, sides.contains(side) else {
            throw Refusal(.badRequest, "The side is from \(sides.lowerBound) to \(sides.upperBound) pixels.")
        }
        guard let still = try await still(key, of: session, for: caller) else {
            throw Refusal(.notFound, "No picture of the timeline is at this address. Ask for the preview again.")
        }
        let media = try await studio.store.paths(of: session, in: studio.folder)
        do {
            let picture = try await studio.parts.still(StillOrder(still: still, side: side, form: form, media: media))
            return try Self.response(picture, form: form)
        } catch let refusal as MediaRefusal {
            throw Refusal(.notFound, refusal.message)
        }
    }

    /// The picture of a key: of the sheet that was listed last, or of the timeline as it is when another studio has
    /// listed it.
    private func still(_ key: String, of session: String, for caller: Caller) async throws -> SegmentStill? {
        if let still = sheets.still(key, of: session) { return still }
        let timeline = try await studio.store.session(session, for: caller).history.timeline
        sheets.keep(timeline.segments.compactMap { SegmentStill($0, aspect: timeline.aspect) }, of: session)
        return sheets.still(key, of: session)
    }

    /// - Throws: ``Refusal`` when plain pixels are not what they say: whoever shows them decodes nothing.
    private static func response(_ picture: Data, form: PictureForm) throws -> Response {
        if form == .ppm, PlainPicture(ppm: Array(picture)) == nil {
            throw Refusal(.notFound, "The picture could not be made small. Try again.")
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: form == .ppm ? PlainPicture.mediaType : "image/jpeg",
                .cacheControl: "private, max-age=86400, immutable",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture))
        )
    }
}

extension PreviewReply {
    /// - Parameter url: Of the picture of the segment at an index.
    init(_ timeline: Timeline, language: Language, url: (Int) -> String) {
        let size = Quality.high.frameSize(for: timeline.aspect)
        let starts = timeline.starts
        var texts = timeline.segments.map { _ in [String]() }
        for text in timeline.texts {
            // Starts ascend: the first segment that is seen when the text comes is found by halving.
            var index = max(starts.partitioningIndex { $0 > text.start } - 1, 0)
            while starts.indices.contains(index), starts[index] < text.start + text.duration {
                texts[index].append(text.text)
                index += 1
            }
        }
        self.init(
            duration: timeline.duration.rawValue,
            aspect: timeline.aspect.rawValue,
            width: size.width,
            height: size.height,
            music: timeline.music?.name(in: language),
            pictures: timeline.segments.indices.map { index in
                let segment = timeline.segments[index]
                return Picture(
                    segment: segment.id,
                    number: index + 1,
                    kind: segment.kind.rawValue,
                    name: segment.name,
                    start: starts[index].rawValue,
                    duration: segment.duration.rawValue,
                    texts: texts[index],
                    url: url(index)
                )
            }
        )
    }
}
