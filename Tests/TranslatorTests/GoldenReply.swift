import Foundation
import Testing
import Translator

/// A reply as a studio sends it, and what is to become of it: read from the files under Golden.
///
///     === a name (wants the file)
///     the reply
///     >>>
///     what is shown, with [timeline], [credits] and [upload] for what is looked up
///     >>>
///     now: export
///     offer: send Move the clip to the start
struct GoldenReply: Sendable, CustomTestStringConvertible {
    var name: String
    var reply: String
    var shown: String
    var steps: [String]

    var wantsFile: Bool { name.hasSuffix("(wants the file)") }
    var testDescription: String { name }

    /// The replies of a file. Those without `>>>` stay as they are.
    static func file(_ name: String) -> [GoldenReply] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        guard let text = try? String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8) else {
            return []
        }
        return text.components(separatedBy: "\n=== ").dropFirst().map { GoldenReply(entry: $0) }
    }

    private init(entry: String) {
        var lines = entry.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        name = lines.removeFirst()
        // The blank line before the next entry is nobody's.
        while lines.last?.isEmpty == true { lines.removeLast() }
        let parts = lines.split(separator: ">>>", omittingEmptySubsequences: false).map { $0.joined(separator: "\n") }
        reply = parts[0]
        shown = parts.count > 1 ? parts[1] : parts[0]
        steps = parts.count > 2 ? parts[2].split(separator: "\n").map(String.init) : []
    }
}

extension Translation {
    /// As the golden files write it.
    var shownText: String {
        pieces.map { piece in
            switch piece {
            case .text(let line): line
            case .shown(.timeline): "[timeline]"
            case .shown(.credits): "[credits]"
            case .shown(.upload): "[upload]"
            }
        }.joined(separator: "\n")
    }

    var stepLines: [String] {
        func line(_ step: Step) -> String {
            switch step {
            case .export: "export"
            case .send(let edit): "send " + edit
            }
        }
        return now.map { "now: " + line($0) } + offers.map { "offer: " + line($0) }
    }
}
