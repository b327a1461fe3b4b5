import Foundation

/// What a person saw in a chat, kept in a file that one can read: Golden/<name>.txt.
///
/// `KINORA_RECORD=1 swift test --filter ChatAgentTests` writes the files anew; read every line of the difference
/// before keeping it.
struct Transcript {
    struct Part: Equatable {
        var caption: String
        var lines: [String]
    }

    static let isRecording = ProcessInfo.processInfo.environment["KINORA_RECORD"] == "1"

    private let path: String
    /// What the file says; empty when there is none.
    private let wanted: [Part]
    private(set) var seen: [Part] = []
    private var former: [String] = []

    init(_ name: String) {
        path =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/\(name).txt").path
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        wanted = Self.parts(text)
    }

    /// What is new on a screen since the last part.
    func news(_ screen: [String]) -> [String] {
        let same = zip(former, screen).prefix { $0 == $1 }.count
        var lines = Array(screen[same...])
        while let last = lines.last, last.isEmpty || last == "›" { lines.removeLast() }
        return lines
    }

    /// Whether a screen is as the file says of its next part.
    func isAsWanted(_ screen: [String], _ caption: String) -> Bool {
        let next = seen.count
        return wanted.indices.contains(next) && wanted[next] == Part(caption: caption, lines: news(screen))
    }

    /// Keeps a screen as the next part.
    ///
    /// - Returns: How it differs from the file, for a person; nil when it does not.
    mutating func keep(_ screen: [String], _ caption: String) -> String? {
        let next = seen.count
        let part = Part(caption: caption, lines: news(screen))
        seen.append(part)
        leaveOut(screen)
        if Self.isRecording { return nil }
        let expected = wanted.indices.contains(next) ? Self.text([wanted[next]]) : "(nothing)"
        return wanted.indices.contains(next) && wanted[next] == part
            ? nil : "wanted:\n\(expected)\nseen:\n\(Self.text([part]))"
    }

    /// Goes on from this screen.
    mutating func leaveOut(_ screen: [String]) {
        former = screen
        while let last = former.last, last.isEmpty || last == "›" { former.removeLast() }
    }

    /// Another terminal, on which nothing stands yet.
    mutating func beginAnew() { former = [] }

    /// Writes the file when recording; else says what the file has beyond what was seen.
    func end() throws -> String? {
        guard Self.isRecording else {
            return wanted.count == seen.count ? nil : "the file has \(wanted.count) parts, seen were \(seen.count)"
        }
        try Self.text(seen).write(toFile: path, atomically: true, encoding: .utf8)
        return nil
    }

    private static func text(_ parts: [Part]) -> String {
        parts.map { "── \($0.caption)\n" + $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("── ") {
                if let last = parts.indices.last, parts[last].lines.last == "" { parts[last].lines.removeLast() }
                parts.append(Part(caption: String(line.dropFirst(3)), lines: []))
            } else if let last = parts.indices.last {
                parts[last].lines.append(String(line))
            }
        }
        return parts
    }
}
