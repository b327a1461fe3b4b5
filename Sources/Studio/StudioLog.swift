import Foundation
import Logging
import Synchronization

/// Writes log lines to a file, or to standard error. What is logged names no person, no token and no words of the user.
struct StudioLog: LogHandler {
    /// The open file; shared by all copies of the handler.
    private final class Sink: Sendable {
        let descriptor: CInt
        let owned: Bool

        init(descriptor: CInt, owned: Bool) {
            self.descriptor = descriptor
            self.owned = owned
        }

        deinit {
            if owned { close(descriptor) }
        }
    }

    var logLevel: Logger.Level = .notice
    var metadata: Logger.Metadata = [:]
    private let sink: Sink

    /// A file over this many bytes is put aside when a studio starts; one older file is kept.
    private static let rotation = 1024 * 1024

    init(path: String?) {
        guard let path else {
            sink = Sink(descriptor: STDERR_FILENO, owned: false)
            return
        }
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if let size, size > Self.rotation { rename(path, path + ".1") }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        sink =
            descriptor >= 0
            ? Sink(descriptor: descriptor, owned: true) : Sink(descriptor: STDERR_FILENO, owned: false)
    }

    static func logger(path: String?) -> Logger {
        let handler = StudioLog(path: path)
        return Logger(label: "kinora.studio") { _ in handler }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Date().formatted(.iso8601)
        let line = Array("\(time) \(event.level) \(event.message)\n".utf8)
        // One write a line: with O_APPEND, lines of several threads do not mix. A log that cannot be written is no
        // reason to stop.
        _ = line.withUnsafeBytes { write(sink.descriptor, $0.baseAddress, $0.count) }
    }
}
