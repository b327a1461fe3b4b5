import Foundation
import Synchronization

@testable import Studio

/// A connection that sends and receives bytes as they are, so that a test can leave in mid-stream or send what no
/// well-behaved client would.
final class RawConnection: Sendable {
    private let descriptor: CInt
    private let isOpen = Mutex(true)

    struct Failure: Error {
        var call: String
        var code: CInt
    }

    init(to address: StudioServer.Address) throws {
        switch address {
        case .unixSocket(let path):
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var target = sockaddr_un()
            target.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
            let size = socklen_t(MemoryLayout<sockaddr_un>.size)
            try withUnsafePointer(to: &target) { target in
                try target.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                    guard connect(descriptor, target, size) == 0 else { throw Failure(call: "connect", code: errno) }
                }
            }
        case .tcp(_, let port):
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = in_port_t(port).bigEndian
            target.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            try withUnsafePointer(to: &target) { target in
                try target.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                    guard connect(descriptor, target, size) == 0 else { throw Failure(call: "connect", code: errno) }
                }
            }
        }
    }

    deinit {
        close()
    }

    func close() {
        isOpen.withLock { isOpen in
            if isOpen { Foundation.close(descriptor) }
            isOpen = false
        }
    }

    /// Sends all of it; false when the other side has gone.
    @discardableResult
    func send(_ data: Data) async -> Bool {
        await blocking { [descriptor] in
            data.withUnsafeBytes { bytes -> Bool in
                var rest = bytes[0..<bytes.count]
                while !rest.isEmpty {
                    let count = Foundation.send(
                        descriptor,
                        UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                        rest.count,
                        Int32(MSG_NOSIGNAL)
                    )
                    guard count > 0 else { return false }
                    rest = rest.dropFirst(count)
                }
                return true
            }
        }
    }

    /// What has come, at least a byte; empty at the end.
    func receive() async -> Data {
        await blocking { [descriptor] in
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            return count > 0 ? Data(buffer[..<count]) : Data()
        }
    }

    /// One whole reply, of the length it tells; Nil when it ends before.
    func receiveReply() async -> RawReply? {
        var all = Data()
        while true {
            let piece = await receive()
            if piece.isEmpty { return nil }
            all += piece
            guard let reply = RawReply(all) else { continue }
            if reply.body.count >= reply.headers["content-length"].flatMap({ Int($0) }) ?? 0 { return reply }
        }
    }

    func receiveAll() async -> Data {
        var all = Data()
        while true {
            let piece = await receive()
            if piece.isEmpty { return all }
            all += piece
        }
    }

    /// On a thread that may wait, unlike those of the concurrency runtime.
    private func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}

/// A reply taken apart.
struct RawReply: Sendable {
    var status: Int
    /// By lowercase name.
    var headers: [String: String]
    var body: Data

    init?(_ data: Data) {
        guard let end = data.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        body = Data(data[end.upperBound...])
        if headers["transfer-encoding"] == "chunked" { body = Self.unchunked(body) }
    }

    static func unchunked(_ data: Data) -> Data {
        var rest = data[...]
        var body = Data()
        while let end = rest.firstRange(of: Data("\r\n".utf8)) {
            guard let count = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), count > 0 else {
                break
            }
            body += rest[end.upperBound...].prefix(count)
            rest = rest[end.upperBound...].dropFirst(count + 2)
        }
        return body
    }

    func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}
