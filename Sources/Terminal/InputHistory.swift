import Foundation

/// The lines a person entered before, oldest first, kept in a file of JSON strings, one a line.
struct InputHistory {
    private(set) var lines: [String] = []
    private let path: String?
    private let limit: Int

    /// Reads what was kept; lines that cannot be read are passed over.
    ///
    /// - Parameter path: The file; nil keeps the history in memory alone.
    init(path: String?, limit: Int = 1000) {
        self.path = path
        self.limit = limit
        guard let path, let data = FileManager.default.contents(atPath: path) else { return }
        let records = data.split(separator: UInt8(ascii: "\n"))
        for record in records {
            if let line = try? JSONDecoder().decode(String.self, from: record) { fold(in: line) }
        }
        if records.count > 2 * limit { rewrite() }
    }

    /// Adds a line. One that begins with a space is the person's own secret; one that was there before moves to
    /// the end.
    ///
    /// - Returns: Whether it was added.
    mutating func add(_ line: String) -> Bool {
        guard let first = line.first, first != " ", !line.allSatisfy(\.isWhitespace) else { return false }
        fold(in: line)
        append(line)
        return true
    }

    private mutating func fold(in line: String) {
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > limit { lines.removeFirst(lines.count - limit) }
    }

    /// One write to a file opened for appending: two chats at once do not mix their lines.
    private func append(_ line: String) {
        guard let path, let record = Self.record(line) else { return }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        _ = record.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    private func rewrite() {
        guard let path else { return }
        let data = lines.compactMap(Self.record).reduce(into: Data()) { $0 += $1 }
        let temporary = path + ".\(getpid())"
        let made = FileManager.default.createFile(
            atPath: temporary,
            contents: data,
            attributes: [.posixPermissions: 0o600]
        )
        if made { rename(temporary, path) }
    }

    private static func record(_ line: String) -> Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(line)).map { $0 + [UInt8(ascii: "\n")] }
    }
}
