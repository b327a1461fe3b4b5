import HTTP
public import StudioAPI

extension StudioClient {
    /// The session's timeline as small pictures; nil where the studio has no such call.
    ///
    /// - Parameter aspect: The shape to show it in, "9:16"; nil: its own.
    public func preview(_ session: String, aspect: String? = nil) async throws -> PreviewReply? {
        let path = APIPath.preview(session: session.asPathPart)
        return try await orNilIfUnknown {
            try await perform(Call(.get, path + Self.query([("aspect", aspect)]))).decode(PreviewReply.self)
        }
    }

    /// One of a preview's pictures, as pixels; nil when there is none of it, as for a file that is gone.
    ///
    /// - Parameters:
    ///   - url: As the preview gave it. Pictures are fetched from the studio alone.
    ///   - side: The most it shall be wide and high, in pixels.
    public func picture(_ url: String, side: Int) async throws -> PlainPicture? {
        guard let place = WebURL(address.base + "/")?.resolving(url), place.origin == address.origin,
            let asked = WebURL(place.text + Self.query([("format", "ppm"), ("side", String(side))]))
        else { throw StudioError(.badReply, "The studio names a picture that is not its own.") }
        var call = Call(.get, "/")
        call.url = asked
        call.accept = PlainPicture.mediaType
        do {
            let opened = try await open(call) { $0.status == 200 && $0.contentType.hasPrefix(PlainPicture.mediaType) }
            if let reply = opened.reply { throw reply.strange }
            let file = try await studioErrors {
                try await opened.response.body.collect(limit: PlainPicture.largestFile)
            }
            return PlainPicture(ppm: file)
        } catch let error as StudioError where error.code == .notFound {
            return nil
        }
    }

    /// How long exports of these shapes would take together; nil where the studio has no such call.
    ///
    /// - Parameter aspects: "9:16" …; none: the timeline's own.
    public func estimate(
        _ session: String,
        quality: String,
        aspects: [String] = []
    ) async throws -> RenderEstimate? {
        let path = APIPath.estimate(session: session.asPathPart)
        let query = Self.query([("quality", quality)] + aspects.map { ("aspect", $0) })
        var call = Call(.get, path + query)
        // An extra: no export waits long for it.
        call.timeouts.total = .seconds(2)
        return try await orNilIfUnknown { [call] in
            try await perform(call).decode(RenderEstimate.self)
        }
    }

    /// "?name=value&…" of what has a value; empty when nothing has.
    private static func query(_ fields: [(name: String, value: String?)]) -> String {
        let given = fields.compactMap { field in field.value.map { "\(field.name)=\($0.asPathPart)" } }
        return given.isEmpty ? "" : "?" + given.joined(separator: "&")
    }
}
