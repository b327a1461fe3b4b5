import StudioAPI
import StudioClient
import Terminal
import TestKit
import Timeline

@testable import Chat

/// A conversation that is connected, and what becomes of what goes into it.
struct Talk {
    let fixture: ChatFixture
    var chat: Conversation

    init(
        isLocal: Bool = true,
        mayUpload: Bool = true,
        isInteractive: Bool = true,
        actions: ActionMode = .auto,
        assumesYes: Bool = false
    ) throws {
        fixture = try ChatFixture(isLocal: isLocal)
        chat = fixture.conversation(
            isInteractive: isInteractive,
            isFirstStart: false,
            actions: actions,
            assumesYes: assumesYes
        )
        _ = chat.handle(.began(continuing: nil, files: []))
        _ = chat.handle(.workEnded(.connected(.fake(isLocal: isLocal, mayUpload: mayUpload))))
    }

    var folder: String { fixture.folder.path }

    /// The lines that are shown.
    mutating func says(_ input: Conversation.Input) -> [String] {
        chat.handle(input).compactMap { if case .show(let text) = $0 { text.plain } else { nil } }
    }

    mutating func says(_ line: String) -> [String] { says(.user(.line(line))) }

    /// What is done beside showing.
    mutating func does(_ input: Conversation.Input) -> [Conversation.Action] {
        chat.handle(input).filter { action in
            switch action {
            case .show, .setLive: false
            default: true
            }
        }
    }

    mutating func does(_ line: String) -> [Conversation.Action] { does(.user(.line(line))) }

    /// The lines that are redrawn in place.
    mutating func live(_ input: Conversation.Input) -> [String] {
        var lines: [StyledText] = []
        for case .setLive(let now) in chat.handle(input) { lines = now }
        return lines.map(\.plain)
    }

    mutating func live(_ line: String) -> [String] { live(.user(.line(line))) }

    /// The agent says this, and nothing else happens in the turn.
    mutating func agentSays(_ text: String) -> [Conversation.Action] {
        let during = chat.handle(.notice(.turn(.text(text))))
        return during + chat.handle(.workEnded(.turnEnded(TurnSummary(hadText: true), .whole)))
    }

    static func ready(_ names: [String] = ["a"], title: String? = nil) -> DraftView? {
        FakeStudio.draft(FakeStudio.timeline(names, title: title)).map { DraftView($0) }
    }
}

extension [Conversation.Action] {
    var said: [String] { compactMap { if case .show(let text) = $0 { text.plain } else { nil } } }
    var started: [Work] { compactMap { if case .start(let work) = $0 { work } else { nil } } }
}
