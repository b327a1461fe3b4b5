public import TestKit

/// What a call is answered with instead of the usual.
public struct Answer: Sendable {
    enum Form: Sendable {
        case usual
        case reply(body: String, status: Int, type: String, headers: [String])
        case bytes(String, thenReset: Bool)
        case silence
    }

    var form: Form
    var isSlow = false
    /// What must have happened before the answer is given.
    var gate: Event?

    /// The call may have had its effect, but the client is not told.
    public var losesAnswer: Bool {
        switch form {
        case .bytes, .silence: true
        case .usual, .reply: false
        }
    }

    /// As a healthy studio.
    public static let usual = Answer(form: .usual)

    /// JSON as it is.
    public static func json(_ body: String, status: Int = 200, headers: [String] = []) -> Answer {
        Answer(form: .reply(body: body, status: status, type: "application/json", headers: headers))
    }

    /// Success, with this in the envelope.
    public static func data(_ body: String) -> Answer { json(#"{"code":0,"message":"success","data":"# + body + "}") }

    /// A code in the envelope, under an HTTP status of its own.
    public static func code(_ code: Int, status: Int = 200, _ message: String = "", headers: [String] = []) -> Answer {
        json(#"{"code":\#(code),"message":\#(quoted(message)),"data":null}"#, status: status, headers: headers)
    }

    /// An HTTP status with words that are not the contract's.
    public static func status(_ status: Int, headers: [String] = []) -> Answer {
        Answer(form: .reply(body: #"{"detail":"nginx"}"#, status: status, type: "application/json", headers: headers))
    }

    /// A page where JSON was wanted.
    public static func page(status: Int = 200) -> Answer {
        let body =
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
        return Answer(form: .reply(body: body, status: status, type: "text/html; charset=utf-8", headers: []))
    }

    public static let empty = Answer(form: .reply(body: "", status: 200, type: "application/json", headers: []))

    /// A body that ends before it should.
    public static let cutOff = Answer(
        form: .bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"code\":0,\"data\":{\"to",
            thenReset: false
        )
    )

    /// Half of a head.
    public static let halfAHead = Answer(form: .bytes("HTTP/1.1 200 OK\r\nContent-Ty", thenReset: false))

    /// The connection is reset before a word.
    public static let reset = Answer(form: .bytes("", thenReset: true))

    public static func redirect(to url: String) -> Answer {
        Answer(form: .reply(body: "", status: 302, type: "text/plain", headers: ["Location: \(url)"]))
    }

    /// No answer while the client is there.
    public static let silence = Answer(form: .silence)

    /// The same answer, a byte at a time.
    public var slowly: Answer {
        var answer = self
        answer.isSlow = true
        return answer
    }

    /// The same answer, when the test allows it.
    public func when(_ event: Event) -> Answer {
        var answer = self
        answer.gate = event
        return answer
    }
}

/// `text` as a JSON string, all but ASCII as escapes: the form a hosted studio need not have, but may.
func quoted(_ text: String) -> String {
    var json = "\""
    for unit in text.utf16 {
        switch unit {
        case 0x22: json += "\\\""
        case 0x5C: json += "\\\\"
        case 0x20..<0x7F: json.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
        default:
            let digits = String(unit, radix: 16)
            json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
    return json + "\""
}
