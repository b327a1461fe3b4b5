/// Puts the head of an answer together from the lines libcurl hands out one by one.
struct HeadReader {
    /// More than any honest answer has.
    private static let limit = 256 << 10

    private var head = HTTPHead(status: 0)
    private var size = 0
    private var isTold = false

    /// The head was handed out; what comes now is the body, and trailers after it.
    var isComplete: Bool { isTold }

    private var isEnded = false

    /// - Returns: False when the head is larger than it may be.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
        size += line.count
        guard size <= Self.limit else { return false }
        if isTold { return true }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // A head of its own follows each "100 Continue".
            let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0.prefix(3)) }
            head = HTTPHead(status: status ?? 0)
        } else if text == "\r\n" || text == "\n" {
            isEnded = head.status >= 200
        } else if let colon = text.firstIndex(of: ":") {
            head.headers[text[..<colon].lowercased()] = text[text.index(after: colon)...].trimmingWhiteSpace
        }
        return true
    }

    /// The head, once, when it is complete.
    mutating func finished() -> HTTPHead? {
        guard isEnded, !isTold else { return nil }
        isTold = true
        return head
    }
}

extension Substring {
    /// Without the spaces, tabs and line ends that HTTP allows around a header's value.
    fileprivate var trimmingWhiteSpace: String {
        let bytes = utf8.drop { Self.isWhiteSpace($0) }
        let end = bytes.lastIndex { !Self.isWhiteSpace($0) }
        return end.map { String(self[bytes.startIndex...$0]) } ?? ""
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}
