import Foundation
import StudioAPI
import StudioClient
import Synchronization
import Terminal
import TestKit
import Testing
import Timeline

@testable import Chat

/// A look at the timeline before it is exported.
@Suite struct PreviewTests {
    private let chat: ChatFixture

    init() throws {
        chat = try ChatFixture()
    }

    private static func reply(_ count: Int, texts: [Int: [String]] = [:]) -> PreviewReply {
        PreviewReply(
            duration: count * 4000,
            aspect: "16:9",
            width: 1920,
            height: 1080,
            music: nil,
            pictures: (1...count).map { number in
                PreviewReply.Picture(
                    segment: "s\(number)",
                    number: number,
                    kind: "photo",
                    name: "p\(number).jpg",
                    start: (number - 1) * 4000,
                    duration: 4000,
                    texts: texts[number] ?? [],
                    url: "/p/\(number)"
                )
            }
        )
    }

    private func make(_ count: Int, texts: [Int: [String]] = [:]) throws {
        let dot = try #require(PlainPicture(width: 1, height: 1, rgb: [1, 2, 3]))
        let names = (1...count).map { "p\($0)" }
        chat.studio.state.withLock { state in
            state.turns = [.says("Made it.", timeline: FakeStudio.timeline(names))]
            state.preview = Self.reply(count, texts: texts)
            state.pictures = Dictionary(uniqueKeysWithValues: (1...count).map { ("/p/\($0)", dot) })
        }
    }

    /// What is shown after a video was made.
    private func seen(_ lines: [String]) async -> [String] {
        let shown = await chat.talk(["make a video"] + lines, isFirstStart: false)
        let all = shown.split(separator: "\n").map(String.init)
        return Array(all[(all.firstIndex { $0.hasPrefix("Timeline (") }.map { $0 + 1 } ?? 0)...])
    }

    @Test func withoutPicturesTheTimelineIsToldInWords() async throws {
        try make(2, texts: [1: ["Summer"]])
        #expect(
            await seen(["preview"]) == [
                "2 pictures · 0:08 · 16:9",
                "  1  0:00–0:04  p1.jpg  “Summer”",
                "  2  0:04–0:08  p2.jpg",
                "Draft ready: FOLDER/state/drafts/kinora-2026-07-31-draft.mp4 · 12.4 MB · 0:20 · 1920x1080",
            ]
        )
        #expect(!chat.studio.calls.contains { $0.hasPrefix("picture") })
    }

    @Test func picturesComeInTheirOrderWithTheirWords() async throws {
        try make(3, texts: [2: ["Summer", "2024"]])
        chat.showsPictures = true
        chat.studio.state.withLock { $0.pictures["/p/3"] = nil }
        let seen = await seen(["show me"])
        #expect(
            Array(seen.prefix(4)) == [
                "3 pictures · 0:12 · 16:9",
                "[1 · 0:00–0:04 | p1.jpg]",
                "[2 · 0:04–0:08 | p2.jpg | “Summer” “2024”]",
                // One that cannot be had leaves a gap and stops nothing.
                "[3 · 0:08–0:12 | p3.jpg]",
            ]
        )
        #expect(seen.last?.hasPrefix("Draft ready: ") == true)
        #expect(chat.studio.calls.contains("submit draft background"))
    }

    @Test func ofALongTimelineTheFirstAreShownAndTheRestCounted() async throws {
        try make(500)
        chat.showsPictures = true
        var seen = await seen(["预览"])
        #expect(seen.count { $0.hasPrefix("[") } == 20)
        #expect(seen.contains("……还有 480 个：输入“预览 21-40”。只看一个会更大：“预览 21”。"))
        #expect(chat.studio.calls.count { $0.hasPrefix("picture") } == 20)
        try make(500)
        seen = await self.seen(["preview 20-40"])
        #expect(seen.filter { $0.hasPrefix("[") }.map { $0.prefix(4) } == (20...40).map { "[\($0) " })
    }

    @Test func oneAloneIsLarger() async throws {
        try make(9)
        chat.showsPictures = true
        let seen = await seen(["preview photo 7"])
        #expect(seen.contains("[7 · 0:24–0:28 | p7.jpg]"))
        #expect(chat.studio.calls.contains("picture /p/7 480"))
        try make(9)
        #expect(await self.seen(["preview 12"]).contains("There is no such picture: the timeline has 9."))
    }

    @Test func nothingIsThereBeforeAVideoIs() async throws {
        let seen = await chat.talk(["preview"], isFirstStart: false)
        #expect(seen.hasSuffix("Nothing is on the timeline yet. Drop photos here to begin."))
    }

    @Test func aHostedStudioTellsWhatItsDraftSaysAndOffersTheExport() async throws {
        let hosted = try ChatFixture(isLocal: false)
        hosted.showsPictures = true
        hosted.studio.state.withLock {
            $0.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a", "b"], title: "Summer"))]
        }
        let seen = await hosted.talk(["make a video", "preview"], isFirstStart: false)
        #expect(
            seen.hasSuffix(
                """
                2 pictures · 0:08 · 16:9
                  1  0:00–0:04  a.jpg  “Summer”
                  2  0:04–0:08  b.jpg
                This studio makes no pictures or drafts. Its way to look at the video is to export it, which is free.
                Next: export the video  — /do
                """
            )
        )
        #expect(!hosted.studio.calls.contains { $0.hasPrefix("submit") })
    }

    @Test func aStudioThatForgotTheSessionSaysSo() async throws {
        try make(2)
        chat.studio.state.withLock { $0.errors["preview"] = [StudioError(.sessionNotFound, "gone")] }
        let seen = await seen(["preview"])
        #expect(seen.contains { $0.hasPrefix("The studio no longer has this video; a new one was begun.") })
    }

    // MARK: The draft

    private func began(_ talk: inout Talk) throws -> ExportOrder {
        talk.chat.studio?.info = try info()
        _ = talk.does("preview")
        let view = try #require(Talk.ready())
        let actions = talk.does(.workEnded(.previewed(view, session: "s1", isListed: true)))
        guard case .startDraft(let order)? = actions.last else { throw Missing() }
        return order
    }

    private static func draft(in actions: [Conversation.Action]) -> ExportOrder? {
        actions.lazy.compactMap { if case .startDraft(let order) = $0 { order } else { nil } }.first
    }

    private struct Missing: Error {}

    private func info() throws -> StudioInfo {
        StudioInfo(
            name: "Kinora",
            version: "1",
            build: "1",
            local: true,
            credits: "unlimited",
            qualities: [],
            aspects: Aspect.allCases.map(\.rawValue)
        )
    }

    @Test func aDraftIsMadeBesideEverythingElse() throws {
        var talk = try Talk()
        let order = try began(&talk)
        #expect(order.output == RenderOutput(quality: "draft", background: true))
        #expect(order.target == .file(talk.folder + "/state/drafts/kinora-2026-07-31-draft.mp4", replacing: true))
        #expect(talk.live(.draft(order.id, .rendering(fraction: 0.5, etaMS: nil))) == ["⏳ Making a draft to watch 50%"])
        // The lane of exports is free.
        _ = talk.does("export")
        let exported = talk.does(.workEnded(.draft(Talk.ready(), session: "s1")))
        guard case .startExport? = exported.first else { throw Missing() }
        let result = ExportResult(path: "/d/x-draft.mp4", bytes: 900_000, durationMS: 4000)
        #expect(talk.says(.draft(order.id, .finished(result))) == ["Draft ready: /d/x-draft.mp4 · 900 KB · 0:04"])
    }

    @Test func aDraftInAnotherShapeLeavesTheVideosOwn() throws {
        var talk = try Talk()
        talk.chat.studio?.info = try info()
        let started = talk.does("preview in 9:16").started
        #expect(started == [.preview(PreviewWish(aspect: .portrait), withPictures: false)])
        let view = try #require(Talk.ready(title: "Summer"))
        let actions = talk.chat.handle(.workEnded(.previewed(view, session: "s1", isListed: true)))
        #expect(
            actions.said == ["This is how it looks in 9:16; the video stays 16:9. “export 9:16” exports it so."]
        )
        let order = try #require(Self.draft(in: actions))
        #expect(order.output == RenderOutput(quality: "draft", aspect: "9:16", background: true))
        #expect(order.target == .file(talk.folder + "/state/drafts/Summer-9x16-draft.mp4", replacing: true))
        // One of its own shape is another, and takes its place.
        _ = talk.does("preview")
        let others = talk.does(.workEnded(.previewed(view, session: "s1", isListed: true)))
        #expect(others.contains(.stopDraft))
        let own = try #require(Self.draft(in: others))
        #expect(own.target == .file(talk.folder + "/state/drafts/Summer-draft.mp4", replacing: true))
    }

    @Test func theStudioIsAskedForPicturesInTheShape() async throws {
        try make(2)
        _ = await seen(["preview 9:16"])
        #expect(chat.studio.calls.contains("preview 9:16"))
    }

    @Test func aVideoIsCalledByItsTitleAndNoOtherText() throws {
        func name(_ texts: [TextSegment]) -> String? {
            var timeline = FakeStudio.timeline(["a"])
            timeline.texts = texts
            return FakeStudio.draft(timeline).map { DraftView($0) }?.title
        }
        let caption = TextSegment(id: "caption-a", kind: .caption, text: "At the lake")
        let end = TextSegment(id: "end-1", kind: .endCard, text: "Thanks")
        let title = TextSegment(id: "title-1", kind: .title, text: "Summer", start: .seconds(1))
        #expect(name([caption, end]) == nil)
        #expect(name([caption, title, end]) == "Summer")
    }

    @Test func theSameTimelineNeedsNoSecondDraft() throws {
        var talk = try Talk()
        let order = try began(&talk)
        let view = try #require(Talk.ready())
        // While it is being made, and when it is there.
        _ = talk.does("preview")
        #expect(talk.does(.workEnded(.previewed(view, session: "s1", isListed: true))) == [.endCards])
        let path = talk.folder + "/there-draft.mp4"
        try talk.fixture.folder.write("there-draft.mp4")
        _ = talk.does(.draft(order.id, .finished(ExportResult(path: path, bytes: 1))))
        _ = talk.does("preview")
        #expect(talk.says(.workEnded(.previewed(view, session: "s1", isListed: true))) == ["Draft ready: \(path)"])
        // Another timeline has another, and the one that is being made for the former ends.
        let other = try #require(Talk.ready(["a", "b"]))
        _ = talk.does("preview")
        guard
            case .startDraft(let second)? = talk.does(
                .workEnded(.previewed(other, session: "s1", isListed: true))
            ).last
        else { throw Missing() }
        let third = try #require(Talk.ready(["c"]))
        _ = talk.does("preview")
        let actions = talk.does(.workEnded(.previewed(third, session: "s1", isListed: true)))
        #expect(actions.dropFirst().first == .stopDraft && actions.count == 3)
        #expect(talk.says(.draft(second.id, .cancelled)) == [])
    }

    @Test func controlCStopsADraftAndItsLastWordIsNotHeard() throws {
        var talk = try Talk()
        let order = try began(&talk)
        let actions = talk.chat.handle(.user(.interrupt))
        #expect(actions.contains(.stopDraft) && actions.said == ["Stopped."])
        #expect(talk.says(.draft(order.id, .cancelled)) == [])
        #expect(talk.says(.user(.interrupt)) == ["Ctrl-D quits."])
    }

    @Test func aDraftWhoseTimelineChangedIsLetGo() throws {
        var talk = try Talk()
        let order = try began(&talk)
        #expect(
            talk.says(.draft(order.id, .cancelled)) == [
                "The draft was not finished, for the timeline has changed. /preview makes another."
            ]
        )
    }

    @Test func controlCInTheMiddleShowsThePicturesThatHadCome() throws {
        var talk = try Talk()
        _ = talk.does("preview")
        let card = PreviewSheet.Entry(number: 1, name: "a", startMS: 0, durationMS: 1, texts: [], url: "/p/1")
        #expect(talk.does(.notice(.picture(card, nil, isLarge: false))).count == 1)
        #expect(talk.does(.user(.interrupt)) == [.stopWork])
        let end = talk.chat.handle(.workEnded(.cancelled))
        #expect(end.contains(.endCards) && end.said == ["Stopped."])
    }

    @Test func onlyTheLatestDraftsAreKept() throws {
        let folder = TemporaryFolder()
        let drafts = DraftFolder(stateFolder: folder.path)
        drafts.prepare()
        for number in 1...25 {
            let path = drafts.path(for: "\(number)")
            try Data().write(to: URL(filePath: path))
            let date = Date(timeIntervalSince1970: Double(number))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        try Data().write(to: URL(filePath: drafts.path + "/mine.txt"))
        drafts.prepare()
        let left = Set(try FileManager.default.contentsOfDirectory(atPath: drafts.path))
        #expect(left == Set((7...25).map { "\($0)-draft.mp4" } + ["mine.txt"]))
    }

    // MARK: Rows on a screen

    private final class Shown: Screen {
        let lines = Log<String>()
        let rows = Log<Int>()
        var cardsPerRow: Int? { 2 }
        func show(_ text: StyledText) { lines.add(text.plain) }
        func show(_ cards: [Card]) { rows.add(cards.count) }
        func setLive(_ lines: [StyledText]) {}
    }

    @Test func aRowIsShownWhenItIsFullAndTheLastAtTheEnd() async throws {
        try make(5)
        chat.showsPictures = true
        let shell = ChatShell(
            conversation: chat.conversation(isInteractive: false, isFirstStart: false),
            store: ChatStore(folder: chat.folder.path + "/state"),
            clock: InstantClock(),
            connect: { [studio = chat.studio] _ in studio }
        )
        let shown = Shown()
        let (events, sink) = AsyncStream.makeStream(of: InputEvent.self)
        for line in ["make a video", "preview"] { sink.yield(.line(line)) }
        sink.yield(.endOfInput)
        #expect(await shell.run(events: events, screen: shown, began: .began(continuing: nil, files: [])) == 0)
        #expect(shown.rows.values == [2, 2, 1])
        // What is piped in is done to the end: the draft is there.
        let end = try #require(shown.lines.values.last)
        #expect(end.hasPrefix("Draft ready: "))
        #expect(FileManager.default.fileExists(atPath: chat.folder.path + "/state/drafts/kinora-2026-07-31-draft.mp4"))
    }
}
