import Foundation

/// A folder that is gone when the test is over.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() {
        var template = Array((NSTemporaryDirectory() + "kinora-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { preconditionFailure("no temporary folder: \(errno)") }
        path = String(cString: made)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, and the folders on the way to it.
    public func write(_ name: String, _ text: String = "x") throws {
        _ = try file(name, text.utf8)
    }

    /// The path of a new file with these bytes.
    public func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// The path of a file of this name, which need not exist.
    public subscript(name: String) -> String { path + "/" + name }

    /// What is in the folder, sorted.
    public var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
