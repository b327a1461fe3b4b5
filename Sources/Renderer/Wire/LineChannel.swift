internal import CSandbox
internal import Foundation
internal import Synchronization

/// JSON lines over a Unix stream socket, with open files in front of the lines they belong to.
///
/// Descriptors ride on blanks before their line, a few at a time: however many there are, each arrives before the line
/// is complete, in order, and JSON does not mind the blanks. One thread may receive; any number may send.
final class LineChannel: Sendable {
    struct Failure: Error {
        var call: String
        var code: Int32
    }

    /// Lines longer than this are not ours.
    private static let longestLine = 64 << 20

    let socket: Int32
    private let sending = Mutex(())

    /// Takes over the socket.
    init(socket: Int32) {
        self.socket = socket
    }

    deinit {
        close(socket)
    }

    /// Sends one line. The descriptors stay the caller's.
    func send(_ message: some Encodable, descriptors: [Int32] = []) throws {
        var line = try CanonicalJSON.encode(message)
        line.append(UInt8(ascii: "\n"))
        try sending.withLock { _ in
            var rest = descriptors[...]
            while !rest.isEmpty {
                try write([UInt8(ascii: " ")], with: Array(rest.prefix(Int(KINORA_DESCRIPTORS_MAX))))
                rest = rest.dropFirst(Int(KINORA_DESCRIPTORS_MAX))
            }
            try line.withUnsafeBytes { bytes in
                var sent = 0
                while sent < bytes.count {
                    sent += try write(UnsafeRawBufferPointer(rebasing: bytes[sent...]), with: [])
                }
            }
        }
    }

    private func write(_ bytes: [UInt8], with descriptors: [Int32]) throws {
        _ = try bytes.withUnsafeBytes { try write($0, with: descriptors) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, with descriptors: [Int32]) throws -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        while true {
            let sent = kinora_send(socket, start, bytes.count, descriptors, Int32(descriptors.count))
            if sent >= 0 { return sent }
            guard errno == EINTR else { throw Failure(call: "sendmsg", code: errno) }
        }
    }

    /// Reads what arrives. One thread owns it.
    struct Reader: ~Copyable {
        private let channel: LineChannel
        private var buffer: [UInt8] = []
        /// How far `buffer` has been searched for the end of a line.
        private var searched = 0
        private var descriptors: [Int32] = []

        init(_ channel: LineChannel) {
            self.channel = channel
        }

        deinit {
            for descriptor in descriptors { close(descriptor) }
        }

        /// Waits for bytes and gives the lines they complete, or nil when the other side is gone.
        mutating func receive() throws -> [Data]? {
            var found = [Int32](repeating: -1, count: Int(KINORA_DESCRIPTORS_MAX))
            var count: Int32 = 0
            let received = try withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { bytes in
                guard let start = bytes.baseAddress else { return 0 }
                while true {
                    let received = kinora_receive(channel.socket, start, bytes.count, &found, &count)
                    if received >= 0 {
                        buffer.append(contentsOf: UnsafeRawBufferPointer(start: start, count: received))
                        return received
                    }
                    if errno == ECONNRESET { return 0 }
                    guard errno == EINTR else { throw Failure(call: "recvmsg", code: errno) }
                }
            }
            descriptors.append(contentsOf: found.prefix(Int(count)))
            guard received > 0 else { return nil }

            var lines: [Data] = []
            var start = 0
            while let end = buffer[max(searched, start)...].firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(Data(buffer[start..<end]))
                start = end + 1
                searched = start
            }
            buffer.removeFirst(start)
            searched = buffer.count
            guard buffer.count <= LineChannel.longestLine else { throw Failure(call: "recvmsg", code: EMSGSIZE) }
            return lines
        }

        /// The next descriptors that arrived, which are the caller's from now on; nil when there are fewer.
        mutating func takeDescriptors(_ count: Int) -> [OpenFile]? {
            guard count >= 0, count <= descriptors.count else { return nil }
            let taken = descriptors.prefix(count).map { OpenFile(taking: $0) }
            descriptors.removeFirst(count)
            return taken
        }
    }
}
