import Foundation
import Synchronization

/// One connection of a peer.
public final class PeerConnection: Sendable {
    private let descriptor: Int32
    private let unread = Mutex<[UInt8]>([])
    private let isReset = Mutex(false)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { Foundation.close(descriptor) }

    /// Sends bytes as they are; false when the client is gone.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.send(descriptor, buffer.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// A whole answer.
    public func reply(_ body: String, status: Int = 200, type: String = "application/json", headers: [String] = []) {
        reply(bytes: Array(body.utf8), status: status, type: type, headers: headers)
    }

    public func reply(bytes: [UInt8], status: Int = 200, type: String = "video/mp4", headers: [String] = []) {
        let head = ["HTTP/1.1 \(status) Whatever", "Content-Type: \(type)", "Content-Length: \(bytes.count)"] + headers
        send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes)
    }

    /// The head of a stream that ends when the connection does.
    public func beginStream() {
        send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
    }

    /// The head of a stream in chunks, whose end the client can tell from a connection that broke.
    public func beginChunks() {
        send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    }

    /// A chunk; an empty one ends the stream. False when the client is gone.
    @discardableResult
    public func sendChunk(_ bytes: [UInt8]) -> Bool {
        send(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }

    public func close() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Ends the connection with a reset when the handler returns.
    public func reset() {
        var linger = Foundation.linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Foundation.linger>.size))
        isReset.withLock { $0 = true }
    }

    /// Waits until the client has closed the connection.
    public func waitForClose() {
        while receive() {}
    }

    func readRequest() -> Peer.Request? {
        if isReset.withLock({ $0 }) { return nil }
        var request = Peer.Request()
        guard let head = readHead() else { return nil }
        let lines = head.split(separator: "\r\n")
        let first = lines[0].split(separator: " ")
        (request.method, request.target) = (String(first[0]), String(first[1]))
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            request.headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces
            )
        }
        let length = Int(request.headers["content-length"] ?? "0") ?? 0
        while unread.withLock({ $0.count }) < length { guard receive() else { return nil } }
        request.body = unread.withLock { bytes in
            defer { bytes.removeFirst(length) }
            return Array(bytes[..<length])
        }
        return request
    }

    private func readHead() -> String? {
        while true {
            let head: String? = unread.withLock { bytes in
                guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }) else {
                    return nil
                }
                defer { bytes.removeFirst(end + 4) }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            if let head { return head }
            guard receive() else { return nil }
        }
    }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        unread.withLock { $0 += buffer[..<count] }
        return true
    }
}
