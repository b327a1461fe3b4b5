import Foundation

/// Tells what a line is for: a file, a command of the chat, one of the things the chat does itself, or the agent.
///
/// The chat does a thing itself only if the whole line asks for it, politeness aside: "could you export it, please?"
/// is an export, "add the title 'Export Quality'" is an edit.
public struct Router: Sendable {
    let files: FileProbe
    private let dropped: DroppedPaths
    private let batches: BatchReader

    public init(_ files: FileProbe) {
        self.files = files
        dropped = DroppedPaths(files)
        batches = BatchReader(files)
    }

    public func route(_ line: String) -> Route {
        let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { return .nothing }
        // It has files after it, which are not the whole of what it says.
        if let name = commandName(text), name == "upload" || name == "上传" { return uploadCommand(Self.rest(of: text)) }
        // Before the other commands: a path begins with a slash too.
        let outcome = dropped.find(in: text)
        if case .found(let found) = outcome { return upload(found, of: text) }
        if let route = command(text) { return route }
        if case .missing(let paths) = outcome { return .missing(paths) }
        if let route = intent(text) { return route }
        if let wish = PreviewWords.read(text) { return .preview(wish) }
        if let batch = BatchWords(text) { return .batchOfEarlier(words: batch.single, line: text) }
        return .message(text)
    }

    private func upload(_ found: DroppedPaths.Found, of line: String) -> Route {
        if let items = batches.items(of: found, in: line) {
            // Many are made without another question: what is not there is mended before.
            return found.missing.isEmpty ? .batch(items) : .missing(found.missing)
        }
        var found = found
        // An address that is to be downloaded is fetched by then, and nothing else is asked for.
        if intent(found.words) == .uploadHelp || Lexicon.onlyFetches(found.words) { found.words = "" }
        return .upload(found)
    }

    // MARK: Commands

    /// The word after the slash, in lowercase; nil where there is none.
    private func commandName(_ text: String) -> String? {
        // Full-width letters and marks come from Chinese keyboards, where the slash's key gives "、" as well.
        let line = Lexicon.halfWidth(text)
        guard let slash = line.first, slash == "/" || slash == "、" else { return nil }
        guard let word = line.dropFirst().split(whereSeparator: \.isWhitespace).first?.lowercased() else { return nil }
        return word == "?" ? word : word.trimmingCharacters(in: CharacterSet(charactersIn: ".,!?;:。，！？；：、"))
    }

    /// Nil: it is no command, but words that begin with a slash.
    private func command(_ text: String) -> Route? {
        guard let name = commandName(text) else { return nil }
        if let command = named(name, Lexicon.halfWidth(Self.rest(of: text))) { return command }
        // Words that only begin with a slash or a mark are no command that is not known.
        let isWord = text.dropFirst().first?.isWhitespace == false
        guard let slash = text.first, slash == "/" || slash == "／", isWord, !name.isEmpty else { return nil }
        // "/home/me/gone.jpg" is a path that is not there, and is told as one.
        if case .missing = dropped.find(in: text) { return nil }
        return name.contains("/") ? .missing([text]) : .unknownCommand("/" + name)
    }

    private func named(_ name: String, _ rest: String) -> Route? {
        switch name {
        case "help", "h", "?", "帮助": .command(.help)
        case "new", "新建": .command(.new)
        case "credits", "balance", "积分", "余额": .command(.credits)
        case "status", "state", "状态": .command(.status)
        case "undo", "撤销": .command(.undo)
        case "redo", "重做": .command(.redo)
        case "quit", "exit", "q", "退出": .command(.quit)
        case "do", "执行": .command(.take(Self.number(in: rest)))
        case "unqueue", "cancel", "撤回": .command(.unqueue(Self.number(in: rest)))
        case "sessions", "session", "会话": .command(.sessions(Self.number(in: rest)))
        case "export", "导出": .command(.export(Lexicon.wish(in: rest)))
        case "preview", "预览": .command(.preview(PreviewWords.wish(in: rest)))
        default: nil
        }
    }

    /// What follows the first word, as it was typed: the name of a file is not to be changed.
    private static func rest(of text: String) -> String {
        let afterSlash = text.dropFirst().drop(while: \.isWhitespace)
        return afterSlash.drop { !$0.isWhitespace }.trimmingCharacters(in: .whitespaces)
    }

    /// "2", "#2", "2."
    private static func number(in text: String) -> Int? {
        Int(text.trimmingCharacters(in: CharacterSet(charactersIn: "#.,!?。，！？ ")))
    }

    private func uploadCommand(_ rest: String) -> Route {
        if rest.isEmpty { return .uploadHelp }
        switch dropped.find(in: rest) {
        case .found(let found): return upload(found, of: rest)
        case .missing(let paths): return .missing(paths)
        // "/upload some photos please" names none.
        case .prose: return intent("upload " + rest) == .uploadHelp ? .uploadHelp : .missing([rest])
        }
    }

    // MARK: Intents

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
        if asks(for: .exportVerb, among: [.video, .question, .quality, .target, .all, .shape]) {
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
