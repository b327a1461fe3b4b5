import HTTP

/// A call of the contract, before it is a request.
struct Call: Sendable {
    var method: HTTPRequest.Method
    var path: String
    /// Where to make the call in place of the studio's own address and `path`.
    var url: WebURL?
    var body = HTTPRequest.Body.none
    /// For the studio alone: a redirect to another host leaves them behind.
    var headers: [HTTPRequest.Header] = []
    /// Headers that a redirect takes along.
    var openHeaders: [HTTPRequest.Header] = []
    var accept = "application/json"
    var needsToken = true
    /// No plain call takes minutes, however slowly the bytes trickle.
    var timeouts = HTTPRequest.Timeouts(total: .seconds(120))
    var atMostOnce = false
    /// Told how many bytes of the file are sent, on the transport's thread.
    var onSent: (@Sendable (Int) -> Void)?

    init(_ method: HTTPRequest.Method, _ path: String, json: [UInt8]? = nil) {
        self.method = method
        self.path = path
        if let json { body = .bytes(json, type: "application/json") }
    }
}

extension String {
    /// As one part of a URL's path: whatever a server gave as an id cannot lead to another path.
    var asPathPart: String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            // A dot is plain as well, but for the parts "." and "..".
            if plain.contains(byte) || (byte == UInt8(ascii: ".") && self != "." && self != "..") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
