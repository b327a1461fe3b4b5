import Foundation
import Synchronization

/// A real HTTP server on loopback or a Unix socket that does what a test tells it to, byte by byte.
public final class Peer: Sendable {
    public struct Request: Sendable {
        public var method = ""
        public var target = ""
        /// Names in lowercase.
        public var headers: [String: String] = [:]
        public var body: [UInt8] = []

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public typealias Handler = @Sendable (Request, PeerConnection) -> Void

    /// "http://127.0.0.1:41234", or that of a Unix socket.
    public let url: String
    public let socketPath: String?
    private let listener: Int32
    private let handler: Handler
    private let seen = Mutex<[Request]>([])

    /// All requests so far, in the order they were complete.
    public var requests: [Request] { seen.withLock { $0 } }

    public init(socketPath: String? = nil, _ handler: @escaping Handler) {
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
        Thread.detachNewThread {
            while true {
                let descriptor = accept(listening, nil, nil)
                guard descriptor >= 0 else { return }
                Thread.detachNewThread { self.serve(PeerConnection(descriptor)) }
            }
        }
    }

    /// Answers nobody any more, as after a crash.
    public func die() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func bind<Address>(_ listener: Int32, _ address: inout Address) {
        let size = socklen_t(MemoryLayout<Address>.size)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Foundation.bind(listener, $0, size) }
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
