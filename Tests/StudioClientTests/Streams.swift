import StudioAPI

@testable import StudioClient

/// Streams in the forms real agent servers write them.
enum Streams {
    static func text(_ text: String, partial: Bool? = nil) -> String {
        let mark = partial.map { ",\"partial\":\($0)" } ?? ""
        return event("\"content\":{\"parts\":[{\"text\":\(quoted(text))}],\"role\":\"model\"}\(mark)")
    }

    static func call(_ name: String, id: String = "c1", partial: Bool? = nil) -> String {
        let mark = partial.map { ",\"partial\":\($0)" } ?? ""
        let part = "{\"functionCall\":{\"id\":\"\(id)\",\"args\":{\"text\":\"Paradise\"},\"name\":\"\(name)\"}}"
        return event("\"content\":{\"parts\":[\(part)],\"role\":\"model\"}\(mark)")
    }

    static func answer(_ name: String, id: String = "c1", draft: Bool = true) -> String {
        let part =
            "{\"functionResponse\":{\"id\":\"\(id)\",\"name\":\"\(name)\",\"response\":{\"status\":\"success\"}}}"
        let delta = draft ? "\"draft\":{\"t\":[{\"tt\":7,\"sg\":[{\"d\":3000,\"m\":{}}]}],\"d\":3000,\"m\":{}}" : ""
        return event(
            "\"content\":{\"parts\":[\(part)],\"role\":\"user\"},\"actions\":{\"stateDelta\":{\(delta)}}"
        )
    }

    static func trouble(_ code: String, _ message: String) -> String {
        event("\"errorCode\":\(quoted(code)),\"errorMessage\":\(quoted(message)),\"actions\":{\"stateDelta\":{}}")
    }

    static let marker = event("\"content\":{\"role\":\"model\"},\"partial\":true,\"finishReason\":\"STOP\"")

    static func error(_ text: String) -> String { "data: {\"error\": \(quoted(text)), \"error_details\": {}}\n\n" }

    private static func event(_ members: String) -> String {
        "data: {\"modelVersion\":\"m\",\(members),\"author\":\"nemo_agent\",\"id\":\"e1\",\"timestamp\":1795363228.7}\n\n"
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: RawJSON(string: text).bytes, as: UTF8.self)
    }

    /// All that is shown of a stream that comes in pieces of `size` bytes.
    static func items(_ stream: String, size: Int = .max) -> [TurnItem] {
        items(Array(stream.utf8), cuts: Array(stride(from: size, to: stream.utf8.count, by: size)))
    }

    static func items(_ bytes: [UInt8], cuts: [Int]) -> [TurnItem] {
        var reader = SSEReader()
        var turn = TurnReader()
        var items: [TurnItem] = []
        var start = 0
        for end in cuts + [bytes.count] {
            for frame in reader.read(bytes[start..<end]) { items += turn.take(frame) }
            start = end
        }
        for frame in reader.finish() { items += turn.take(frame) }
        return items + turn.end()
    }

    /// The text a person reads, a paragraph a line.
    static func shown(_ items: [TurnItem]) -> String {
        items.reduce(into: "") { text, item in
            switch item {
            case .delta(let piece): text += piece
            case .textEnded: text += "\n"
            case .text(let whole): text += whole + "\n"
            default: break
            }
        }
    }
}
