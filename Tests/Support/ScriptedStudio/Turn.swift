public import TestKit

/// A part of what the agent does when it is told something.
public enum Step: Sendable {
    /// A text that comes whole.
    case says(String)
    /// A text in pieces, then as a whole again.
    case writes([String])
    case thinks(String)
    /// A tool is called; the answer is another step.
    case begins(String)
    /// A tool is called and answers.
    case uses(String)
    /// A tool is called and answers with another draft, which the state has from then on.
    case edits(String, HostedDraft)
    /// The state has another draft from now on; the stream says nothing of it.
    case editsUnseen(HostedDraft)
    /// An event without anything to read: what often ends a silent edit.
    case nothing
    /// The model's own word for having nothing to say.
    case noContent
    case comment
    case emptyData
    case heartbeat
    case fails(code: String, message: String)
    /// The error frame of an older server: no JSON at all.
    case failsUnescaped(String)
    case raw(String)
    /// Goes on when the test allows it.
    case waits(Event)
    /// The connection breaks off in the middle of a frame.
    case breaksOff
    case resets
    /// Nothing more while the client is there.
    case hangs
}

extension Step {
    /// The bytes of the stream, in the form of google-adk 2.13.
    ///
    /// - Parameter number: Tells the calls of a turn apart.
    func frames(_ number: Int) -> String {
        switch self {
        case .says(let text):
            return Self.event(#""content":{"parts":[{"text":\#(quoted(text))}],"role":"model"},"finishReason":"STOP""#)
        case .writes(let pieces):
            let deltas = pieces.map { piece in
                Self.event(#""content":{"parts":[{"text":\#(quoted(piece))}],"role":"model"},"partial":true"#)
            }
            let end = Self.event(#""content":{"role":"model"},"partial":true,"finishReason":"STOP""#)
            let whole = Self.event(
                #""content":{"parts":[{"text":\#(quoted(pieces.joined()))}],"role":"model"},"partial":false,"finishReason":"STOP""#
            )
            return deltas.joined() + end + whole
        case .thinks(let text):
            return Self.event(#""content":{"parts":[{"text":\#(quoted(text)),"thought":true}],"role":"model"}"#)
        case .begins(let tool): return Self.call(tool, number)
        case .uses(let tool): return Self.call(tool, number) + Self.response(tool, number, stateDelta: "{}")
        case .edits(let tool, let draft):
            return Self.call(tool, number) + Self.response(tool, number, stateDelta: #"{"draft":\#(draft.json)}"#)
        case .nothing: return Self.event(#""content":{"parts":[{"text":"\n"}],"role":"model"},"finishReason":"STOP""#)
        case .noContent:
            return Self.event(
                #""content":{"role":"model"},"finishReason":"STOP","errorCode":"MODEL_RETURNED_NO_CONTENT","errorMessage":"The model returned no content (finish_reason=STOP with empty parts).""#
            )
        case .comment: return ": keepalive\n\n"
        case .emptyData: return "data:\n\n"
        case .heartbeat: return "data: {\"type\":\"heartbeat\"}\n\n"
        case .fails(let code, let message):
            let details = #"{"error_type": \#(quoted(code)), "error_message": \#(quoted(message))}"#
            return Self.event(#""errorCode":\#(quoted(code)),"errorMessage":\#(quoted(message))"#)
                + #"data: {"error": \#(quoted("\(code): \(message)")), "error_details": \#(details)}"# + "\n\n"
        case .failsUnescaped(let words): return "data: {\"error\": \"\(words)\"}\n\n"
        case .raw(let bytes): return bytes
        case .breaksOff: return "data: {\"modelVersion\":\"scripted-1\",\"content\":{\"parts\":[{\"te"
        case .editsUnseen, .waits, .resets, .hangs: return ""
        }
    }

    private static func call(_ tool: String, _ number: Int) -> String {
        event(
            #""content":{"parts":[{"functionCall":{"id":"adk-a059425c-\#(number)","args":{"query":"x"},"name":\#(quoted(tool))}}],"role":"model"},"finishReason":"STOP","longRunningToolIds":[]"#
        )
    }

    private static func response(_ tool: String, _ number: Int, stateDelta: String) -> String {
        event(
            #""content":{"parts":[{"functionResponse":{"id":"adk-a059425c-\#(number)","name":\#(quoted(tool)),"response":{"status":"success"}}}],"role":"user"}"#,
            stateDelta: stateDelta
        )
    }

    private static func event(_ members: String, stateDelta: String = "{}") -> String {
        #"data: {"modelVersion":"scripted-1",\#(members),"invocationId":"e-539ba57f","author":"nemo_agent","actions":{"stateDelta":\#(stateDelta),"artifactDelta":{},"requestedAuthConfigs":{},"requestedToolConfirmations":{}},"nodeInfo":{"path":"nemo_agent@1"},"id":"b5f4a25b","timestamp":1795363197.9533741}"#
            + "\n\n"
    }
}
