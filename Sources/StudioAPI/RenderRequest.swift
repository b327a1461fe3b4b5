/// The body that asks for an export.
public struct RenderRequest: Hashable, Sendable {
    /// Chosen by the client: "render_<time>".
    public var id: String
    public var sessionID: String
    /// As the state gave it.
    public var draft: RawJSON
    public var output: RenderOutput

    public init(id: String, sessionID: String, draft: RawJSON, output: RenderOutput) {
        self.id = id
        self.sessionID = sessionID
        self.draft = draft
        self.output = output
    }

    /// The body to send, with the draft in it byte for byte.
    public var body: RawJSON {
        RawJSON(object: [
            "id": RawJSON(string: id),
            "sessionId": RawJSON(string: sessionID),
            "draft": draft,
            "output": output.json,
        ])
    }

    /// Reads a body as a client sends it. nil when it lacks the id, the session or the draft. What the output does not
    /// say is left at its default.
    public init?(body: [UInt8]) {
        guard let id = RawJSON.value(at: ["id"], in: body)?.string,
            let session = RawJSON.value(at: ["sessionId"], in: body)?.string,
            let draft = RawJSON.value(at: ["draft"], in: body), !draft.isNull
        else { return nil }
        var output = RenderOutput()
        if let format = RawJSON.value(at: ["output", "format"], in: body)?.string { output.format = format }
        if let quality = RawJSON.value(at: ["output", "quality"], in: body)?.string { output.quality = quality }
        output.aspect = RawJSON.value(at: ["output", "aspect"], in: body)?.string
        output.background =
            RawJSON.value(at: ["output", "background"], in: body).flatMap { JSONValue($0)?.bool } ?? false
        self.init(id: id, sessionID: session, draft: draft, output: output)
    }
}

extension RenderOutput {
    /// As it is sent: what other studios do not know is there only when it was asked for.
    fileprivate var json: RawJSON {
        var members = [("format", RawJSON(string: format)), ("quality", RawJSON(string: quality))]
        if let aspect { members.append(("aspect", RawJSON(string: aspect))) }
        if background { members.append(("background", RawJSON(true))) }
        return RawJSON(members: members.map { (key: $0.0, value: $0.1) })
    }
}

extension RawJSON {
    /// The text, if the value is a string.
    public var string: String? { JSONValue(self)?.string }
}
