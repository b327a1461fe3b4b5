import Foundation

/// Tells what a line is for: a file, a command of the chat, one of the things the chat does itself, or the agent.
///
/// The chat does a thing itself only if the whole line asks for it, politeness aside: "could you export it, please?"
/// is an export, "add the title 'Export Quality'" is an edit.
public struct Router: Sendable {
    let files: FileProbe
    private let dropped: DroppedPaths

    public init(_ files: FileProbe) {
        self.files = files
        dropped = DroppedPaths(files)
    }

    public func route(_ line: String) -> Route {
        let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { return .nothing }
        // Before commands: a path begins with a slash too.
        let outcome = dropped.find(in: text)
        if case .found(let found) = outcome { return .upload(found) }
        if text.hasPrefix("/"), let route = command(text) { return route }
        if case .missing(let paths) = outcome { return .missing(paths) }
        return intent(text) ?? .message(text)
    }

    /// Nil: it is no command, but words that begin with a slash.
    private func command(_ text: String) -> Route? {
        let parts = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        let rest = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        guard let name = parts.first?.lowercased(), text.dropFirst().first?.isWhitespace == false else { return nil }
        switch name {
        case "help", "h", "?", "帮助": return .command(.help)
        case "new", "新建": return .command(.new)
        case "credits", "balance", "积分": return .command(.credits)
        case "status", "state", "状态": return .command(.status)
        case "undo", "撤销": return .command(.undo)
        case "redo", "重做": return .command(.redo)
        case "quit", "exit", "q", "退出": return .command(.quit)
        case "do", "执行": return .command(.take(Int(rest)))
        case "unqueue", "cancel", "撤回": return .command(.unqueue(Int(rest)))
        case "sessions", "session", "会话": return .command(.sessions(Int(rest)))
        case "export", "导出": return .command(.export(Lexicon.wish(in: rest)))
        case "upload", "上传": return uploadCommand(rest)
        default:
            // "/home/me/gone.jpg" is a path that is not there, and is told as one.
            if case .missing = dropped.find(in: text) { return nil }
            return name.contains("/") ? .missing([text]) : .unknownCommand("/" + name)
        }
    }

    private func uploadCommand(_ rest: String) -> Route {
        if rest.isEmpty { return .uploadHelp }
        switch dropped.find(in: rest) {
        case .found(let found): return .upload(found)
        case .missing(let paths): return .missing(paths)
        case .prose: return .missing([rest])
        }
    }

    private func intent(_ text: String) -> Route? {
        guard let tokens = Lexicon.tokens(of: text) else { return nil }
        let roles = tokens.map { Lexicon.roles[$0] ?? [] }
        func asks(for wanted: Lexicon.Role, among allowed: Set<Lexicon.Role>) -> Bool {
            roles.contains { $0.contains(wanted) }
                && roles.allSatisfy { !$0.isDisjoint(with: allowed.union([wanted, .filler])) }
        }
        if asks(for: .status, among: [.question, .look, .amount, .video, .exportVerb, .onTimeline]) { return .status }
        if asks(for: .look, among: [.onTimeline, .question, .amount]),
            roles.contains(where: { $0.contains(.onTimeline) })
        {
            return .status
        }
        if tokens.count == 1, roles[0].contains(.onTimeline) { return .status }
        if asks(for: .credits, among: [.question, .look, .amount]) { return .credits }
        if asks(for: .exportVerb, among: [.video, .question, .quality, .target]) {
            return .export(Lexicon.wish(of: tokens))
        }
        if asks(for: .handOver, among: [.video, .quality, .target]), roles.contains(where: { $0.contains(.video) }) {
            return .export(Lexicon.wish(of: tokens))
        }
        if asks(for: .upload, among: [.question, .video, .media, .amount]) { return .uploadHelp }
        if asks(for: .help, among: []) { return .help }
        if asks(for: .quit, among: []) { return .quit }
        return nil
    }
}
