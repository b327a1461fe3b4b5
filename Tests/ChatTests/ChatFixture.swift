import Foundation
import StudioClient
import Synchronization
import Terminal
import TestKit
import Timeline

@testable import Chat

/// A chat with a studio that is made up, and a person who waits until everything is done before the next line.
final class ChatFixture {
    let folder: TemporaryFolder
    /// The screen can show pictures.
    var showsPictures = false
    let studio: FakeStudio

    init(isLocal: Bool = true) throws {
        folder = TemporaryFolder()
        studio = FakeStudio(isLocal: isLocal)
        for name in ["a.jpg", "b c.jpg"] { try folder.write(name) }
    }

    func conversation(
        isInteractive: Bool = true,
        isFirstStart: Bool = true,
        actions: ActionMode = .auto,
        assumesYes: Bool = false
    ) -> Conversation {
        var settings = Conversation.Settings(
            folder: folder.path,
            day: "2026-07-31",
            drafts: DraftFolder(stateFolder: folder.path + "/state")
        )
        settings.isInteractive = isInteractive
        settings.showsPictures = showsPictures
        settings.isFirstStart = isFirstStart
        settings.actions = actions
        settings.assumesYes = assumesYes
        return Conversation(
            router: Router(.system(home: folder.path)),
            settings: settings,
            language: .english
        )
    }

    /// Says one line after the other, each when the chat is at rest.
    ///
    /// - Parameter route: What is meant by a first line, before the others.
    /// - Returns: What was shown, with `FOLDER` for the folder's path.
    func talk(
        _ lines: [String],
        doing route: Route? = nil,
        resume: Work.SessionPick? = nil,
        isFirstStart: Bool = true,
        actions: ActionMode = .auto
    ) async -> String {
        var lines = lines[...]
        var conversation = conversation(isFirstStart: isFirstStart, actions: actions)
        var shown: [String] = []
        let store = ChatStore(folder: folder.path + "/state")
        let notices = Notices()
        let link = StudioLink(connect: { [studio] _ in studio }, notify: { _ in })
        let desk = Desk(link: link, store: store, clock: InstantClock()) { notice in
            notices.add(.notice(notice))
        }
        let run = ExportRun(link: link, store: store, clock: InstantClock())
        var inputs: [Conversation.Input] = [.began(continuing: resume, files: [])]
        var route = route
        while true {
            if inputs.isEmpty, let meant = route {
                conversation.take(meant)
                route = nil
                // Whatever was meant is done with the next thing that happens.
                inputs.append(.connecting(.slowedDown(.zero)))
            }
            if inputs.isEmpty {
                guard let line = lines.popFirst() else { break }
                inputs.append(.user(.line(line)))
            }
            for action in conversation.handle(inputs.removeFirst()) {
                switch action {
                case .show(let text):
                    shown.append(text.plain)
                case .start(let work):
                    let result = await desk.perform(work, language: conversation.phrases.language)
                    inputs += notices.take() + [.workEnded(result)]
                case .startExport(let order):
                    let end = await run.run(order) { notices.add(.export($0)) }
                    inputs += notices.take() + [.export(end)]
                case .allowUploads(let origin):
                    store.allowUploads(to: origin)
                case .startDraft(let order):
                    conversation.settings.drafts.prepare()
                    let end = await run.run(order) { notices.add(.draft(order.id, $0)) }
                    inputs += notices.take() + [.draft(order.id, end)]
                case .showCard(let card):
                    shown.append("[" + card.caption.map(\.plain).joined(separator: " | ") + "]")
                case .setLive, .stopWork, .stopExport, .stopDraft, .endCards, .quit:
                    break
                }
            }
        }
        return shown.joined(separator: "\n").replacing(folder.path, with: "FOLDER")
    }

    private final class Notices: Sendable {
        private let inputs = Mutex<[Conversation.Input]>([])
        func add(_ input: Conversation.Input) { inputs.withLock { $0.append(input) } }
        func take() -> [Conversation.Input] {
            inputs.withLock { inputs in
                defer { inputs = [] }
                return inputs
            }
        }
    }
}

extension Connection {
    static func fake(isLocal: Bool = true, mayUpload: Bool = true, jobs: [ChatStore.Job] = [])
        -> Connection
    {
        Connection(
            origin: isLocal ? "own" : "https://studio.example",
            host: isLocal ? "this machine" : "studio.example",
            isLocal: isLocal,
            mayUpload: mayUpload,
            jobs: jobs
        )
    }
}
