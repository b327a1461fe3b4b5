import Foundation
import StudioClient
import Synchronization
import TestKit
import Testing
import Timeline

@testable import Chat

/// What a person reads, from the first line to the last.
@Suite struct TranscriptTests {
    private let chat: ChatFixture

    init() throws {
        chat = try ChatFixture()
    }

    @Test func theMainJob() async throws {
        chat.studio.state.withLock { state in
            state.turns = [
                .says("Made a slideshow of 2 photos.", timeline: FakeStudio.timeline(["a", "b"])),
                .says("", timeline: FakeStudio.timeline(["a", "b"], title: "Summer")),
            ]
        }
        let seen = await chat.talk([
            "'\(chat.folder.path)/a.jpg' \(chat.folder.path)/b\\ c.jpg",
            "turn these photos into a slideshow",
            "call it Summer",
            "could you export it please?",
        ])
        #expect(
            seen == """
                Kinora turns your photos into videos. Drop photos here, then say what to make of them. For example:
                  turn these photos into a slideshow video with transitions and background music
                  convert five vacation photos in JPG format into a 1080p MP4
                  make a 30 second video for TikTok with upbeat music and the title "Summer"
                Ready. Everything stays on this machine. /help lists what you can do.
                Added 2 photos.
                Say what to make of them, e.g. “make a slideshow with music”.
                Made a slideshow of 2 photos.
                Timeline (1 track): 1. Video: a (0-4s), b (4-8s)
                ✅ Title added: 'Summer' (white, center, 3s)
                Timeline (2 tracks): 1. Video: a (0-4s), b (4-8s) 2. Title: "Summer" (0-3s)
                Exporting Summer.mp4 …
                ✅ Video ready! FOLDER/Summer.mp4 · 12.4 MB · 0:20 · 1920x1080
                """
        )
        #expect(
            chat.studio.calls == [
                "session en", "upload a.jpg", "upload b c.jpg", "turn turn these photos into a slideshow", "state",
                "turn call it Summer", "state", "state", "estimate high", "submit high", "download",
            ]
        )
    }

    @Test func theSameInChinese() async throws {
        chat.studio.state.withLock { state in
            state.turns = [.says("已做成两张照片的幻灯片。", timeline: FakeStudio.timeline(["a", "b"]))]
        }
        let seen = await chat.talk([
            "把 \(chat.folder.path)/a.jpg '\(chat.folder.path)/b c.jpg' 做成视频", "余额还有多少", "帮我导出视频",
        ])
        #expect(
            seen.hasSuffix(
                """
                已添加 2 张照片。
                已做成两张照片的幻灯片。
                时间线（1 轨）：1. 视频：a（0-4秒）、b（4-8秒）
                积分：无限（本地工作室，unlimited）。
                正在导出 kinora-2026-07-31.mp4……
                ✅ 视频已就绪！ FOLDER/kinora-2026-07-31.mp4 · 12.4 MB · 0:20 · 1920x1080
                """
            ),
            "\(seen)"
        )
    }

    @Test func oneBadFileIsNamedAndAskedAbout() async throws {
        chat.studio.state.withLock { state in
            state.refusals["b c.jpg"] = "b c.jpg is damaged. Open it and save it anew."
            state.turns = [.says("Made it.", timeline: FakeStudio.timeline(["a"]))]
        }
        let seen = await chat.talk([
            "turn \(chat.folder.path)/a.jpg and '\(chat.folder.path)/b c.jpg' into a video", "yes",
        ])
        #expect(
            seen.hasSuffix(
                """
                b c.jpg is damaged. Open it and save it anew.
                Added 1 photo.
                Go on with the other photo, without it? (yes / no)
                Made it.
                Timeline (1 track): 1. Video: a (0-4s)
                """
            ),
            "\(seen)"
        )
        #expect(chat.studio.calls.contains("turn turn these photos into a video"))
    }

    @Test func aFolderIsAskedAboutAndTakenInNaturalOrder() async throws {
        for name in ["trip/10.jpg", "trip/9.jpg", "trip/song.mp3"] { try chat.folder.write(name) }
        let seen = await chat.talk(["\(chat.folder.path)/trip", "no", "\(chat.folder.path)/trip", "好的"])
        #expect(
            seen.hasSuffix(
                """
                trip has 2 photos and 1 song. Add them all? (yes / no)
                Fine, nothing was done.
                trip has 2 photos and 1 song. Add them all? (yes / no)
                Added 2 photos and 1 song.
                Say what to make of them, e.g. “make a slideshow with music”.
                """
            ),
            "\(seen)"
        )
        #expect(
            chat.studio.calls.filter { $0.hasPrefix("upload") } == ["upload 9.jpg", "upload 10.jpg", "upload song.mp3"]
        )
    }

    @Test func whatCannotBeIsSaidInOneSentence() async throws {
        let seen = await chat.talk(["export", "/undo", "/nonsense", "/home/me/gone.jpg", "status", "/redo", "/credits"])
        #expect(
            seen.hasSuffix(
                """
                There is nothing to export yet: generate a video first, e.g. “make a slideshow with music”.
                There is nothing to take back.
                There is no command /nonsense. /help lists them.
                There is no file /home/me/gone.jpg. Check the name, or drop the file here.
                Nothing is on the timeline yet. Drop photos here to begin.
                There is nothing to make again.
                Credits: unlimited (local studio).
                """
            ),
            "\(seen)"
        )
    }

    @Test func anEarlierVideoIsTakenUpWithWhatWasOnIt() async throws {
        chat.studio.state.withLock { $0.draft = FakeStudio.draft(FakeStudio.timeline(["trip"])) }
        let seen = await chat.talk(["/sessions", "/sessions 1", "/sessions 7"], isFirstStart: false)
        #expect(
            seen.hasSuffix(
                """
                Timeline (1 track): 1. Video: trip (0-8s)
                /sessions N takes one up.
                Taken up again.
                Timeline (1 track): 1. Video: trip (0-4s)
                There is no such video. /sessions lists them.
                """
            ),
            "\(seen)"
        )
    }

    @Test func replyWithoutWordsOrChangeIsNotPassedOver() async throws {
        chat.studio.state.withLock { $0.turns = [.says("")] }
        let seen = await chat.talk(["hmm what"])
        #expect(seen.hasSuffix("The studio gave no answer and nothing changed. Try saying it another way."))
    }

    @Test func foreignTextCannotDrawOnTheScreen() async throws {
        chat.studio.state.withLock { state in
            state.turns = [.says("red \u{1B}[31mtext\u{1B}]0;title\u{7} and\u{9B}2J more\u{8}\u{202E}")]
        }
        let seen = await chat.talk(["say something"])
        #expect(seen.hasSuffix("red text and more"))
    }

    @Test func anotherExportNeverTakesAName() async throws {
        chat.studio.state.withLock {
            $0.draft = FakeStudio.draft(FakeStudio.timeline(["a"], title: "a/b: ..\n\"Trip\""))
        }
        try chat.folder.write("a b .. Trip.mp4", "mine")
        let seen = await chat.talk(["make it", "export", "export"], resume: .latest)
        #expect(seen.contains("✅ Video ready! FOLDER/a b .. Trip-2.mp4"))
        #expect(seen.contains("✅ Video ready! FOLDER/a b .. Trip-3.mp4"))
        #expect(try String(contentsOfFile: chat.folder.path + "/a b .. Trip.mp4", encoding: .utf8) == "mine")
    }
}
