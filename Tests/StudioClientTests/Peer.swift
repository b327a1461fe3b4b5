import Glibc
import Synchronization

@testable import StudioClient

/// A real HTTP server on loopback or a Unix socket that does what a test tells it to, byte by byte.
final class Peer: Sendable {
    struct Request: Sendable {
        var method = ""
        var target = ""
        /// Names in lowercase.
        var headers: [String: String] = [:]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    typealias Handler = @Sendable (Request, PeerConnection) -> Void

    /// "http://127.0.0.1:41234", or that of a Unix socket.
    let url: String
    let socketPath: String?
    private let listener: Int32
    private let handler: Handler
    private let seen = Mutex<[Request]>([])

    /// All requests so far, in the order they were complete.
    var requests: [Request] { seen.withLock { $0 } }

    init(socketPath: String? = nil, _ handler: @escaping Handler) {
        self.socketPath = socketPath
        self.handler = handler
        if let socketPath {
            listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socketPath.utf8) }
            Self.bind(listener, &address)
            url = "http://localhost"
        } else {
            let tcp = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            Self.bind(tcp, &address)
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            _ = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(tcp, $0, &length) }
            }
            listener = tcp
            url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
        }
        let listening = listener
        // The thread keeps the peer alive: a test may drop its last reference before the client is through with it.
        startThread {
            while true {
                let descriptor = accept(listening, nil, nil)
                guard descriptor >= 0 else { return }
                startThread { self.serve(PeerConnection(descriptor)) }
            }
        }
    }

    /// Answers nobody any more, as after a crash.
    func die() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func bind<Address>(_ listener: Int32, _ address: inout Address) {
        let size = socklen_t(MemoryLayout<Address>.size)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(listener, $0, size) }
        }
        precondition(code == 0 && listen(listener, 64) == 0, "the peer cannot listen: \(errno)")
    }

    private func serve(_ connection: PeerConnection) {
        while let request = connection.readRequest() {
            seen.withLock { $0.append(request) }
            handler(request, connection)
        }
    }
}

/// One connection of a peer.
final class PeerConnection: Sendable {
    private let descriptor: Int32
    private let unread = Mutex<[UInt8]>([])
    private let isReset = Mutex(false)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { Glibc.close(descriptor) }

    /// Sends bytes as they are; false when the client is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(descriptor, buffer.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// A whole answer.
    func reply(_ body: String, status: Int = 200, type: String = "application/json", headers: [String] = []) {
        reply(bytes: Array(body.utf8), status: status, type: type, headers: headers)
    }

    func reply(bytes: [UInt8], status: Int = 200, type: String = "video/mp4", headers: [String] = []) {
        let head = ["HTTP/1.1 \(status) Whatever", "Content-Type: \(type)", "Content-Length: \(bytes.count)"] + headers
        send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes)
    }

    /// The head of a stream that ends when the connection does.
    func beginStream() {
        send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
    }

    func close() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Ends the connection with a reset when the handler returns.
    func reset() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        isReset.withLock { $0 = true }
    }

    /// Waits until the client has closed the connection.
    func waitForClose() {
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
            request.headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmed
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
